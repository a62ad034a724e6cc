import Documents
import Kernel

/// What a file holds, told from its content; the person may say otherwise.
enum ImportDetector {
    struct Finding: Sendable, Equatable {
        let kind: ImportKind
        /// For the person: what it was taken for and why.
        let explanation: String
    }

    /// - Throws: `kind_not_recognised`, and what reading the file throws
    static func detect(_ bytes: [UInt8], fileName: String?) throws -> Finding {
        if CalendarText.begins(bytes) {
            return Finding(kind: .icalendar, explanation: "Taken for a calendar: it begins with BEGIN:VCALENDAR.")
        }
        if ZipArchive.looksLike(bytes), !WorkbookReader.looksLike(bytes), OneRosterFiles.isRoster(bytes) {
            return Finding(kind: .oneroster, explanation: "Taken for a OneRoster archive: it has the standard's files.")
        }
        let table = try ImportTable(bytes)
        if let name = OneRosterFiles.name(of: table, fileName) {
            return Finding(
                kind: .oneroster,
                explanation: "Taken for \(name.rawValue).csv of OneRoster: it has the standard's columns.")
        }
        for (kind, columns, needed) in candidates {
            let at = ImportColumns(table.header, columns)
            guard needed.allSatisfy({ alternatives in alternatives.contains { at.has($0) } }) else { continue }
            let names = needed.compactMap { alternatives in alternatives.first { at.has($0) }?.label }
            return Finding(
                kind: kind, explanation: "Taken for \(kind.noun): it has the columns \(names.joined(separator: ", ")).")
        }
        throw ImportError.kindNotRecognised(found: table.header)
    }

    /// From the most particular to the most general.
    private static let candidates: [(ImportKind, [ImportColumn], [[ImportColumn]])] = [
        (
            .attendance, AttendanceReader.columns,
            [[.number], [.eventStart], [.present, .registerType, .eventDescription]]
        ),
        (.timetable, TimetableReader.columns, [[.moduleCode], [.date, .start], [.start, .end, .location, .title]]),
        (.groups, GroupsReader.columns, [[.moduleCode], [.group, .number]]),
        (.people, PeopleReader.columns, [[.number], [.familyName, .fullName, .givenName]]),
        (.modules, ModulesReader.columns, [[.plainCode], [.plainTitle]]),
    ]
}
