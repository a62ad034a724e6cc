import Kernel
import TestSupport
import Testing
import Web

/// Modules, groups, who is in them on which days, and who teaches them.
@Suite struct RosterGroupTests {
    @Test func modulesAreFoundByTheirCode() async throws {
        try await withRoster { roster in
            let module = try await roster.module("PT101")
            let other = try await roster.module("PT102")
            let again = try await roster.owner.post("/api/v1/modules", ["code": "PT101", "title": "Other"])
            #expect(again.status == 409 && again.code == "code_taken")
            #expect(try await roster.list("modules", "code") == ["PT101", "PT102"])
            #expect(try await roster.owner.delete("/api/v1/modules/\(module)").status == 204)
            #expect(try await roster.owner.patch("/api/v1/modules/\(other)", ["code": "PT101"]).status == 200)
            #expect(try await roster.list("modules", "code") == ["PT101"])
        }
    }

    @Test func whatOthersBelongToIsArchivedInsteadOfRemoved() async throws {
        try await withRoster { roster in
            let module = try await roster.module()
            let group = try await roster.group(module)
            let session = try await roster.make(
                "attendance/sessions", ["group": .string(group), "date": "2026-11-21"])
            for path in ["modules/\(module)", "groups/\(group)"] {
                let answer = try await roster.owner.delete("/api/v1/\(path)")
                #expect(answer.status == 409 && answer.code == "has_records", "\(path)")
                #expect(try await roster.owner.patch("/api/v1/\(path)", ["archived": true]).status == 200)
            }
            #expect(try await roster.list("groups?archived=true", "id") == [group])
            #expect(try await roster.list("groups?archived=false", "id") == [])
            let another = try await roster.owner.post(
                "/api/v1/attendance/sessions", ["group": .string(group), "date": "2026-11-22"])
            #expect(another.status == 409 && another.code == "group_archived")
            #expect(try await roster.owner.get("/api/v1/attendance/sessions/\(session)").status == 200)
        }
    }

    @Test func aGroupsNameIsFreeAgainOnceItIsRemoved() async throws {
        try await withRoster { roster in
            let module = try await roster.module()
            let group = try await roster.group(module, "A")
            let taken = try await roster.owner.post(
                "/api/v1/groups",
                ["module": .string(module), "name": "A", "firstDay": "2026-09-01", "lastDay": "2026-12-18"])
            #expect(taken.status == 409 && taken.code == "name_taken")
            #expect(try await roster.owner.delete("/api/v1/groups/\(group)").status == 204)
            let other = try await roster.group(module, "B")
            #expect(try await roster.owner.patch("/api/v1/groups/\(other)", ["name": "A"]).status == 200)
            #expect(try await roster.list("groups?module=\(module)", "id") == [other])
            // the new B is another group than the one that was called so
            #expect(try await roster.group(module, "B") != other)
        }
    }

    @Test func enrolmentsHaveDaysAndTheRollOfADayFollowsThem() async throws {
        try await withRoster { roster in
            let group = try await roster.group(try await roster.module())
            let stays = try await roster.person("1", "Stays")
            let leaves = try await roster.person("2", "Leaves")
            let joins = try await roster.person("3", "Joins")
            #expect(try await roster.enrol(stays, group).json["firstDay"] == "2026-09-01")
            #expect(try await roster.enrol(leaves, group, nil, "2026-10-31").status == 201)
            #expect(try await roster.enrol(joins, group, "2026-11-01").status == 201)
            let place = "groups/\(group)/enrolments"
            #expect(try await roster.items(place, "familyName") == ["Joins", "Leaves", "Stays"])
            for (day, expected) in [
                ("2026-08-31", []), ("2026-09-01", ["Leaves", "Stays"]), ("2026-10-31", ["Leaves", "Stays"]),
                ("2026-11-01", ["Joins", "Stays"]),
            ] as [(String, [String])] {
                #expect(try await roster.items(place + "?on=\(day)", "familyName") == expected, "\(day)")
            }
        }
    }

    @Test func nobodyIsInAGroupTwiceOnOneDay() async throws {
        try await withRoster { roster in
            let group = try await roster.group(try await roster.module())
            let student = try await roster.person("1")
            #expect(try await roster.enrol(student, group, "2026-09-01", "2026-10-01").status == 201)
            for (first, last) in [
                ("2026-09-01", nil), ("2026-09-01", "2026-10-01"), ("2026-10-01", nil), ("2026-08-01", "2026-09-01"),
                ("2026-09-10", "2026-09-11"), ("2026-08-01", nil),
            ] as [(String, String?)] {
                let answer = try await roster.enrol(student, group, first, last)
                #expect(answer.status == 409 && answer.code == "overlapping_enrolment", "\(first) \(last ?? "")")
            }
            #expect(try await roster.items("groups/\(group)/enrolments", "lastDay") == ["2026-10-01"])
            #expect(try await roster.enrol(student, group, "2026-10-02").status == 201)
        }
    }

