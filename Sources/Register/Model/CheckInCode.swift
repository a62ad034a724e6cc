import Kernel

/// The code on the lecturer's screen: six characters that follow from the session and the half minute, so nothing is stored
/// and every server shows the same.
struct CheckInCode: Sendable, Equatable {
    static let window: Int64 = 30_000
    static let length = 6
    /// Crockford's base 32: no I, L, O and U, which are misread or make words.
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    let text: String
    let validUntil: Instant

    init(session: String, at now: Instant, keys: RegisterKeys) {
        self.init(session: session, number: now.milliseconds / Self.window, keys: keys)
    }

    private init(session: String, number: Int64, keys: RegisterKeys) {
        let mac = Digest.hmacSHA256(Array("\(session)|\(number)".utf8), key: keys.checkIn)
        let characters = mac.prefix(Self.length).map { Self.alphabet[Int($0 & 31)] }
        text = String(decoding: characters, as: UTF8.self)
        validUntil = Instant(milliseconds: (number + 1) * Self.window)
    }

    /// Whether an entry is the code of now or the one before: reading and typing takes a while. Letters that look like
    /// digits count as those.
    static func accepts(_ entry: String, session: String, at now: Instant, keys: RegisterKeys) -> Bool {
        let number = now.milliseconds / window
        let typed = entry.uppercased().filter { !$0.isWhitespace && $0 != "-" }.map { character -> Character in
            switch character {
            case "O": "0"
            case "I", "L": "1"
            default: character
            }
        }
        return [number, number - 1].contains { number in
            Digest.constantTimeEqual(
                String(typed), CheckInCode(session: session, number: number, keys: keys).text)
        }
    }
}
