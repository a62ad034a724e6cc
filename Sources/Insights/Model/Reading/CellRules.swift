/// What single cells mean (rules 5, 7, 8). Cells come cleaned (`CellText`).
package enum CellRules {
    /// An id is text: leading zeros stay, only a trailing `.0` after digits goes (spreadsheets add it).
    package static func studentId(_ cell: String) -> String {
        guard cell.hasSuffix(".0"), cell.count > 2, cell.utf8.dropLast(2).allSatisfy({ (48...57).contains($0) }) else {
            return cell
        }
        return String(cell.dropLast(2))
    }

    /// Nil is an odd word, which reads as no and is counted.
    package static func present(_ cell: String) -> Bool? {
        switch cell.lowercased() {
        case "present", "attended": true
        case "absent": false
        case let word: boolean(word)
        }
    }

    /// Nil is an odd word, which reads as no and is counted.
    package static func cancelled(_ cell: String) -> Bool? {
        switch cell.lowercased() {
        case "cancelled", "canceled": true
        case let word: boolean(word)
        }
    }

    /// Any text that is not a yes or a no is the reason of a self-certification.
    package static func selfCertified(_ cell: String) -> (Bool, reason: String) {
        boolean(cell.lowercased()).map { ($0, "") } ?? (true, cell)
    }

    /// Register type 50, as `50` or `50.0`: absence was authorised.
    package static func isAuthorisedAbsence(_ cell: String) -> Bool { cell == "50" || cell == "50.0" }

    /// Attended is present under another register type than 50; excused is not attended, and type 50 or self-certified.
    package static func status(present: Bool, authorisedAbsence: Bool, selfCertified: Bool) -> AttendanceStatus {
        if present && !authorisedAbsence { return .attended }
        return authorisedAbsence || selfCertified ? .excused : .absent
    }

    private static func boolean(_ word: String) -> Bool? {
        switch word {
        case "true", "t", "yes", "y", "1", "1.0": true
        case "false", "f", "no", "n", "0", "0.0", "": false
        default: nil
        }
    }
}
