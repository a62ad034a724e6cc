import Kernel

/// What a file says, before anybody looks at the database. Records are named by what schools call them (numbers, codes,
/// names); a nil field means that the file does not say. Each record remembers the rows that spoke of it.
struct ImportPlan: Sendable {
    var rows: [ImportRow] = []
    var people = PlannedRecords<PersonName, PlannedPerson>()
    var modules = PlannedRecords<String, PlannedModule>()
    var groups = PlannedRecords<GroupName, PlannedGroup>()
    var enrolments = PlannedRecords<EnrolmentName, PlannedEnrolment>()
    var sessions = PlannedRecords<SessionName, PlannedSession>()
    var marks = PlannedRecords<MarkName, PlannedMark>()
    /// What a person should know and no single row tells.
    var notes: [String] = []

    /// Adds a row that still has to prove itself and answers its index.
    mutating func read(_ line: Int, file: String? = nil) -> Int {
        rows.append(ImportRow(file: file, line: line))
        return rows.count - 1
    }

    mutating func refuse(_ row: Int, _ problem: RowProblem) { rows[row].fate = .refused(problem) }
}

/// Records in the order in which the file names them, one for each name.
struct PlannedRecords<Name: Hashable & Sendable, Value: Sendable>: Sendable {
    struct Record: Sendable {
        let name: Name
        var value: Value
        /// Indices of the rows that speak of it, in file order.
        var rows: [Int]
    }

    private(set) var all: [Record] = []
    private var places: [Name: Int] = [:]

    var isEmpty: Bool { all.isEmpty }
    subscript(_ name: Name) -> Value? { places[name].map { all[$0].value } }

    /// Adds a record, or lets `merge` add what a further row says of it. Answers whether the name is new.
    @discardableResult
    mutating func add(_ name: Name, row: Int, _ value: Value, merge: (inout Value, Value) -> Void = { _, _ in }) -> Bool
    {
        if let place = places[name] {
            merge(&all[place].value, value)
            if all[place].rows.last != row { all[place].rows.append(row) }
            return false
        }
        places[name] = all.count
        all.append(Record(name: name, value: value, rows: [row]))
        return true
    }
}

/// Numbers are compared as they stand, names of modules and groups without regard to letter case.
struct PersonName: Hashable, Sendable {
    let kind: PersonKind
    let number: String
}

struct GroupName: Hashable, Sendable {
    let module: String
    let name: String

    init(module: String, name: String) {
        self.module = module.lowercased()
        self.name = name.lowercased()
    }
}

struct EnrolmentName: Hashable, Sendable {
    let group: GroupName
    let number: String
}

struct SessionName: Hashable, Sendable {
    let group: GroupName
    let date: CivilDate
    /// `HH:MM` or `day`
    let period: String
}

struct MarkName: Hashable, Sendable {
    let session: SessionName
    let number: String
}

struct PlannedPerson: Sendable, Equatable {
    var givenName: String?
    var familyName: String?
    var email: String?
    var adviserNumber: String?
    var adviserName: String?
    var stage: String?

    /// Later rows win where they say something.
    mutating func take(_ later: PlannedPerson) {
        givenName = later.givenName ?? givenName
        familyName = later.familyName ?? familyName
        email = later.email ?? email
        adviserNumber = later.adviserNumber ?? adviserNumber
        adviserName = later.adviserName ?? adviserName
        stage = later.stage ?? stage
    }

    /// Whether another row adds nothing to this one.
    func covers(_ other: PlannedPerson) -> Bool {
        var sum = self
        sum.take(other)
        return sum == self
    }

    /// Whether the other row speaks of somebody else: a different name or address under the same number.
    func contradicts(_ other: PlannedPerson) -> Bool {
        func differ(_ left: String?, _ right: String?) -> Bool { left != nil && right != nil && left != right }
        return differ(givenName, other.givenName) || differ(familyName, other.familyName) || differ(email, other.email)
    }
}

struct PlannedModule: Sendable, Equatable {
    let code: String
    var title: String?
}

struct PlannedGroup: Sendable, Equatable {
    let moduleCode: String
    let name: String
    var firstDay: CivilDate?
    var lastDay: CivilDate?
    /// Days of sessions in the file; a group reaches over all of them.
    var span: ClosedRange<CivilDate>?

    mutating func take(_ later: PlannedGroup) {
        firstDay = later.firstDay ?? firstDay
        lastDay = later.lastDay ?? lastDay
        if let other = later.span {
            span = span.map { min($0.lowerBound, other.lowerBound)...max($0.upperBound, other.upperBound) } ?? other
        }
    }
}

struct PlannedEnrolment: Sendable, Equatable {
    /// nil: from the group's first day.
    var firstDay: CivilDate?
    var lastDay: CivilDate?
}

struct PlannedSession: Sendable, Equatable {
    var title: String
    var kind: SessionKind
    var end: CivilTime?
    var location: String?
    var teacherName: String?
    var teacherNumber: String?
    /// `closed` when the file brings its marks.
    var state: SessionState
    var origin: SessionOrigin
}

struct PlannedMark: Sendable, Equatable {
    let status: MarkStatus
}
