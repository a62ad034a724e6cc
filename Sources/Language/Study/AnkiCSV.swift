import Kernel

/// Flash cards as a text file that Anki imports: front, back, tags, with the header directives of Anki 2.1.54 and later
/// (https://docs.ankiweb.net/importing/text-files.html). Fields are quoted where they need it; what a spreadsheet would run
/// as a formula gets an apostrophe.
package enum AnkiCSV {
    /// - Parameter tags: of every card; blanks in them become underscores, as Anki separates tags by blanks.
    package static func bytes(_ cards: StudyCards, tags: [String]) -> [UInt8] {
        let tagged = tags.map { tag in
            String(tag.map { $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "\"" ? "_" : $0 })
        }.filter { !$0.isEmpty }
        var bytes = Array("#separator:Comma\n#html:false\n#columns:Front,Back,Tags\n#tags column:3\n".utf8)
        for card in cards.cards {
            let back = "\(card.back) (\(place(card.citation)))"
            append([card.front, back, (tagged + ["rounds"]).joined(separator: " ")], to: &bytes)
        }
        for question in cards.quiz {
            let choices = question.choices.enumerated().map { "\(letters[$0.offset % letters.count])) \($0.element)" }
            let front = ([question.question] + choices).joined(separator: "\n")
            let back = "\(question.choices[question.answer]) (\(place(question.citation)))"
            append([front, back, (tagged + ["rounds", "quiz"]).joined(separator: " ")], to: &bytes)
        }
        return bytes
    }

    private static let letters = ["a", "b", "c", "d", "e", "f"]

    /// Title and time or page of the source.
    private static func place(_ citation: Citation) -> String {
        if let page = citation.page { return "\(citation.source.title), page \(page)" }
        guard let start = citation.start else { return citation.source.title }
        let seconds = Int(start)
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(citation.source.title), \((seconds < 3600 ? clock.dropFirst() : clock[...]).joined(separator: ":"))"
    }

    private static func append(_ fields: [String], to bytes: inout [UInt8]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            let safe = CSVWriter.neutralised(field)
            // a line that begins with # would be a directive
            if safe.contains(where: { ",\"\n\r;#\t".contains($0) }) {
                bytes.append(contentsOf: "\"\(safe.replacing("\"", with: "\"\""))\"".utf8)
            } else {
                bytes.append(contentsOf: safe.utf8)
            }
        }
        bytes.append(UInt8(ascii: "\n"))
    }
}
