import Documents
import Kernel
import Persistence
import Testing

@testable import Register

@Suite struct ImportOneRosterTests {
    private static let files: [(String, String)] = [
        ("manifest.csv", "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n"),
        ("orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\no1,,,School,school,,\n"),
        (
            "academicSessions.csv",
            "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\nt1,,,Autumn,term,2026-09-01,2026-12-18,,2027\n"
        ),
        (
            "courses.csv",
            "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId\nc1,,,,Anatomy,PT101,,o1\nc2,tobedeleted,,,Old,PT000,,o1\n"
        ),
        (
            "classes.csv",
            "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds\nk1,,,Group A,,c1,A,scheduled,,o1,t1\nk2,,,Lost,,c9,L,scheduled,,o1,t1\n"
        ),
        (
            "roles.csv",
            "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId\nr1,,,u1,primary,student,,,o1\nr2,,,u2,primary,teacher,,,o1\nr3,,,u3,primary,parent,,,o1\n"
        ),
        (
            "users.csv",
            "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email\nu1,,,true,ann,,Ann,Núñez,,0042,ann@example.org\nu2,,,true,bo,,Bo,Ek,,S1,\nu3,,,true,pa,,Pa,Núñez,,,\n,,,true,x,,No,Id,,,\n"
        ),
        (
            "enrollments.csv",
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\ne1,,,k1,o1,u1,student,,2026-09-10,\ne2,,,k1,o1,u2,teacher,true,,\ne3,,,k1,o1,u9,student,,,\n"
        ),
        ("results.csv", "sourcedId\n"),
    ]

    private func archive(_ names: Set<String>? = nil) -> [UInt8] {
        var zip = ZipWriter()
        for (name, text) in Self.files where names?.contains(name) ?? true {
            zip.add("export/" + name, Array(text.utf8))
        }
        return zip.finish()
    }

    @Test func anArchiveMakesTheRoster() async throws {
        try await ImportSchool.onEachEngine { school in
            let report = try await school.bring(archive(), name: "oneroster.zip")
            #expect(report.kind == .oneroster)
            #expect(try await school.rows("SELECT code, title FROM module") == [["PT101", "Anatomy"]])
            #expect(
                try await school.rows("SELECT name, first_day, last_day FROM class_group")
                    == [["A", "2026-09-01", "2026-12-18"]])
            #expect(
                try await school.rows("SELECT kind, number, given_name, family_name, email FROM person ORDER BY number")
                    == [["student", "0042", "Ann", "Núñez", "ann@example.org"], ["staff", "S1", "Bo", "Ek", "-"]])
            #expect(try await school.rows("SELECT first_day, last_day FROM enrolment") == [["2026-09-10", "-"]])
            let refused = report.findings.filter { $0.outcome == .refused }
            #expect(
                refused.map { "\($0.file ?? "-"):\($0.lines[0]) \($0.code)" }.sorted()
                    == [
                        "classes.csv:3 unknown_courseSourcedId", "enrollments.csv:4 unknown_userSourcedId",
                        "users.csv:5 required",
                    ])
            #expect(report.finding("role_not_kept")?.outcome == .ignored)
            #expect(report.finding("teacher_without_account")?.lines == [3])
            #expect(report.finding("to_be_deleted")?.file == "courses.csv")
            #expect(report.notes.contains { $0.contains("results.csv") })
            let again = try await school.bring(archive())
            #expect(again.rows.added == 0 && again.rows.updated == 0)
        }
    }

    @Test func singleFilesAreKnownByTheirColumns() async throws {
        let users = try #require(Self.files.first { $0.0 == "users.csv" }).1
        try await ImportSchool.onEachEngine { school in
            let report = try await school.bring(users)
            #expect(report.kind == .oneroster && report.records.people.created == 3)
            #expect(report.notes.contains { $0.contains("roles.csv") })
            let lost = try await school.bring(archive(["enrollments.csv", "manifest.csv"]), .oneroster)
            #expect(lost.rows.refused == 3, "what they refer to is not in the file")
        }
    }
}
