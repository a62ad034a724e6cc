import Kernel
import Persistence
import Register
import Web

/// What the office does at a connected screen: the roster, and marks without a device of its own.
extension World {
    /// Who teaches, who is enrolled on which days, what somebody is called.
    func changeRoster() async throws {
        guard serverIsUp, !server.isFull else { return }
        let teacher = mishaps.number(0...2)
        let group = mishaps.pick(SchoolTemplate.groups)
        let student = mishaps.pick(SchoolTemplate.students)
        let day = SchoolTemplate.day(mishaps.number(-12...2))
        switch mishaps.number(1...5) {
        case 1:
            try await removeTeacher(teacher, group)
        case 2:
            try await addTeacher(teacher, group)
        case 3: try await endEnrolments(of: student, in: group, on: day)
        case 4: try await enrol(student, in: group, from: day)
        default: try await rename(student)
        }
    }

    private func removeTeacher(_ number: Int, _ group: String) async throws {
        let teacher = SchoolTemplate.accounts[number]
        note("office: \(teacher.name) no longer teaches \(group.brief)")
        try await server.database.write { tx in
            try tx.execute(
                """
                UPDATE teaching SET deleted = 1, change = \(try tx.nextChange())
                WHERE group_id = \(group) AND user_id = \(teacher.userID) AND deleted = 0
                """)
        }
    }

    private func addTeacher(_ number: Int, _ group: String) async throws {
        let teacher = SchoolTemplate.accounts[number]
        note("office: \(teacher.name) teaches \(group.brief)")
        try await server.database.write { tx in
            try tx.execute(
                """
                INSERT INTO teaching (id, group_id, user_id, user_name, change) VALUES
                (\(SchoolTemplate.id("teaching \(teacher.userID) \(group)")), \(group), \(teacher.userID),
                \(teacher.name), \(try tx.nextChange()))
                ON CONFLICT (group_id, user_id) DO UPDATE SET change = excluded.change, deleted = 0
                """)
        }
    }

    /// Removed altogether, or ended on a day that may lie in the past.
    private func endEnrolments(of student: String, in group: String, on day: CivilDate) async throws {
        let isRemoved = mishaps.chance(0.4)
        note("office: \(student.brief) \(isRemoved ? "removed from" : "left") \(group.brief) \(day)")
        try await server.database.write { tx in
            let change = try tx.nextChange()
            if isRemoved {
                try tx.execute(
                    """
                    UPDATE enrolment SET deleted = 1, change = \(change)
                    WHERE group_id = \(group) AND student_id = \(student) AND deleted = 0
                    """)
            } else {
                try tx.execute(
                    """
                    UPDATE enrolment SET last_day = \(day), change = \(change)
                    WHERE group_id = \(group) AND student_id = \(student) AND deleted = 0 AND first_day <= \(day)
                    """)
            }
        }
    }

    private func enrol(_ student: String, in group: String, from day: CivilDate) async throws {
        note("office: \(student.brief) enrolled in \(group.brief) from \(day)")
        try await server.database.write { tx in
            try tx.execute(
                """
                INSERT INTO enrolment (id, group_id, student_id, first_day, last_day, change)
                VALUES (\(SchoolTemplate.id("enrolment \(group) \(student)")), \(group), \(student), \(day), NULL,
                    \(try tx.nextChange()))
                ON CONFLICT (id) DO UPDATE SET first_day = excluded.first_day, last_day = NULL,
                    change = excluded.change, deleted = 0
                """)
        }
    }

    private func rename(_ student: String) async throws {
        let name = "Family \(mishaps.number(10...99))"
        note("office: \(student.brief) is called \(name)")
        try await server.database.write { tx in
            try tx.execute(
                "UPDATE person SET family_name = \(name), change = \(try tx.nextChange()) WHERE id = \(student)")
        }
    }

    /// A term passes as far as removals are concerned: a device that has not heard of them starts anew.
    func forgetRemovals() async throws {
        guard serverIsUp, !server.isFull else { return }
        let long = now - Int64(Retention.days + 1) * 86_400_000
        let through = try await server.database.write { tx in
            let through = max(0, try tx.lastChange() - 2)
            try tx.execute("DELETE FROM retention_point")
            try tx.execute("INSERT INTO retention_point (at, change) VALUES (\(long), \(through))")
            return through
        }
        try await server.store.forgetOldRemovals()
        note("server: removals forgotten up to change \(through)")
    }

    /// Marks and sessions changed over HTTP: operations that the server makes.
    func officeWorks() async throws {
        guard serverIsUp, !server.isFull, let olga = accounts[SchoolTemplate.accounts[3].userID] else { return }
        let session = mishaps.pick(SchoolTemplate.sessions)
        let state = mishaps.pick(["open", "closed"])
        do {
            _ = try await server.store.changeSession(session, ["state": .string(state)], by: olga)
            note("office: session \(session.brief) is \(state)")
        } catch let failure as any Failure {
            note("office: session \(session.brief) is not \(state), \(failure.code)")
        }
    }
}
