import Kernel

/// The teaching, placements and self-study of one module over a term.
struct SampleTerm: Sendable {
    /// One row of an export before it is written.
    struct Row: Sendable {
        let student: SampleStudent
        /// In the second half of the term.
        let isLater: Bool
        let day: CivilDate
        let minute: Int
        let description: String
        let registerType: String
        let present: Bool
        let reason: String?
        let isCancelled: Bool
    }

    /// A weekly event: days after Monday, minute of the day.
    struct Event: Sendable {
        let weekday: Int
        let minute: Int
        let title: String
    }

    let code: String
    let monday: CivilDate
    let weeks: Int
    let events: [Event]
    let topics: [String]
    /// Days after Monday that a group is on placement.
    let placementDays: [Int: [Int]]
    let placements: [String]

    func rows(of students: [SampleStudent], _ random: inout SeededRandom) -> [Row] {
        var rows: [Row] = []
        for week in 0..<weeks {
            for (index, event) in events.enumerated() {
                let title =
                    event.title.hasPrefix("MED.")
                    ? event.title : "\(event.title) \(topics[(week * events.count + index) % topics.count])"
                for student in students {
                    let row = attended(student, week, event, title, isCancelled: week == 5 && index == 0, &random)
                    rows.append(row)
                }
            }
            for student in students { rows += checkIns(of: student, week, &random) }
        }
        return rows.enumerated().sorted { left, right in
            (left.element.day, left.element.minute, left.offset)
                < (right.element.day, right.element.minute, right.offset)
        }.map(\.element)
    }

    private func attended(
        _ student: SampleStudent, _ week: Int, _ event: Event, _ title: String, isCancelled: Bool,
        _ random: inout SeededRandom
    ) -> Row {
        let present = !isCancelled && student.attends(week: week, &random)
        let isExcused = !present && !isCancelled && random.chance(student.candour)
        return Row(
            student: student, isLater: week >= weeks / 2, day: monday.adding(days: week * 7 + event.weekday),
            minute: event.minute, description: title, registerType: isExcused ? "50" : "1", present: present,
            reason: isExcused ? random.one(of: Self.reasons) : nil, isCancelled: isCancelled)
    }

    /// A morning, often an afternoon, and sometimes a second tap of the card a few minutes later.
    private func checkIns(of student: SampleStudent, _ week: Int, _ random: inout SeededRandom) -> [Row] {
        var rows: [Row] = []
        for weekday in placementDays[student.group] ?? [] {
            let present = student.attends(week: week, &random)
            let isExcused = !present && random.chance(student.candour)
            func row(_ minute: Int) -> Row {
                Row(
                    student: student, isLater: week >= weeks / 2, day: monday.adding(days: week * 7 + weekday),
                    minute: minute, description: placements[week * placements.count / weeks],
                    registerType: isExcused ? "50" : "2", present: present,
                    reason: isExcused ? Self.reasons[weekday % Self.reasons.count] : nil, isCancelled: false)
            }
            let morning = random.number(505...550)
            rows.append(row(morning))
            guard present else { continue }
            if random.chance(0.12) { rows.append(row(morning + random.number(1...9))) }
            if random.chance(0.4) { rows.append(row(random.number(780...860))) }
        }
        return rows
    }

    private static let reasons = [
        "Migraine", "Flu", "Family emergency", "Dentist, then an X-ray", "true", "Bereavement", "Food poisoning",
        "Trains cancelled\nsince Lancaster", "Hospital appointment",
    ]
}
