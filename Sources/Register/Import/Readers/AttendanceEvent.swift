import Kernel

/// One row of an attendance export, read by the rules for such files.
struct AttendanceEvent: Sendable {
    let row: Int
    let module: String
    let number: String
    let givenName: String?
    let familyName: String?
    let adviser: String?
    let description: String
    let kind: SessionKind
    let start: CellDate
    var status: MarkStatus
    let isCancelled: Bool
    /// Words in `present` and `cancelled` that mean neither yes nor no.
    let oddWords: Int

    struct Identity: Hashable, Sendable {
        let module: String
        let number: String
        let start: CellDate
        let description: String
    }

    var identity: Identity {
        Identity(module: module.lowercased(), number: number, start: start, description: description.lowercased())
    }

    /// Nanoseconds since 1970 by the school's clock, for order and distance.
    var moment: Int64 { Int64(start.day.dayNumber) * 86_400_000_000_000 + (start.nanoseconds ?? 0) }

    /// - Returns: nil when neither the file nor the row names a module.
    init?(
        _ row: ImportTable.Row, _ at: ImportColumns, _ context: ImportContext, module: String?, index: Int
    ) throws {
        number = try StudentNumber.read(row, at)
        guard let text = try at.text(row, .eventStart) else { throw RowProblem.required("startDateTime") }
        guard let start = CellDate.parse(text, in: context.zone) else { throw RowProblem.invalidDate("startDateTime") }
        guard let code = try context.module ?? at.text(row, .moduleCode, upTo: 64) ?? module else { return nil }
        self.module = StudentNumber.cleaned(code)
        self.row = index
        self.start = start
        givenName = try at.text(row, .givenName)
        familyName = try at.text(row, .familyName)
        adviser = try at.text(row, .adviser)
        description = try at.text(row, .eventDescription) ?? ""
        kind = SessionWords.exportKind(description)
        let present = YesNo(try at.text(row, .present), extra: ["present", "attended"], negative: ["absent"])
        let cancelled = YesNo(try at.text(row, .cancelled), extra: ["cancelled", "canceled"])
        let selfCertified = YesNo(try at.text(row, .selfCertified))
        let type = try at.text(row, .registerType)
        let isFifty = type.map { StudentNumber.cleaned($0) == "50" } ?? false
        isCancelled = cancelled == .yes
        oddWords = (present == .odd ? 1 : 0) + (cancelled == .odd ? 1 : 0)
        // other text beside self-certification is the reason, so it counts as yes
        let excused = isFifty || selfCertified != .no
        status = present == .yes && !isFifty ? .present : excused ? .excused : .absent
    }
}

extension SessionWords {
    /// Rule 9: self-study wins over placement, everything else is teaching.
    static func exportKind(_ description: String) -> SessionKind {
        let kind = kind(description)
        return kind == .selfStudy || kind == .placement ? kind : .lecture
    }
}

/// The words for yes and no in exports (rule 7).
enum YesNo: Sendable {
    case yes, no, odd

    init(_ text: String?, extra: Set<String> = [], negative: Set<String> = []) {
        switch text?.lowercased() {
        case nil, "", "false", "f", "no", "n", "0", "0.0": self = .no
        case "true", "t", "yes", "y", "1", "1.0": self = .yes
        case let word?: self = extra.contains(word) ? .yes : negative.contains(word) ? .no : .odd
        }
    }
}
