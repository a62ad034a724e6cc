import Kernel
import TestSupport
import Testing

/// Situation 17 of the register's specification, over HTTP: a device that lost its memory.
@Suite struct SituationDeviceTests {
    @Test(
        "situation 17: wiped with unsent work, a device returns under a new id; the server shows how far it heard the old one",
        arguments: TestEngine.available)
    func wiped(engine: TestEngine) async throws {
        try await SituationSchool.with(on: engine) { school in
            let session = try await school.session()
            let ada = try await school.teacher("Ada")
            var old = school.phone(of: ada)
            for student in school.students.prefix(3) { old.mark(session, student, "present") }
            old.outbox.remove(at: 1)
            try await old.sync()
            // captured and never sent, then the site data is wiped
            old.mark(session, school.students[3], "absent")

            var new = school.phone(of: ada)
            let answer = try await new.sync()
            #expect(answer["reset"] == true && answer["device"]?["heard"] == 0)
            #expect(answer.count("mark") == 2, "what had been agreed comes back")
            let own = try await ada.get("/api/v1/devices")["items"]?.array ?? []
            let known = try #require(own.first { $0["id"]?.string == old.id })
            #expect(known["heard"] == 3 && known["gaps"] == [[2, 2]])
            #expect(own.first { $0["id"]?.string == new.id }?["heard"] == 0)

            // whoever manages the school sees it too; another teacher does not
            let all = try await school.owner.get("/api/v1/devices")["items"]?.array ?? []
            #expect(all.first { $0["id"]?.string == old.id }?["userName"] == "Ada")
            let ben = try await school.teacher("Ben")
            #expect(try await ben.get("/api/v1/devices")["items"] == [])
        }
    }
}
