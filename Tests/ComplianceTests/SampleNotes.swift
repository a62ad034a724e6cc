import Foundation

/// The 36 synthetic notes with their marked identifiers (Tests/Vectors/therapy).
struct SampleNotes {
    struct Note: Decodable {
        let id: String
        let file: String
        let spans: [Span]
        fileprivate(set) var text = ""

        private enum CodingKeys: String, CodingKey { case id, file, spans }

        /// Words that the note holds outside of its marks as well, as an eponym or a verb: they stay readable there.
        func repeatsElsewhere(_ words: String) -> Bool {
            var isMarked = [Bool](repeating: false, count: text.unicodeScalars.count)
            for span in spans { for at in span.start..<span.end { isMarked[at] = true } }
            let rest = zip(text.unicodeScalars, isMarked).map { $1 ? "\n" : Character($0) }
            return String(rest).contains(words)
        }

        func words(_ span: Span) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: Array(text.unicodeScalars)[span.start..<span.end])
            return String(view)
        }
    }

    struct Span: Decodable {
        let start: Int
        let end: Int
        let type: String
        let tier: String
    }

    private struct Gold: Decodable { let notes: [Note] }

    static func all() throws -> [Note] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Vectors/therapy")
        let gold = try JSONDecoder().decode(
            Gold.self, from: Data(contentsOf: folder.appendingPathComponent("gold.json")))
        return try gold.notes.map { note in
            var note = note
            note.text = try String(contentsOf: folder.appendingPathComponent(note.file), encoding: .utf8)
            return note
        }
    }
}
