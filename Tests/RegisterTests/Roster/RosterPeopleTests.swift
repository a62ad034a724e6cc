import Kernel
import TestSupport
import Testing
import Web

/// People of the school, as those who manage it meet them.
@Suite struct RosterPeopleTests {
    @Test func somebodyIsAddedReadAndChanged() async throws {
        try await withRoster { roster in
            let adviser = try await roster.person("T1", "Adviser", kind: "staff")
            let id = try await roster.make(
                "people",
                [
                    "kind": "student", "number": "  S1 ", "givenName": "Ada", "familyName": "Lovelace",
                    "email": "ada@example.org", "adviser": .string(adviser), "stage": "Year 2",
                ])
            let person = try await roster.owner.get("/api/v1/people/\(id)")
            #expect(person["number"] == "S1" && person["email"] == "ada@example.org" && person["stage"] == "Year 2")
            #expect(person["adviser"]?.string == adviser && person["adviserName"] == "Sam Adviser")
            #expect(person["archived"] == .bool(false))
            // what is not named stays, null clears
            let changed = try await roster.owner.patch(
                "/api/v1/people/\(id)", ["familyName": "King", "email": nil, "archived": true])
            #expect(changed["familyName"] == "King" && changed["email"] == .null && changed["archived"] == .bool(true))
            #expect(changed["givenName"] == "Ada" && changed["stage"] == "Year 2")
        }
    }

    @Test func numbersAreUniqueWithinTheirKind() async throws {
        try await withRoster { roster in
            let first = try await roster.person("1")
            _ = try await roster.person("1", "Teacher", kind: "staff")
            let second = try await roster.person("2")
            let again = try await roster.owner.post(
                "/api/v1/people", ["kind": "student", "number": "1", "familyName": "Other"])
            #expect(again.status == 409 && again.code == "number_taken")
            let moved = try await roster.owner.patch("/api/v1/people/\(second)", ["number": "1"])
            #expect(moved.status == 409 && moved.code == "number_taken")
            #expect(try await roster.owner.patch("/api/v1/people/\(first)", ["number": "1"]).status == 200)
        }
    }

    @Test func aRemovedPersonFreesTheirNumberForOthersAndForThemselves() async throws {
        try await withRoster { roster in
            let first = try await roster.person("1")
            let second = try await roster.person("2")
            #expect(try await roster.owner.delete("/api/v1/people/\(first)").status == 204)
            #expect(try await roster.owner.get("/api/v1/people/\(first)").code == "unknown_person")
            #expect(try await roster.owner.patch("/api/v1/people/\(second)", ["number": "1"]).status == 200)
            let back = try await roster.person("2", "Again")
            #expect(back != second)
            #expect(try await roster.list("people", "number") == ["2", "1"])
        }
    }

    @Test func somebodyRemovedByMistakeComesBackAsThemselves() async throws {
        try await withRoster { roster in
            let first = try await roster.person("1")
            #expect(try await roster.owner.delete("/api/v1/people/\(first)").status == 204)
            #expect(try await roster.person("1", "Back") == first)
            #expect(try await roster.owner.delete("/api/v1/people/\(first)").status == 204)
            #expect(try await roster.owner.delete("/api/v1/people/\(first)").status == 404)
        }
    }

    @Test func whoeverHasMarksStays() async throws {
        try await withRoster { roster in
            let group = try await roster.group(try await roster.module())
            let student = try await roster.person("1")
            _ = try await roster.enrol(student, group)
            let session = try await roster.make(
                "attendance/sessions", ["group": .string(group), "date": "2026-11-21", "state": "open"])
            let marked = try await roster.owner.post(
                "/api/v1/attendance/records",
                ["session": .string(session), "student": .string(student), "status": "present"])
            #expect(marked.status == 200)
            let removed = try await roster.owner.delete("/api/v1/people/\(student)")
            #expect(removed.status == 409 && removed.code == "has_records")
            #expect(try await roster.owner.get("/api/v1/people/\(student)").status == 200)
        }
    }

    @Test func listsAreInTheOrderOfNamesAndPagedWithoutRepeating() async throws {
        try await withRoster { roster in
            for (number, name) in ["Cole", "Ames", "Bell", "Dunn", "Eyre"].enumerated() {
                _ = try await roster.person("\(number)", name)
            }
            _ = try await roster.person("T", "Able", kind: "staff")
            #expect(
                try await roster.list("people?kind=student", "familyName") == ["Ames", "Bell", "Cole", "Dunn", "Eyre"])
            #expect(try await roster.list("people", "familyName").count == 6)
            #expect(try await roster.list("people?kind=staff", "familyName") == ["Able"])
        }
    }

    @Test(
        arguments: [
            ("JØRG", ["Jørgensen"]), ("MÜLLER", ["Müller"]), ("sam mull", ["Müller"]), ("s2", ["Müller"]),
            ("sam", ["Jørgensen", "Müller", "O'Brien"]), ("obrien", []), ("o'b", ["O'Brien"]), ("%", []),
            ("  ", ["Jørgensen", "Müller", "O'Brien"]),
        ] as [(String, [String])])
    func aSearchFoldsLettersAndMarks(words: String, expected: [String]) async throws {
        try await withRoster { roster in
            for (number, name) in ["Jørgensen", "Müller", "O'Brien"].enumerated() {
                _ = try await roster.person("S\(number + 1)", name)
            }
            let query = words.utf8.map { "%" + String($0, radix: 16).leftPadded }.joined()
            #expect(try await roster.list("people?q=\(query)", "familyName").sorted() == expected.sorted(), "\(words)")
        }
    }

    @Test(
        arguments: [
            (["number": nil], "number", "required"), (["number": "  "], "number", "required"),
            (["number": .string(String(repeating: "9", count: 65))], "number", "text_too_long"),
            (["givenName": nil, "familyName": nil], "familyName", "required"),
            (["email": "not an address"], "email", "malformed"), (["email": 7], "email", "malformed"),
            (["adviser": "Dr. House"], "adviser", "malformed"), (["kind": "robot"], "kind", "unknown_kind"),
            (["archived": "yes"], "archived", "malformed"), (["shoeSize": 43], "shoeSize", "unknown_field"),
        ] as [([String: JSONValue], String, String)])
    func whatIsWrongIsNamed(change: [String: JSONValue], field: String, code: String) async throws {
        try await withRoster { roster in
            let body: [String: JSONValue] = [
                "kind": "student", "number": "S1", "givenName": "Ada", "familyName": "Lovelace",
            ]
            let answer = try await roster.owner.post("/api/v1/people", .object(body.merging(change) { $1 }))
            #expect(answer.status == 422 && answer.code == "invalid_input")
            let error = answer["errors"]?.array?.first
            #expect(error?["field"]?.string == field && error?["code"]?.string == code, "\(answer.text)")
            #expect(try await roster.list("people", "id") == [])
        }
    }

    @Test func anAdviserIsAMemberOfStaffWhoExists() async throws {
        try await withRoster { roster in
            let student = try await roster.person("1")
            for adviser in [student, Identifier.v7()] {
                let answer = try await roster.owner.patch(
                    "/api/v1/people/\(student)", ["adviser": .string(adviser)])
                #expect(answer.status == 422)
                #expect(answer["errors"]?.array?.first?["code"] == "unknown_person")
            }
        }
    }
}

extension String {
    fileprivate var leftPadded: String { count < 2 ? "0" + self : self }
}
