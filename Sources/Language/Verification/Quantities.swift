/// The numbers of a sentence with their units, however they are written.
struct Quantities: Sendable {
    struct Quantity: Hashable, Sendable {
        let value: Double
        /// The unit that follows directly, in one spelling; nil when none is known.
        let unit: String?
    }

    let all: Set<Quantity>
    let values: Set<Double>
    /// Units that occur anywhere, also after `per`.
    let units: Set<String>

    init(_ text: String) {
        self.init(Word.words(in: text), in: text)
    }

    init(_ words: [Word], in text: String) {
        var all: Set<Quantity> = []
        for (index, word) in words.enumerated() {
            let isOne = word.folded == "one" && index + 1 < words.count && Self.spelling[words[index + 1].folded] != nil
            guard let value = isOne ? 1 : Self.value(of: word.folded) else { continue }
            let following = text[word.range.upperBound...].drop { $0 == " " }.first
            var unit = following == "%" ? "percent" : nil
            if unit == nil, index + 1 < words.count { unit = Self.spelling[words[index + 1].folded] }
            all.insert(Quantity(value: value, unit: unit))
        }
        self.all = all
        values = Set(all.map(\.value))
        units = Set(words.compactMap { Self.spelling[$0.folded] }).union(text.contains("%") ? ["percent"] : [])
    }

    /// Whether a unit, as quantities have it, is written with this stem.
    static func unit(_ unit: String, is stem: String) -> Bool {
        spelling.contains { $0.value == unit && PorterStemmer.stem($0.key) == stem }
    }

    static func isUnit(_ stem: String) -> Bool { unitStems.contains(stem) }

    private static let unitStems = Set(spelling.keys.filter { $0.utf8.count > 2 }.map(PorterStemmer.stem))

    /// nil for what is no number, and for `one`, which is mostly a pronoun.
    static func value(of folded: String) -> Double? {
        if let value = cardinals[folded] { return value }
        guard folded.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }) else { return nil }
        let parts = folded.split(separator: ",")
        let isGrouped = parts.count > 1 && parts.dropFirst().allSatisfy { $0.prefix { $0 != "." }.count == 3 }
        return Double(isGrouped ? parts.joined() : folded.replacing(",", with: "."))
    }

    private static let cardinals: [String: Double] = [
        "zero": 0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
        "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "million": 1_000_000, "half": 0.5,
        "twice": 2, "double": 2, "dozen": 12,
    ]

    /// Units in every usual spelling → one of them.
    private static let spelling: [String: String] = {
        let table: [String: String] = [
            "mcg": "mcg microgram micrograms", "mg": "mg milligram milligrams milligramme milligrammes",
            "g": "g gram grams gramme grammes", "kg": "kg kilogram kilograms kilo kilos",
            "ml": "ml millilitre millilitres milliliter milliliters mls", "l": "l litre litres liter liters",
            "mmol": "mmol mmols millimole millimoles", "mol": "mol mole moles", "unit": "u unit units iu",
            "mm": "mm millimetre millimetres millimeter millimeters", "cm": "cm centimetre centimetres centimeters",
            "m": "m metre metres meter meters", "km": "km kilometre kilometres kilometers",
            "s": "s sec secs second seconds", "min": "min mins minute minutes", "h": "h hr hrs hour hours hourly",
            "d": "day days daily", "w": "week weeks weekly", "month": "month months monthly",
            "a": "year years yearly annual", "percent": "percent percentage", "degree": "degree degrees",
            "point": "point points", "step": "step steps", "mmhg": "mmhg", "kcal": "kcal calorie calories",
            "level": "level levels", "dose": "dose doses", "time": "times",
        ]
        var spelling: [String: String] = [:]
        for (unit, names) in table {
            for name in names.split(separator: " ") { spelling[String(name)] = unit }
        }
        return spelling
    }()
}
