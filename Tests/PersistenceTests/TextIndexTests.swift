import Kernel
import Persistence
import TestSupport
import Testing

private let index = TextIndex("words")
private let schema = [Migration(name: "test-0001 words") { try index.create($0) }]

/// Entries in one scope unless a test says otherwise; keys are made of the position.
private func withTexts(
    _ engine: TestEngine, _ texts: [String], _ body: (Database) async throws -> Void
) async throws {
    try await withDatabase(engine, migrations: schema) { (database) async throws in
        try await database.write { tx in
            try index.put(texts.enumerated().map { TextEntry(key: "\($0)", scope: "s", text: $1) }, tx)
        }
        try await body(database)
    }
}

extension Database {
    fileprivate func found(_ query: String, scopes: Set<String>? = nil, limit: Int = 50) async throws -> TextHits {
        try await read { try index.search(TextQuery(query), scopes: scopes, limit: limit, $0) }
    }
}

extension TextHits {
    fileprivate var keys: [String] { hits.map(\.key) }
}

extension TextHit {
    /// The snippet as a person sees it, what was looked for in brackets.
    fileprivate var shown: String { snippet.map { $0.hit ? "[\($0.text)]" : $0.text }.joined() }
}

@Suite struct TextIndexTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let query: String
        /// The text with what was found in brackets; nil when nothing is.
        let shown: String?
        var testDescription: String { "\(query) in \(text)" }

        init(_ text: String, _ query: String, _ shown: String?) {
            (self.text, self.query, self.shown) = (text, query, shown)
        }
    }

    static let cases = [
        Case("The left ventricle fails.", "ventricle", "The left [ventricle] fails."),
        Case("The left ventricle fails.", "VENTRICLE left", "The [left] [ventricle] fails."),
        Case("The left ventricle fails.", "ventricle right", nil),
        Case("The left ventricle fails.", "ventric", nil),
        Case("The left ventricle fails.", "ventric*", "The left [ventricle] fails."),
        Case("The left ventricle fails.", "v*", "The left [ventricle] fails."),
        Case("The left ventricle fails.", "\"left ventricle\"", "The [left ventricle] fails."),
        Case("The left ventricle fails.", "\"ventricle left\"", nil),
        Case("The left ventricle fails.", "\"left vent*\"", "The [left ventricle] fails."),
        Case("The left ventricle fails.", "“left ventricle” fails", "The [left ventricle] [fails]."),
        Case("The left, ventricle", "\"left ventricle", "The [left, ventricle]"),
        Case("Déjà vu in Málaga", "deja malaga", "[Déjà] vu in [Málaga]"),
        Case("De\u{301}ja\u{300} vu", "déjà", "[De\u{301}ja\u{300}] vu"),
        Case("naive", "naïve", "[naive]"),
        Case("Straße, Œuvre, Søren, Łódź", "strasse oeuvre soren lodz", "[Straße], [Œuvre], [Søren], [Łódź]"),
        Case("STRASSE", "straße", "[STRASSE]"),
        Case("İstanbul ve ılık", "istanbul ilik", "[İstanbul] ve [ılık]"),
        Case("ﬁbrillation ２４", "fibrillation 24", "[ﬁbrillation] [２４]"),
        Case("A well-being plan", "well-being", "A [well-being] plan"),
        Case("A well being plan", "well-being", "A [well being] plan"),
        Case("A being well", "well-being", nil),
        Case("We don't know", "don't", "We [don't] know"),
        Case("We don’t know", "don't", "We [don’t] know"),
        Case("L'hôpital", "hopital", "L'[hôpital]"),
        Case("pH 7.35 at 5 mg/kg", "7.35", "pH [7.35] at 5 mg/kg"),
        Case("pH 7.35 at 5 mg/kg", "mg/kg", "pH 7.35 at 5 [mg/kg]"),
        Case("soft\u{AD}hyphen", "softhyphen", "[soft\u{AD}hyphen]"),
        Case("Добрый день, Ёлка", "добрый ЕЛКА", "[Добрый] день, [Ёлка]"),
        Case("Η καρδιά σας", "καρδια ΣΑΣ", "Η [καρδιά] [σας]"),
        Case("قَلْب", "قلب", "[قَلْب]"),
        Case("שָׁלוֹם", "שלום", "[שָׁלוֹם]"),
        Case("हृदय की विफलता", "हृदय", "[हृदय] की विफलता"),
        Case("हृदय", "हद", nil),
        Case("物理療法課程設計", "療法", "物理[療法]課程設計"),
        Case("物理療法課程設計", "法療", nil),
        Case("心臓のリハビリ", "リハ", "心臓の[リハ]ビリ"),
        Case("カ\u{3099}ン", "ガン", "[カ\u{3099}ン]"),
        Case("학교에서 배웠다", "학교", "[학교]에서 배웠다"),
        Case("หัวใจล้มเหลว", "หัวใจ", "[หัวใจ]ล้มเหลว"),
        Case("Use iPhone的相機", "iphone的", "Use [iPhone的]相機"),
        Case("one 😀 two", "😀 two", "one 😀 [two]"),
        Case("one 😀 two", "\"one two\"", "[one 😀 two]"),
        Case("and or not near", "AND OR NOT NEAR", "[and] [or] [not] [near]"),
        Case("ventricle", "-ventricle (+ventricle) body:ventricle", nil),
        Case("the body of a ventricle", "-ventricle (+ventricle) body:ventricle", nil),
        Case("body ventricle", "body:ventricle", "[body ventricle]"),
        Case("zero\0byte", "byte", "zero [byte]"),
    ]

    @Test("Words, phrases, beginnings, accents and scripts", arguments: TestEngine.available)
    func table(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: schema) { (database) async throws in
            for (number, one) in Self.cases.enumerated() {
                let scope = "\(number)"
                try await database.write { try index.put([TextEntry(key: scope, scope: scope, text: one.text)], $0) }
                let hits = try await database.found(one.query, scopes: [scope])
                #expect(hits.hits.first?.shown == one.shown, "\(one.testDescription)")
                #expect(hits.total == (one.shown == nil ? 0 : 1), "\(one.testDescription)")
            }
        }
    }

    static let hostile = [
        "", " ", "\"", "\"\"", "*", "**", "a**", "'", "''; DROP TABLE words_entry; --", "\\", "a\\'b", "(", ")", "AND",
        "a AND", "NEAR(a b)", "a NOT b", "{body} : a", "^a", "a + b", "!a", "a | b", "a & !b", "a <-> b", ":*", "a:*",
        "\0", "a\0b", "😀", "\u{200D}", "\u{301}", "the a of", "-", "--", "%", "_", "$1", "?", "\u{FFFD}", "\"a\"b\"c",
    ]

    @Test("No query is an error", arguments: TestEngine.available)
    func hostile(engine: TestEngine) async throws {
        try await withTexts(engine, ["the heart of a b"]) { (database) async throws in
            for query in Self.hostile {
                #expect(try await database.found(query).total <= 1, "\(query)")
                #expect(try await database.found(query, scopes: ["s"]).total <= 1, "\(query)")
            }
        }
    }

    @Test("Very long queries and words are cut, not refused", arguments: TestEngine.available)
    func long(engine: TestEngine) async throws {
        let word = String(repeating: "x", count: 3_000)
        try await withTexts(engine, [word + " end", "heart"]) { (database) async throws in
            #expect(try await database.found(word).keys == ["0"])
            #expect(try await database.found(String(repeating: "heart ", count: 2_000)).keys == ["1"])
            let many = (0..<2_000).map { "w\($0)" }.joined(separator: " ")
            #expect(try await database.found(many).total == 0)
            #expect(try await database.found(String(repeating: "\"", count: 10_000)).total == 0)
            #expect(try await database.found("heart " + String(repeating: "* ", count: 5_000)).keys == ["1"])
        }
    }

    @Test("Better fits come first, on both engines in the same order", arguments: TestEngine.available)
    func order(engine: TestEngine) async throws {
        let texts = [
            "The heart is an organ among many other organs that a student of anatomy has to know by name.",
            "Heart failure: the heart fails.",
            "Heart failure.",
            "Failure is common, and heart too, in a long sentence about very many unrelated things of daily life.",
            "Nothing of the kind.",
        ]
        try await withTexts(engine, texts) { (database) async throws in
            #expect(try await database.found("heart").keys == ["1", "2", "3", "0"])
            #expect(try await database.found("heart failure").keys == ["2", "1", "3"])
            #expect(try await database.found("\"heart failure\"").keys == ["2", "1"])
        }
    }

    @Test("A rare word weighs more than a common one", arguments: TestEngine.available)
    func rare(engine: TestEngine) async throws {
        let common = (0..<30).map { "heart lesson number \($0)" }
        let texts = common + ["heart heart sarcoidosis", "heart sarcoidosis sarcoidosis"]
        try await withTexts(engine, texts) { (database) async throws in
            #expect(try await database.found("heart sarcoidosis").keys == ["31", "30"])
        }
    }

    @Test("Only what may be seen is found", arguments: TestEngine.available)
    func scopes(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: schema) { (database) async throws in
            try await database.write { tx in
                for scope in 0..<100 {
                    try index.put([TextEntry(key: "k\(scope)", scope: "s\(scope)", text: "heart")], tx)
                }
            }
            #expect(try await database.found("heart", scopes: []).total == 0)
            #expect(try await database.found("heart", scopes: ["s7", "unknown"]).hits.map(\.scope) == ["s7"])
            #expect(try await database.found("heart", scopes: ["s7", "s50", "s9"]).keys == ["k50", "k9", "k7"])
            let many = Set((0..<90).map { "s\($0)" })
            #expect(try await database.found("heart", scopes: many).total == 90)
            #expect(try await database.found("heart").total == 100)
        }
    }

    @Test(
        "Entries that may not be seen are not counted, however many stand before the others",
        arguments: TestEngine.available)
    func visible(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: schema) { (database) async throws in
            try await database.write { tx in
                for (scope, count) in [("old", 30), ("new", 1_500)] {
                    try index.put((0..<count).map { TextEntry(key: "\(scope) \($0)", scope: scope, text: "heart") }, tx)
                }
            }
            let hits = try await database.read { reader in
                try index.search(
                    TextQuery("heart"), visible: { Set($0.filter { $0.hasPrefix("old") || $0 == "new 7" }) }, limit: 50,
                    reader)
            }
            #expect(hits.total == 31 && !hits.isMore)
            #expect(hits.keys == ["new 7"] + (0..<30).map { "old \($0)" })
        }
    }

    @Test("Texts are replaced, moved and removed", arguments: TestEngine.available)
    func changes(engine: TestEngine) async throws {
        try await withTexts(engine, ["heart one", "heart two", "heart three"]) { (database) async throws in
            try await database.write { try index.put([TextEntry(key: "1", scope: "s", text: "liver two")], $0) }
            #expect(try await database.found("heart").keys == ["0", "2"])
            #expect(try await database.found("liver").keys == ["1"])
            // in its old place among equals
            try await database.write { try index.put([TextEntry(key: "1", scope: "s", text: "heart two")], $0) }
            #expect(try await database.found("heart").keys == ["0", "1", "2"])
            try await database.write { try index.put([TextEntry(key: "1", scope: "other", text: "heart two")], $0) }
            #expect(try await database.found("heart", scopes: ["s"]).keys == ["0", "2"])
            #expect(try await database.found("heart", scopes: ["other"]).keys == ["1"])
            try await database.write { try index.remove(keys: ["0", "unknown"], $0) }
            #expect(try await database.found("heart", scopes: ["s"]).keys == ["2"])
            try await database.write { try index.remove(scope: "s", $0) }
            try await database.write { try index.remove(scope: "unknown", $0) }
            #expect(try await database.found("heart").keys == ["1"])
            try await database.write { try index.put([TextEntry(key: "1", scope: "other", text: " … ")], $0) }
            #expect(try await database.found("heart").total == 0)
        }
    }

    @Test("What a failed transaction put is not found", arguments: TestEngine.available)
    func rollback(engine: TestEngine) async throws {
        try await withTexts(engine, ["heart"]) { (database) async throws in
            try? await database.write { (tx) throws in
                try index.put([TextEntry(key: "0", scope: "s", text: "liver")], tx)
                throw Refused()
            }
            #expect(try await database.found("heart").total == 1)
            #expect(try await database.found("liver").total == 0)
        }
    }

    @Test("A text of any length is found from its first word to its last", arguments: TestEngine.available)
    func longText(engine: TestEngine) async throws {
        let words = (0..<20_000).map { "word\($0)" }
        try await withTexts(engine, [words.joined(separator: " ")]) { (database) async throws in
            for start in [0, 3_966, 3_967, 3_968, 3_999, 4_000, 19_990] {
                let phrase = words[start..<start + 10].joined(separator: " ")
                let hits = try await database.found("\"\(phrase)\"")
                #expect(hits.keys == ["0"])
                #expect(hits.hits.first?.snippet.first { $0.hit }?.text == phrase)
                #expect(hits.hits.first.map { $0.shown.utf8.count < 600 } == true)
            }
            try await database.write { try index.remove(keys: ["0"], $0) }
            #expect(try await database.found("word7").total == 0)
        }
    }

    @Test("Pages follow each other without a gap or a repetition", arguments: TestEngine.available)
    func pages(engine: TestEngine) async throws {
        let texts = (0..<57).map { String(repeating: "heart ", count: $0 % 5 + 1) + "number \($0)" }
        try await withTexts(engine, texts) { (database) async throws in
            let all = try await database.found("heart", limit: 100).keys
            #expect(Set(all).count == 57)
            var paged: [String] = []
            var cursor: String?
            repeat {
                let after = cursor
                let page = try await database.read {
                    try index.search(TextQuery("heart"), limit: 10, after: after, $0)
                }
                #expect(page.total == 57 && !page.isMore)
                paged += page.keys
                cursor = page.next
            } while cursor != nil
            #expect(paged == all)
            for bad in ["", "x", "1", "1.x", "1.2.3", "9223372036854775808.1"] {
                await #expect(throws: InvalidInput.self) {
                    try await database.read { try index.search(TextQuery("heart"), after: bad, $0) }
                }
            }
        }
    }

    @Test(
        "Of a word that stands everywhere the newest thousand are ranked, and more is said",
        arguments: TestEngine.available)
    func bounded(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: schema) { (database) async throws in
            for scope in 0..<3 {
                try await database.write { tx in
                    try index.put(
                        (0..<400).map { TextEntry(key: "\(scope)-\($0)", scope: "s\(scope)", text: "heart \($0)") }, tx)
                }
            }
            let hits = try await database.found("heart")
            #expect(hits.total == 1_000 && hits.isMore)
            #expect(hits.hits.allSatisfy { $0.scope == "s2" })
            let few = try await database.found("heart", scopes: ["s0", "s1", "s2"])
            #expect(few.total == 1_000 && few.isMore)
            let two = try await database.found("heart", scopes: ["s0", "s1"])
            #expect(two.total == 800 && !two.isMore)
        }
    }
}
