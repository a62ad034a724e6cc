/// What a word can be in a sentence about a person or a place. One look-up per token serves every detector.
struct WordKinds: OptionSet, Sendable {
    let rawValue: UInt32
    static let title = WordKinds(rawValue: 1)
    static let doctor = WordKinds(rawValue: 2)
    static let relation = WordKinds(rawValue: 4)
    static let credential = WordKinds(rawValue: 8)
    /// A credential that is an ordinary abbreviation as well: PT, OT, MS.
    static let looseCredential = WordKinds(rawValue: 16)
    /// What only a person does: reports, denies, attended.
    static let humanVerb = WordKinds(rawValue: 32)
    static let copula = WordKinds(rawValue: 64)
    /// Never part of a name.
    static let function = WordKinds(rawValue: 128)
    /// Begins another field of a header: DOB, MRN, phone.
    static let field = WordKinds(rawValue: 256)
    static let facilityHead = WordKinds(rawValue: 512)
    /// In the name of any place of care, therefore of none.
    static let facilityGeneric = WordKinds(rawValue: 1024)
    static let streetSuffix = WordKinds(rawValue: 2048)
    static let streetUnit = WordKinds(rawValue: 4096)
    static let direction = WordKinds(rawValue: 8192)
    /// Behind a person's name it makes an instrument, a sign or a disease: Berg scale, Bell's palsy.
    static let eponymHead = WordKinds(rawValue: 16384)
    static let particle = WordKinds(rawValue: 32768)
    static let suffix = WordKinds(rawValue: 65536)
    static let auxiliary = WordKinds(rawValue: 131072)
    /// Speaks of a contact: call, spoke, saw.
    static let contact = WordKinds(rawValue: 262144)
    static let heading = WordKinds(rawValue: 524288)
    static let calendar = WordKinds(rawValue: 1_048_576)
    static let placeCue = WordKinds(rawValue: 2_097_152)
    static let humanNoun = WordKinds(rawValue: 4_194_304)
}

enum Words {
    static let table: [String: WordKinds] = {
        var table: [String: WordKinds] = [:]
        for (kind, list) in people + grammar + places {
            for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                table[String(word), default: []].insert(kind)
            }
        }
        return table
    }()
}
