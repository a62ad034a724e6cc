import Kernel
import Persistence
import Web

/// What of the register somebody may read. Everything outside is answered as if it did not exist.
struct Scope: Sendable {
    enum Breadth: Sendable, Equatable {
        case everything
        /// Only what the other members name.
        case listed
    }

    let breadth: Breadth
    /// Groups whose sessions are visible.
    private(set) var groups: [String] = []
    /// Groups whose students, marks and enrolments are visible too.
    private(set) var taught: [String] = []
    /// Students visible by themselves: a student's own person, an adviser's advisees.
    private(set) var people: [String] = []
    /// Whether reasons and evidence of absence notices are shown of everybody in view.
    private let showsReasons: Bool
    private let owner: String

    static func of(_ caller: Principal, _ reader: any Reader) throws -> Scope {
        switch caller.role.reach(.readRegister) {
        case .everybody: return Scope(breadth: .everything, showsReasons: true, caller)
        case .taught:
            var scope = Scope(breadth: .listed, showsReasons: false, caller)
            scope.taught = try groupsTaught(by: caller, reader)
            scope.groups = scope.taught
            return scope
        case .advisees:
            var scope = Scope(breadth: .listed, showsReasons: false, caller)
            if let person = caller.personID {
                scope.people = try reader.texts(
                    "SELECT id FROM person WHERE adviser_id = \(person) AND deleted = 0 ORDER BY id")
            }
            scope.taught = try groupsTaught(by: caller, reader)
            scope.groups = Set(try groups(of: scope.people, reader)).union(scope.taught).sorted()
            return scope
        case .own:
            var scope = Scope(breadth: .listed, showsReasons: false, caller)
            guard let person = caller.personID else { return scope }
            scope.people = [person]
            scope.groups = try groups(of: scope.people, reader)
            return scope
        case .nobody: return Scope(breadth: .listed, showsReasons: false, caller)
        }
    }

    private init(breadth: Breadth, showsReasons: Bool, _ caller: Principal) {
        self.breadth = breadth
        self.showsReasons = showsReasons
        owner = "\(caller.userID) \(caller.role.rawValue) \(caller.personID ?? "")"
    }

    private static func groupsTaught(by caller: Principal, _ reader: any Reader) throws -> [String] {
        try reader.texts(
            "SELECT group_id FROM teaching WHERE user_id = \(caller.userID) AND deleted = 0 ORDER BY group_id")
    }

    private static func groups(of people: [String], _ reader: any Reader) throws -> [String] {
        try reader.texts(
            """
            SELECT DISTINCT group_id FROM enrolment WHERE student_id IN \(list: people) AND deleted = 0
            ORDER BY group_id
            """)
    }

    /// Changes whenever something may have come into view or gone out of it that is older than a cursor. Then the device
    /// starts anew.
    var digest: String {
        let parts = [owner, "\(breadth)"] + [groups, taught, people].map { $0.joined(separator: ",") }
        return String(Digest.sha256Hex(parts.joined(separator: "\n")).prefix(16))
    }
}

// MARK: conditions

extension Scope {
    func group(_ column: String) -> SQL {
        breadth == .everything ? "1 = 1" : "\(raw: column) IN \(list: groups)"
    }

    /// Students by themselves or through a taught group that they were ever in.
    func student(_ column: String) -> SQL {
        if breadth == .everything { return "1 = 1" }
        if taught.isEmpty { return "\(raw: column) IN \(list: people)" }
        return """
            (\(raw: column) IN \(list: people)
            OR \(raw: column) IN (SELECT student_id FROM enrolment WHERE group_id IN \(list: taught) AND deleted = 0))
            """
    }

    /// Rows that belong to a group and a student: marks and enrolments.
    func row(group: String, student: String) -> SQL {
        if breadth == .everything { return "1 = 1" }
        if people.isEmpty { return "\(raw: group) IN \(list: taught)" }
        if taught.isEmpty { return "\(raw: student) IN \(list: people)" }
        return "(\(raw: group) IN \(list: taught) OR \(raw: student) IN \(list: people))"
    }

    /// A disagreement over a mark is for those who may mark; over an absence notice for those who decide.
    func dispute(_ caller: Principal) -> SQL {
        if breadth == .everything { return "1 = 1" }
        if caller.role.reach(.decideAbsences) == .advisees {
            let own: SQL = "(entity = 'exception' AND student_id IN \(list: people))"
            return taught.isEmpty ? own : "(\(own) OR (entity = 'mark' AND group_id IN \(list: taught)))"
        }
        return "(entity = 'mark' AND group_id IN \(list: taught))"
    }

    func contains(group: String) -> Bool { breadth == .everything || groups.contains(group) }
    func teaches(group: String) -> Bool { breadth == .everything || taught.contains(group) }
    /// Reasons and evidence of an absence are for the student, the adviser and those who see everything; a teacher needs
    /// only the days.
    func showsReasons(of student: String?) -> Bool {
        showsReasons || student.map(people.contains) == true
    }
}

extension Reader {
    /// The first column of every row.
    func texts(_ sql: SQL) throws -> [String] {
        try rows(sql).values.compactMap { $0.first?.text }
    }
}
