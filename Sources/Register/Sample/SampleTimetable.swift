import Kernel

struct SampleGroup: Sendable {
    enum Teacher: Sendable {
        case owner(SampleSchool.Owner)
        case staff(PersonRow)

        /// Staff of the sample have no accounts; their marks carry an id that stands for one.
        var userID: String {
            switch self {
            case .owner(let owner): owner.userID
            case .staff(let person): Identifier.derived(["sample", "user", person.number])
            }
        }

        var name: String {
            switch self {
            case .owner(let owner): owner.name
            case .staff(let person): "\(person.givenName) \(person.familyName)"
            }
        }

        var device: String { Identifier.derived(["sample", "device", userID]) }
    }

    let row: GroupRow
    let teacher: Teacher
    /// Taught by whoever loaded the school.
    let isOwned: Bool
    var id: String { row.id }
}

struct SampleSession: Sendable {
    let slot: SampleSlot
    let group: SampleGroup
    let title: String
    let kind: SessionKind
    let end: CivilTime
    let location: String
    var state: SessionState = .scheduled

    var sessionSlot: SessionSlot { SessionSlot(group: group.id, date: slot.date, start: slot.start) }
    var id: String { sessionSlot.sessionID }
}

struct SampleSlot: Sendable, Hashable {
    let date: CivilDate
    let start: CivilTime
}

/// Two or three weekly hours for each group, in which no student of a cohort and no room of a group is needed twice.
struct SampleTimetable {
    private let firstDay: CivilDate
    private let lastDay: CivilDate
    private let weeks: Int
    private let today: CivilDate
    /// Weekly hours that the cohort has left.
    private var free: [(weekday: Int, start: CivilTime)] = []

    init(firstDay: CivilDate, lastDay: CivilDate, weeks: Int, today: CivilDate) {
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.weeks = weeks
        self.today = today
    }

    mutating func beginCohort(_ random: inout SeededRandom) {
        let starts = [9, 11, 13, 15].compactMap { CivilTime(hour: $0, minute: 0) }
        // today's weekday is left to the sessions of whoever loads the school
        let days = (1...5).filter { $0 != today.weekday }
        free = days.flatMap { day in starts.map { (day, $0) } }.shuffled(using: &random)
    }

    mutating func sessions(
        of group: SampleGroup, _ module: SampleCatalogue.Module, thirdWeekly: Bool, _ random: inout SeededRandom
    ) -> [SampleSession] {
        var kinds: [SessionKind] = [.lecture, module.practice]
        if thirdWeekly, free.count > 6 { kinds.append(.seminar) }
        var sessions: [SampleSession] = []
        for (index, kind) in kinds.enumerated() {
            let own = index == 0 && group.isOwned ? SampleCatalogue.owned[module.code].flatMap { CivilTime($0) } : nil
            let hour =
                own.map { (weekday: today.weekday, start: $0) } ?? free.popLast() ?? (weekday: 5, start: .midnight)
            guard hour.start != .midnight else { continue }
            let room = "\(random.one(of: SampleCatalogue.buildings)) \(random.number(0...3)).\(random.number(10...48))"
            for week in 0..<weeks {
                let date = firstDay.adding(days: 7 * week + hour.weekday - 1)
                sessions.append(
                    SampleSession(
                        slot: SampleSlot(date: date, start: hour.start), group: group,
                        title: "\(Self.word(kind)) \(week + 1)", kind: kind, end: Self.end(hour.start, kind),
                        location: room))
            }
        }
        return sessions
    }

    private static func word(_ kind: SessionKind) -> String {
        switch kind {
        case .lecture: "Lecture"
        case .seminar: "Seminar"
        case .lab: "Skills lab"
        case .placement: "Placement day"
        case .clinic: "Bedside teaching"
        case .selfStudy: "Self-study"
        }
    }

    private static func end(_ start: CivilTime, _ kind: SessionKind) -> CivilTime {
        let length = kind == .lecture ? 60 : kind == .seminar ? 90 : 120
        let minute = start.minuteOfDay + length
        return CivilTime(hour: minute / 60, minute: minute % 60) ?? start
    }
}
