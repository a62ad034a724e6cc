package import Foundation
package import Kernel

/// A fictional school of medicine and therapies, the same for the same seed and day: people, modules, groups, a term of
/// twelve weeks around today, and what was marked so far.
package struct SampleSchool: Sendable {
    /// How much of the school is made; a small one has every kind of record and is quick to store.
    package enum Size: Sendable {
        case whole, small

        static let all = [whole, small]

        var weeks: Int { self == .whole ? 12 : 4 }
        /// Weeks of the term that lie before this one.
        var weeksBefore: Int { self == .whole ? 6 : 2 }
    }

    /// Who loads the school teaches some of its groups, so that there is something to do today.
    package struct Owner: Sendable, Equatable {
        package let userID: String
        package let name: String

        package init(userID: String, name: String) {
            self.userID = userID
            self.name = name
        }
    }

    package static let name = "Northbridge School of Health"

    let size: Size
    let today: CivilDate
    let zone: TimeZone
    let owner: Owner
    private(set) var staff: [PersonRow] = []
    private(set) var students: [PersonRow] = []
    private(set) var modules: [ModuleRow] = []
    private(set) var groups: [SampleGroup] = []
    private(set) var enrolments: [EnrolmentRow] = []
    private(set) var sessions: [SampleSession] = []
    private(set) var marks: [SampleMark] = []
    private(set) var notices: [SampleNotice] = []
    /// Marks that two teachers set differently at the same time.
    private(set) var disagreements: [SampleDisagreement] = []

    /// - Parameters:
    ///   - seed: of all randomness.
    ///   - today: by the school's calendar; the term lies around it.
    package static func make(
        seed: UInt64, today: CivilDate, zone: TimeZone, owner: Owner, size: Size = .whole
    ) -> SampleSchool {
        var random = SeededRandom(seed: seed)
        var school = SampleSchool(size: size, today: today, zone: zone, owner: owner)
        school.addRoster(&random)
        school.addNotices(&random)
        school.addMarks(&random)
        return school
    }

    init(size: Size, today: CivilDate, zone: TimeZone, owner: Owner) {
        self.size = size
        self.today = today
        self.zone = zone
        self.owner = owner
    }

    /// The Monday on which the term begins.
    var firstDay: CivilDate { today.adding(days: 1 - today.weekday - 7 * size.weeksBefore) }
    var lastDay: CivilDate { firstDay.adding(days: 7 * size.weeks - 1) }

    mutating func addRoster(_ random: inout SeededRandom) {
        addPeople(&random)
        addTimetable(&random)
    }

    private var cohorts: [SampleCatalogue.Cohort] {
        size == .whole
            ? SampleCatalogue.cohorts : SampleCatalogue.cohorts.filter { $0.year == 2 || $0.programme == "Nursing" }
    }

    private func count(_ students: Int) -> Int { size == .whole ? students : max(6, students / 8) }

    private mutating func addPeople(_ random: inout SeededRandom) {
        let total = cohorts.reduce(0) { $0 + count($1.students) }
        let staffCount = size == .whole ? 64 : 10
        let names = SampleNames.pairs(total + staffCount, using: &random)
        for (index, name) in names.prefix(staffCount).enumerated() {
            staff.append(person(.staff, "S\(2001 + index)", name, stage: nil))
        }
        var next = staffCount
        for cohort in cohorts {
            for _ in 0..<count(cohort.students) {
                var student = person(
                    .student, String(26_010_000 + 7 * next), names[next],
                    stage: "\(cohort.programme), year \(cohort.year)")
                let adviser = staff[next % max(1, staffCount * 5 / 8)]
                student.adviserId = adviser.id
                student.adviserName = "\(adviser.givenName) \(adviser.familyName)"
                students.append(student)
                next += 1
            }
        }
    }

    private func person(
        _ kind: PersonKind, _ number: String, _ name: (given: String, family: String), stage: String?
    ) -> PersonRow {
        let plain = "\(name.given).\(name.family)".folding(
            options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        let address = plain.unicodeScalars.filter {
            $0.isASCII && ($0.properties.isAlphabetic || $0 == "." || $0 == "-")
        }
        return PersonRow(
            id: RosterIdentity.person(kind, number: number), kind: kind, number: number, givenName: name.given,
            familyName: name.family,
            email: "\(String(String.UnicodeScalarView(address)))\(number.suffix(3))@northbridge.example",
            stage: stage, archived: false, deleted: false)
    }

    private mutating func addTimetable(_ random: inout SeededRandom) {
        var timetable = SampleTimetable(firstDay: firstDay, lastDay: lastDay, weeks: size.weeks, today: today)
        var first = 0
        for cohort in cohorts {
            let members = Array(students[first..<first + count(cohort.students)])
            first += members.count
            let parts = size == .whole ? max(1, (members.count + 39) / 40) : 1
            timetable.beginCohort(&random)
            for module in cohort.modules {
                let row = ModuleRow(
                    id: RosterIdentity.module(code: module.code), code: module.code, title: module.title,
                    archived: false,
                    deleted: false)
                modules.append(row)
                for part in 0..<parts {
                    let isOwned = part == 0 && SampleCatalogue.owned[module.code] != nil
                    let teacher = staff[(groups.count * 3 + 1) % staff.count]
                    let group = SampleGroup(
                        row: GroupRow(
                            id: RosterIdentity.group(module: row.id, name: "Group \(["A", "B", "C"][part % 3])"),
                            moduleId: row.id, name: "Group \(["A", "B", "C"][part % 3])", firstDay: firstDay,
                            lastDay: lastDay, archived: false, deleted: false),
                        teacher: isOwned ? .owner(owner) : .staff(teacher), isOwned: isOwned)
                    groups.append(group)
                    enrol(members.indices.filter { $0 % parts == part }.map { members[$0] }, in: group, &random)
                    sessions += timetable.sessions(
                        of: group, module, thirdWeekly: size == .whole && groups.count % 9 < 2, &random)
                }
            }
        }
    }

    /// A few join later and a few leave early.
    private mutating func enrol(_ members: [PersonRow], in group: SampleGroup, _ random: inout SeededRandom) {
        for student in members {
            let joins = random.chance(0.01) ? firstDay.adding(days: 14) : firstDay
            let leaves = random.chance(0.01) ? firstDay.adding(days: 28) : nil
            enrolments.append(
                EnrolmentRow(
                    id: RosterIdentity.enrolment(group: group.id, student: student.id, firstDay: joins),
                    groupId: group.id, studentId: student.id, firstDay: joins, lastDay: leaves, deleted: false))
        }
    }

    private mutating func addNotices(_ random: inout SeededRandom) {
        notices = SampleNotice.make(
            students: students, staff: staff, today: today, firstDay: firstDay, zone: zone, &random)
    }

    private mutating func addMarks(_ random: inout SeededRandom) {
        var marking = SampleMarking(
            today: today, zone: zone, students: students, enrolments: enrolments, notices: notices)
        let open = Set(groups.prefix(size == .whole ? 3 : 1).compactMap { lastPlace(of: $0.id) })
        for index in sessions.indices {
            sessions[index] = marking.finish(sessions[index], staysOpen: open.contains(index), &random)
        }
        marks = marking.marks
        disagreements = open.sorted().compactMap { marking.disagreement(in: sessions[$0]) }
    }

    /// Where the group's last session before today is.
    private func lastPlace(of group: String) -> Int? {
        sessions.indices.filter { sessions[$0].group.id == group && sessions[$0].slot.date < today }
            .max { sessions[$0].slot.date < sessions[$1].slot.date }
    }
}
