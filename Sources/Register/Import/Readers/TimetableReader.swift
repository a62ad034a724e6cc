import Kernel
import Sync

/// Sessions of groups that the register knows, one to a row: module, group, day, start and end.
enum TimetableReader {
    static let columns: [ImportColumn] = [
        .moduleCode, .group, .date, .start, .end, .minutes, .title, .sessionKind, .location, .teacher,
    ]

    static func read(_ table: ImportTable, _ context: ImportContext) throws -> ImportPlan {
        let module: [[ImportColumn]] = context.module == nil && context.group == nil ? [[.moduleCode]] : []
        let at = try ImportColumns(table, kind: .timetable, columns, required: module + [[.date, .start]])
        var plan = ImportPlan()
        for row in table.rows {
            let index = plan.read(row.line)
            do {
                let (name, session) = try session(row, at, context)
                if let known = plan.sessions[name] {
                    guard known == session else {
                        throw RowProblem(
                            "start", "duplicate_session", "Another row has a different session of this group then.")
                    }
                    plan.rows[index].fate = .merged(.duplicateRow)
                }
                plan.sessions.add(name, row: index, session)
            } catch let problem as RowProblem { plan.refuse(index, problem) }
        }
        return plan
    }

    private static func session(
        _ row: ImportTable.Row, _ at: ImportColumns, _ context: ImportContext
    ) throws -> (SessionName, PlannedSession) {
        let group: GroupName
        if let stated = context.group, try at.text(row, .group) == nil {
            group = stated.groupName
        } else {
            guard let code = try at.text(row, .moduleCode, upTo: 64) ?? context.module else {
                throw RowProblem.required("module")
            }
            group = GroupName(module: StudentNumber.cleaned(code), name: try at.text(row, .group) ?? GroupDefaults.name)
        }
        // one cell may hold day and time together, under either heading
        let day = at.has(.date) ? try at.date(row, .date, in: context.zone) : try at.date(row, .start, in: context.zone)
        guard let day else { throw RowProblem.required("date") }
        let start = at.has(.start) ? try at.time(row, .start, in: context.zone) : try clock(row, at, context)
        let end = try end(row, at, context, start: start)
        let kind = try at.text(row, .sessionKind).map(SessionWords.kind)
        let title = try at.text(row, .title)
        let session = PlannedSession(
            title: title ?? kind.map(SessionWords.title) ?? "Session", kind: kind ?? SessionWords.kind(title ?? ""),
            end: end, location: try at.text(row, .location), teacherName: try at.text(row, .teacher),
            state: .scheduled, origin: .timetable)
        return (SessionName(group: group, date: day, period: start?.description ?? SessionIdentity.wholeDay), session)
    }

    /// The time beside the day in a single date column; a day alone is a whole-day session.
    private static func clock(
        _ row: ImportTable.Row, _ at: ImportColumns, _ context: ImportContext
    ) throws -> CivilTime? {
        try at.text(row, .date).flatMap { CellDate.parse($0, in: context.zone)?.time }
    }

    private static func end(
        _ row: ImportTable.Row, _ at: ImportColumns, _ context: ImportContext, start: CivilTime?
    ) throws -> CivilTime? {
        var end = try at.time(row, .end, in: context.zone)
        if end == nil, let start, let text = try at.text(row, .minutes) {
            guard let minutes = Int(text), (1...1_439).contains(minutes) else {
                throw RowProblem("minutes", "invalid_minutes", "The minutes are not a whole number from 1 to 1439.")
            }
            let sum = start.minuteOfDay + minutes
            guard let time = CivilTime(hour: sum / 60, minute: sum % 60) else {
                throw RowProblem("minutes", "end_after_midnight", "The session would end on another day.")
            }
            end = time
        }
        guard let end else { return nil }
        guard let start, end > start else {
            throw RowProblem("end", "end_before_start", "The end does not come after the start.")
        }
        return end
    }
}

/// The words by which files tell what kind of session it is.
enum SessionWords {
    /// Self-study wins over placement (rule 9 of attendance exports), the rest is looked for by the usual words.
    static func kind(_ text: String) -> SessionKind {
        let word = text.lowercased()
        func holds(_ parts: String...) -> Bool { parts.contains { word.contains($0) } }
        if holds("med.study", "self-study", "self study", "selfstudy") { return .selfStudy }
        if holds("med.plac", "med.othr", "palliative care", "placement") { return .placement }
        if holds("clinic", "ward round"), !holds("clinical") { return .clinic }
        if holds("seminar", "tutorial", "workshop", "pbl") { return .seminar }
        if holds("lab", "practical", "skills") { return .lab }
        return .lecture
    }

    static func title(_ kind: SessionKind) -> String {
        kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
    }
}
