import Kernel
import Register
import Web

extension InsightsRoutes {
    /// The modules with anything to see, and the settings that views begin with.
    func modules(_ call: Call) async throws -> Reply {
        let views = try await store.modules(call.caller)
        let settings = try await store.settings()
        return .object { json in
            json.member(
                "items", objects: { list in for view in views { list.object { $0.module(view) } } })
            json.member("threshold", settings.threshold)
            json.member("smallCell", settings.smallCell)
            json.member("patterns", with: { $0.object { $0.patterns(settings.patterns) } })
        }
    }
}

extension JSONWriter {
    fileprivate mutating func module(_ view: ModuleView) {
        let snapshot = view.snapshot
        let facts = ModuleFacts.of(view)
        member("module", snapshot.module)
        member("title", snapshot.title)
        member("year", snapshot.cohort.context.year)
        member("students", facts.students)
        member("rows", facts.rows)
        member("firstDay", facts.firstDay?.description)
        member("lastDay", facts.lastDay?.description)
        member("imports", snapshot.sources.count)
        member("marks", facts.marks)
        member("change", snapshot.change)
    }

    mutating func patterns(_ patterns: InsightsSettings.Patterns) {
        member("study", patterns.study)
        member("placement", patterns.placement)
    }
}

/// Sizes of what somebody may see of a table.
struct ModuleFacts: Sendable {
    private(set) var students = 0
    private(set) var rows = 0
    /// Rows that come from the register.
    private(set) var marks = 0
    private(set) var firstDay: CivilDate?
    private(set) var lastDay: CivilDate?

    /// Everybody's sizes are known already.
    static func of(_ view: ModuleView) -> ModuleFacts {
        let snapshot = view.snapshot
        guard view.visible == nil else { return ModuleFacts(snapshot.table, visible: view.visible) }
        var facts = ModuleFacts()
        (facts.students, facts.rows, facts.marks) = (
            snapshot.table.students.count, snapshot.table.count, snapshot.marks
        )
        facts.firstDay = snapshot.cohort.days.map { CivilDate(dayNumber: Int($0.lowerBound)) }
        facts.lastDay = snapshot.cohort.days.map { CivilDate(dayNumber: Int($0.upperBound)) }
        return facts
    }

    private init() {}

    init(_ table: AttendanceTable, visible: Set<String>? = nil, source: UInt16? = nil) {
        var (first, last) = (Int32.max, Int32.min)
        for (index, student) in table.students.enumerated() where visible?.contains(student.id) ?? true {
            var isThere = false
            for row in table.rows(of: index) where source.map({ table.source[row] == $0 }) ?? true {
                isThere = true
                rows += 1
                if table.source[row] == 0 { marks += 1 }
                first = min(first, table.day[row])
                last = max(last, table.day[row])
            }
            if isThere { students += 1 }
        }
        guard first <= last else { return }
        firstDay = CivilDate(dayNumber: Int(first))
        lastDay = CivilDate(dayNumber: Int(last))
    }
}
