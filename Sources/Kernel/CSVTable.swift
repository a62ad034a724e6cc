/// A CSV file as records of cleaned cells (`CellText`), with what could not be read beside it.
package struct CSVTable: Sendable, Equatable {
    package let encoding: TextEncoding
    /// `,`, `;` or a tab.
    package let delimiter: Character
    package let header: [String]
    /// As many cells as the header has: trailing empty fields are dropped, short rows padded.
    package let rows: [Row]
    package let malformed: [Malformed]

    package struct Row: Sendable, Equatable {
        /// The line of the file where the record begins, from 1; a quoted cell may hold further lines.
        package let line: Int
        package let cells: [String]
    }

    package struct Malformed: Sendable, Equatable {
        package enum Reason: String, Sendable {
            /// Text in a field beyond the header's last.
            case surplusFields = "surplus_fields"
            /// A quote that is never closed; the record holds the rest of the file.
            case unterminatedQuote = "unterminated_quote"
        }

        package let line: Int
        package let reason: Reason
        /// The record's cells, at most 64 of them and each cut to 200 characters.
        package let cells: [String]

        package var sentence: String {
            switch reason {
            case .surplusFields: "Line \(line) has more fields than the header."
            case .unterminatedQuote: "A quote that opens in the record of line \(line) is never closed."
            }
        }
    }

    package init(encoding: TextEncoding, delimiter: Character, header: [String], rows: [Row], malformed: [Malformed]) {
        (self.encoding, self.delimiter, self.header) = (encoding, delimiter, header)
        (self.rows, self.malformed) = (rows, malformed)
    }

    /// The position of the column with this name, any letter case.
    package func column(_ name: String) -> Int? {
        let wanted = name.lowercased()
        return header.firstIndex { $0.lowercased() == wanted }
    }
}