    @Test func anEnrolmentThatWasMovedIsNotTakenForTheNextOne() async throws {
        try await withRoster { roster in
            let group = try await roster.group(try await roster.module())
            let student = try await roster.person("1")
            let first = try await roster.enrol(student, group, "2026-09-01", "2026-09-30")
            let id = try #require(first["id"]?.string)
            let place = "/api/v1/groups/\(group)/enrolments"
            let moved = try await roster.owner.patch(
                "\(place)/\(id)", ["firstDay": "2026-11-01", "lastDay": "2026-11-30"])
            #expect(moved.status == 200)
            #expect(try await roster.enrol(student, group, "2026-09-01", "2026-09-30").status == 201)
            #expect(
                try await roster.items("groups/\(group)/enrolments", "firstDay").sorted() == [
                    "2026-09-01", "2026-11-01",
                ])
        }
    }

    @Test func anEnrolmentRemovedByMistakeCanBeMadeAgain() async throws {
        try await withRoster { roster in
            let module = try await roster.module()
            let group = try await roster.group(module)
            let student = try await roster.person("1")
            let id = try #require(try await roster.enrol(student, group)["id"]?.string)
            let place = "/api/v1/groups/\(group)/enrolments"
            let elsewhere = try await roster.group(module, "B")
            #expect(try await roster.owner.delete("/api/v1/groups/\(elsewhere)/enrolments/\(id)").status == 404)
            #expect(try await roster.owner.delete("\(place)/\(id)").status == 204)
            #expect(try await roster.owner.delete("\(place)/\(id)").status == 404)
            #expect(try await roster.items("groups/\(group)/enrolments", "id") == [])
            #expect(try await roster.enrol(student, group).status == 201)
            #expect(try await roster.items("groups/\(group)/enrolments", "id") == [id])
        }
    }

    @Test func staffAreNotEnrolledAndDaysRunForwards() async throws {
        try await withRoster { roster in
            let group = try await roster.group(try await roster.module())
            let teacher = try await roster.person("1", "Teacher", kind: "staff")
            let student = try await roster.person("2")
            #expect(try await roster.enrol(teacher, group)["errors"]?.array?.first?["code"] == "unknown_student")
            for (first, last, code) in [
                ("2026-10-02", "2026-10-01", "end_before_start"), ("2026-02-30", nil, "invalid_date"),
                ("soon", nil, "invalid_date"),
            ] as [(String, String?, JSONValue)] {
                let answer = try await roster.enrol(student, group, first, last)
                #expect(answer.status == 422 && answer["errors"]?.array?.first?["code"] == code, "\(answer.text)")
            }
        }
    }

    @Test func teachersSeeTheirGroupsFromTheMomentTheyTeachThem() async throws {
        try await withRoster { roster in
            let module = try await roster.module()
            let group = try await roster.group(module, "A")
            let hidden = try await roster.group(module, "B")
            _ = try await roster.enrol(try await roster.person("1", "Seen"), group)
            _ = try await roster.enrol(try await roster.person("2", "Unseen"), hidden)
            let teacher = try await roster.app.signedIn(as: .teacher, name: "Ada")
            let user = try #require(teacher.userID)
            #expect(try await roster.list("groups", "id", as: teacher) == [])
            for _ in 1...2 {
                let answer = try await roster.owner.post(
                    "/api/v1/groups/\(group)/teachers", ["user": .string(user)])
                #expect(answer.status == 201 && answer["userName"] == "Ada")
            }
            #expect(try await roster.items("groups/\(group)/teachers", "userName") == ["Ada"])
            #expect(try await roster.list("groups", "id", as: teacher) == [group])
            #expect(try await roster.list("people", "familyName", as: teacher) == ["Seen"])
            #expect(try await teacher.get("/api/v1/groups/\(hidden)").code == "unknown_group")
            #expect(try await teacher.get("/api/v1/groups/\(hidden)/enrolments").code == "unknown_group")
            #expect(try await roster.owner.delete("/api/v1/groups/\(group)/teachers/\(user)").status == 204)
            #expect(try await roster.list("people", "familyName", as: teacher) == [])
        }
    }
}
