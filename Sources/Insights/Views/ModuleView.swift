import Foundation
import Kernel
import Persistence
import Register
import Web

/// A module as one caller sees it: the snapshot, whom they may see of it, and what staff noted.
struct ModuleView: Sendable {
    let snapshot: ModuleSnapshot
    /// Ids of students; nil: all.
    let visible: Set<String>?
    let care: [String: Care]
    let today: CivilDate
    /// The caller is the student, who is not shown what staff note.
    let isOwn: Bool

    /// The last day with a row, no later than today; today without rows.
    var lastDay: CivilDate {
        snapshot.cohort.days.map { min(CivilDate(dayNumber: Int($0.upperBound)), today) } ?? today
    }

    func sees(_ student: String) -> Bool {
        snapshot.cohort.index(of: student) != nil && visible?.contains(student) ?? true
    }
}

/// Whom of a module a caller may see.
enum Audience: Sendable {
    case everybody
    /// Students by number, and those whose adviser is one of these names in the exports.
    case some(numbers: Set<String>, advisers: Set<String>)

    /// - Throws: `InsightsError.unknownModule` for a module that the caller has nothing to do with
    static func of(_ caller: Principal, module: String, _ reader: any Reader) throws -> Audience {
        switch caller.role.reach(.seeInsights) {
        case .everybody: return .everybody
        case .taught:
            let taught = try RosterReach.modulesTaught(byUser: caller.userID, reader)
            guard taught.contains(where: { $0.lowercased() == module.lowercased() }) else {
                throw InsightsError.unknownModule
            }
            return .everybody
        case .advisees: return try advisees(caller, reader)
        case .own:
            let number = try caller.personID.flatMap { try RosterReach.studentNumber(ofPerson: $0, reader) }
            return .some(numbers: Set([number].compactMap(\.self)), advisers: [])
        case .nobody: return .some(numbers: [], advisers: [])
        }
    }

    private static func advisees(_ caller: Principal, _ reader: any Reader) throws -> Audience {
        guard let person = caller.personID else { return .some(numbers: [], advisers: []) }
        let links = try InsightsSettings.current(reader).adviserLinks
        return .some(
            numbers: Set(try RosterReach.studentNumbers(advisedBy: person, reader)),
            advisers: Set(links.filter { $0.person == person }.map(\.adviser)))
    }

    /// - Returns: nil for all
    func visible(in table: AttendanceTable) -> Set<String>? {
        guard case .some(let numbers, let advisers) = self else { return nil }
        return Set(
            table.students.lazy.filter { numbers.contains($0.id) || advisers.contains($0.adviser) }.map(\.id))
    }
}

extension InsightsStore {
    /// - Throws: `InsightsError.unknownModule` for a module that does not exist or in which the caller may see nobody
    func view(_ module: String, _ caller: Principal) async throws -> ModuleView {
        let now = clock.now()
        let (change, name, audience, care, today) = try await database.read { reader in
            let name = try Self.spelling(of: CellText.clean(module), reader)
            guard try Self.exists(name, reader) else { throw InsightsError.unknownModule }
            return (
                try reader.lastChange(), name, try Audience.of(caller, module: name, reader),
                try Self.care(module: name, reader), try SchoolSettings.current(reader).today(at: now)
            )
        }
        let snapshot = try await datasets.snapshot(of: name, atLeast: change)
        let visible = audience.visible(in: snapshot.table)
        guard visible?.isEmpty != true else { throw InsightsError.unknownModule }
        let isOwn = caller.role.reach(.seeInsights) == .own
        return ModuleView(
            snapshot: snapshot, visible: visible, care: isOwn ? [:] : care, today: today, isOwn: isOwn)
    }

    private static func exists(_ module: String, _ reader: any Reader) throws -> Bool {
        guard !module.isEmpty, !module.utf8.contains(0) else { return false }
        let imported = try reader.text(
            "SELECT id FROM insight_import WHERE module = \(module) AND kind = 'attendance' AND undone = 0 LIMIT 1")
        return try imported != nil || AttendanceFeed.module(code: module, reader) != nil
    }

    /// The modules with anything to see for the caller, by code.
    func modules(_ caller: Principal) async throws -> [ModuleView] {
        let now = clock.now()
        let (change, names, audience, today) = try await database.read { reader in
            var names = try Self.moduleNames(reader)
            var audience = Audience.everybody
            if caller.role.reach(.seeInsights) == .taught {
                let taught = Set(try RosterReach.modulesTaught(byUser: caller.userID, reader).map { $0.lowercased() })
                names.removeAll { !taught.contains($0.lowercased()) }
            } else if let first = names.first {
                audience = try Audience.of(caller, module: first, reader)
            }
            return (
                try reader.lastChange(), names, audience, try SchoolSettings.current(reader).today(at: now)
            )
        }
        return try await withThrowingTaskGroup(of: ModuleView?.self) { group in
            var views: [ModuleView?] = []
            for (index, name) in names.enumerated() {
                if index >= Self.modulesAtOnce, let view = try await group.next() { views.append(view) }
                group.addTask {
                    let snapshot = try await self.datasets.snapshot(of: name, atLeast: change)
                    let visible = audience.visible(in: snapshot.table)
                    guard visible?.isEmpty != true else { return nil }
                    return ModuleView(snapshot: snapshot, visible: visible, care: [:], today: today, isOwn: false)
                }
            }
            for try await view in group { views.append(view) }
            return views.compactMap(\.self).sorted { $0.snapshot.module < $1.snapshot.module }
        }
    }

    /// Those with files that count, and those of the register with marks, each once whatever its letter case.
    private static func moduleNames(_ reader: any Reader) throws -> [String] {
        let imported = try reader.fetchAll(
            String.self, "SELECT DISTINCT module FROM insight_import WHERE kind = 'attendance' AND undone = 0")
        let known = Set(imported.map { $0.lowercased() })
        let marked = try RosterReach.modulesWithMarks(reader).map(\.code).filter { !known.contains($0.lowercased()) }
        return imported + (try marked.map { try spelling(of: $0, reader) })
    }

    /// Datasets that are made together after a start; each reads from the database and computes by turns.
    private static let modulesAtOnce = 3
}
