import Foundation
import Kernel
import Persistence
import Testing
import Web

@testable import Register

@Suite struct SampleSchoolTests {
    private static func make(seed: UInt64 = 2026, day: String = "2026-11-21") -> SampleSchool {
        SampleSchool.make(
            seed: seed, today: CivilDate(day) ?? CivilDate(dayNumber: 0),
            zone: TimeZone(identifier: "Europe/London") ?? .gmt,
            owner: .init(userID: Identifier.derived(["test", "owner"]), name: "Olga"))
    }

    @Test(arguments: ["2026-11-21", "2026-11-18", "2026-03-29", "2026-12-31"])
    func aWholeSchool(day: String) throws {
        let school = Self.make(day: day)
        let today = school.today
        #expect(school.students.count == 1_000)
        #expect(school.modules.count == 50)
        #expect((2_300...2_600).contains(school.sessions.count), "\(school.sessions.count) sessions")
        #expect((30_000...62_000).contains(school.marks.count), "\(school.marks.count) marks")
        #expect(Set(school.sessions.map(\.id)).count == school.sessions.count)
        #expect(Set((school.students + school.staff).map(\.number)).count == 1_064)
        #expect(Set((school.students + school.staff).map { "\($0.givenName) \($0.familyName)" }).count == 1_064)

        let own = school.sessions.filter { $0.group.isOwned && $0.slot.date == today }
        #expect(own.map(\.slot.start.description).sorted() == ["09:00", "11:00", "13:30", "15:30"])
        let past = school.sessions.filter { $0.slot.date < today }
        #expect(past.contains { $0.state == .scheduled } && past.contains { $0.state == .cancelled })
        #expect(past.contains { $0.state == .open })
        #expect(school.sessions.allSatisfy { $0.slot.date < today || $0.state == .scheduled })
        #expect(school.sessions.contains { $0.slot.date > today })
        #expect(Set(school.notices.map(\.state)) == Set(NoticeState.allCases))
        #expect(school.disagreements.count == 3)

        let byStudent = Dictionary(grouping: school.marks, by: \.student).mapValues { marks in
            Double(marks.count { $0.status == .present || $0.status == .late }) / Double(marks.count)
        }
        let overall = byStudent.values.reduce(0, +) / Double(byStudent.count)
        #expect((0.85...0.96).contains(overall), "attendance \(overall)")
        #expect((20...120).contains(byStudent.values.count { $0 < 0.7 }), "some students are in difficulty")
    }

    @Test func nobodyIsInTwoPlacesAtOnce() {
        let school = Self.make()
        let groups = Dictionary(grouping: school.enrolments, by: \.studentId).mapValues { Set($0.map(\.groupId)) }
        let hours = Dictionary(grouping: school.sessions, by: \.group.id).mapValues { Set($0.map(\.slot)) }
        for (_, mine) in groups {
            let all = mine.flatMap { hours[$0] ?? [] }
            #expect(Set(all).count == all.count)
        }
    }

    @Test func theSameSeedMakesTheSameSchool() {
        let (one, other) = (Self.make(), Self.make())
        #expect(one.students == other.students && one.enrolments == other.enrolments)
        #expect(one.marks.map(\.operation) == other.marks.map(\.operation))
        #expect(one.marks.map(\.status) == other.marks.map(\.status))
        #expect(Self.make(seed: 7).students != one.students)
        #expect(
            Set(Self.make(seed: 7).students.map(\.id)) == Set(one.students.map(\.id)), "ids do not hang on the seed")
    }

    @Test func itComesAndGoes() async throws {
        try await ImportSchool.onEachEngine { school in
            #expect(try await school.store.sampleStatus().empty)
            let status = try await school.store.loadSample(size: .small, by: school.owner)
            #expect(status.loaded && !status.empty && status.sessions > 0)
            #expect(
                await school.sampleCode { _ = try await $0.loadSample(size: .small, by: school.owner) }
                    == "school_not_empty")
            #expect(try await school.store.school().name == SampleSchool.name)
            #expect(try await school.rows("SELECT COUNT(*) FROM dispute WHERE settled_at IS NULL") == [["1"]])
            let orphans = try await school.rows(
                """
                SELECT COUNT(*) FROM mark m WHERE NOT EXISTS
                    (SELECT 1 FROM operation o WHERE o.session_id = m.session_id AND o.entity = 'mark' AND o.device_id = m.device_id)
                """)
            #expect(orphans == [["0"]], "every mark has its operation")
            let versions = try await school.rows("SELECT COUNT(*) FROM teaching WHERE user_id = \(school.owner.userID)")
            #expect(Int(versions[0][0]) ?? 0 >= 2)

            let session = try await school.rows(
                "SELECT id FROM session WHERE state = 'scheduled' AND date = '2026-11-21'")
            #expect(!session.isEmpty)

            let extra = try await school.bring("number,name\nX1,Ann Lee\n", .people)
            #expect(await school.sampleCode { _ = try await $0.removeSample(by: school.owner) } == "sample_in_use")
            _ = try await school.store.undoImport(try #require(extra.id), by: school.owner)
            #expect(try await school.store.removeSample(by: school.owner).empty)
            #expect(await school.sampleCode { _ = try await $0.removeSample(by: school.owner) } == "sample_not_loaded")
            #expect(try await school.store.loadSample(size: .small, by: school.owner).loaded, "it can come again")
        }
    }

    @Test func teachersMayGoOnMarking() async throws {
        try await ImportSchool.onEachEngine { school in
            _ = try await school.store.loadSample(size: .small, by: school.owner)
            let mark = try await school.rows(
                """
                SELECT m.session_id, m.student_id FROM mark m JOIN session s ON s.id = m.session_id
                WHERE s.state = 'open' AND m.status = 'present' ORDER BY m.session_id, m.student_id
                """)[0]
            try await school.mark(mark[0], mark[1], .absent)
            #expect(
                try await school.rows(
                    "SELECT status FROM mark WHERE session_id = \(mark[0]) AND student_id = \(mark[1])")
                    == [["absent"]])
        }
    }
}

extension ImportSchool {
    func sampleCode(_ body: (RegisterStore) async throws -> Void) async -> String? {
        do {
            try await body(store)
            return nil
        } catch { return (error as? any Failure)?.code ?? "\(error)" }
    }
}
