/// Which lists hold a word.
struct Lexeme: OptionSet, Sendable {
    let rawValue: UInt8
    static let given = Lexeme(rawValue: 1)
    static let surname = Lexeme(rawValue: 2)
    /// With a meaning besides a name: English, of the clinic, a drug or a brand, and no frequent given name.
    static let ordinary = Lexeme(rawValue: 4)
}
