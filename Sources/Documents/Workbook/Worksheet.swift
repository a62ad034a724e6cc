/// One sheet of a workbook as text, the way a person reads it: dates as ISO 8601, whole numbers without `.0`,
/// booleans as `true` and `false`, formulas as the value that was saved with them.
package struct Worksheet: Sendable, Equatable {
    package struct Row: Sendable, Equatable {
        /// The row's number in the sheet, from 1, as Excel shows it.
        package let number: Int
        /// Cells from column A on; gaps are empty texts and nothing follows the last cell that was written.
        package let cells: [String]

        package init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }
    }

    package let name: String
    package let isHidden: Bool
    /// Rows that have a cell, in file order.
    package let rows: [Row]

    package init(name: String, isHidden: Bool = false, rows: [Row]) {
        self.name = name
        self.isHidden = isHidden
        self.rows = rows
    }
}

/// Column letters of cell references: A = 0 … XFD = 16383.
enum CellReference {
    static let columns = 16_384

    /// The column of a reference such as `BC12`; nil when it is none.
    static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            guard byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") else { break }
            column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            if column > columns { return nil }
        }
        return column == 0 ? nil : column - 1
    }

    static func letters(_ column: Int) -> String {
        var rest = column + 1
        var letters = ""
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
