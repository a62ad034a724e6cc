import Kernel

/// Exchanges ids of the installation for ids of the archive and, on the way in, for new ones.
///
/// An archive id is derived from the kind of thing and its place in the archive. So it says nothing of the installation,
/// equal data have equal archives, and an id is found and exchanged wherever it stands, also inside the citations of an
/// answer: no text that a person wrote holds such an id by chance.
struct ArchiveIdentifiers {
    enum Kind: String {
        case session, recording, segment, edit, attachment, note, tag, aiNotes, question, thread, study, card, other
    }

    private var known: [String: String] = [:]
    private var counts: [String: Int] = [:]

    /// The archive's id of a thing; the same for the same thing, and the next free one for a new thing.
    mutating func archived(_ id: String, _ kind: Kind) -> String {
        if let archived = known[id] { return archived }
        let number = counts[kind.rawValue, default: 0]
        counts[kind.rawValue] = number + 1
        let archived = Self.id(kind, number)
        known[id] = archived
        return archived
    }

    static func id(_ kind: Kind, _ number: Int) -> String {
        Identifier.derived(["rounds-archive", kind.rawValue, String(number)])
    }

    /// A new id for every archive id that it is asked for; the same for the same.
    mutating func renewed(_ id: String) -> String {
        if let new = known[id] { return new }
        let new = Identifier.v7()
        known[id] = new
        return new
    }

    /// What an id of the archive is here.
    mutating func take(_ archived: String, as id: String) { known[archived] = id }

    /// Every known id inside every string exchanged.
    func exchange(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text): .string(exchange(text))
        case .array(let elements): .array(elements.map(exchange))
        case .object(let members): .object(members.mapValues(exchange))
        default: value
        }
    }

    func exchange(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count >= 36 else { return text }
        var result: [UInt8] = []
        var copied = 0
        var index = 0
        while index + 36 <= bytes.count {
            // cheap first: an id has its first hyphen here
            guard bytes[index + 8] == UInt8(ascii: "-"), bytes[index + 13] == UInt8(ascii: "-"),
                let new = known[String(decoding: bytes[index..<index + 36], as: UTF8.self)]
            else {
                index += 1
                continue
            }
            result += bytes[copied..<index] + Array(new.utf8)
            index += 36
            copied = index
        }
        return copied == 0 ? text : String(decoding: result + bytes[copied...], as: UTF8.self)
    }
}
