import Documents
import Kernel

/// A file read into a plan, with what the report says about the file itself.
struct ImportReading: Sendable {
    let kind: ImportKind
    /// nil when the person named the kind.
    let explanation: String?
    let plan: ImportPlan
    let encoding: String?
    let delimiter: String?

    /// Pure: the same bytes and context make the same plan.
    /// - Throws: `ImportError`, `CSVError`, `DocumentError` for a file that cannot be read at all
    static func read(_ bytes: [UInt8], kind stated: ImportKind?, _ context: ImportContext) throws -> ImportReading {
        guard !bytes.isEmpty else { throw ImportError.emptyFile }
        let finding = stated == nil ? try ImportDetector.detect(bytes, fileName: context.fileName) : nil
        let kind = stated ?? finding?.kind ?? .people
        switch kind {
        case .icalendar:
            return ImportReading(
                kind: kind, explanation: finding?.explanation, plan: try CalendarReader.read(bytes, context),
                encoding: nil, delimiter: nil)
        case .oneroster:
            return ImportReading(
                kind: kind, explanation: finding?.explanation, plan: try OneRosterReader.read(bytes, context),
                encoding: nil, delimiter: nil)
        case .people, .modules, .groups, .timetable, .attendance:
            if CalendarText.begins(bytes) { throw ImportError.wrongKind(expected: kind, found: .icalendar) }
            let table = try ImportTable(bytes)
            var plan = try reader(kind)(table, context)
            for (line, problem) in table.malformed { plan.refuse(plan.read(line), problem) }
            if plan.rows.isEmpty { plan.notes.append("The file has headings and no rows.") }
            return ImportReading(
                kind: kind, explanation: finding?.explanation, plan: plan, encoding: table.encoding,
                delimiter: table.delimiter)
        }
    }

    private static func reader(
        _ kind: ImportKind
    ) -> (ImportTable, ImportContext) throws -> ImportPlan {
        switch kind {
        case .modules: ModulesReader.read
        case .groups: GroupsReader.read
        case .timetable: TimetableReader.read
        case .attendance: AttendanceReader.read
        case .people, .oneroster, .icalendar: PeopleReader.read
        }
    }
}
