package import Kernel
import Persistence
import Sync
package import Web

/// What can keep the sample school from coming or going.
package enum SampleError: Failure, Equatable {
    case schoolNotEmpty
    case notLoaded
    case inUse(people: Int, modules: Int, groups: Int)

    package var code: String {
        switch self {
        case .schoolNotEmpty: "school_not_empty"
        case .notLoaded: "sample_not_loaded"
        case .inUse: "sample_in_use"
        }
    }

    package var kind: FailureKind { self == .notLoaded ? .notFound : .conflict }

    package var sentence: String {
        switch self {
        case .schoolNotEmpty: "The school has people, modules or groups already; the sample is for an empty one."
        case .notLoaded: "The sample school is not loaded."
        case .inUse(let people, let modules, let groups):
            "The sample stays, for other records were added: \(people) people, \(modules) modules, \(groups) groups."
        }
    }
}

/// What the first-run page asks.
package struct SampleStatus: Codable, Sendable, Equatable {
    package let loaded: Bool
    /// No people, modules or groups at all.
    package let empty: Bool
    package let people: Int
    package let modules: Int
    package let groups: Int
    package let sessions: Int
}

extension RegisterStore {
    package func sampleStatus() async throws -> SampleStatus {
        try await database.read { try Self.sampleStatus($0) }
    }

    private static func sampleStatus(_ reader: any Reader) throws -> SampleStatus {
        func count(_ table: String) throws -> Int {
            Int(try reader.integer("SELECT COUNT(*) FROM \(raw: table) WHERE deleted = 0") ?? 0)
        }
        let (people, modules, groups) = (try count("person"), try count("module"), try count("class_group"))
        return SampleStatus(
            loaded: try reader.meta("sample") == "loaded", empty: people + modules + groups == 0, people: people,
            modules: modules, groups: groups, sessions: try count("session"))
    }

    /// Fills an empty school with the sample, in one transaction.
    /// - Throws: `school_not_empty`
    package func loadSample(
        seed: UInt64 = 2026, size: SampleSchool.Size = .whole, by caller: Principal
    ) async throws -> SampleStatus {
        let settings = try await school()
        let sample = SampleSchool.make(
            seed: seed, today: settings.today(at: clock.now()), zone: settings.zone,
            owner: .init(userID: caller.userID, name: caller.name), size: size)
        return try await database.write { tx in
            guard try Self.sampleStatus(tx).empty else { throw SampleError.schoolNotEmpty }
            try self.write(sample, tx)
            try tx.setMeta("sample", "loaded")
            return try Self.sampleStatus(tx)
        }
    }

    private func write(_ sample: SampleSchool, _ tx: any Transaction) throws {
        let change = try tx.nextChange()
        let rows = SampleRows(sample, change: change)
        try tx.write(sample.modules, change: change)
        try tx.write(sample.groups.map(\.row), change: change)
        try tx.write(sample.staff, change: change)
        try tx.write(sample.students, change: change)
        try tx.write(sample.enrolments, change: change)
        try tx.insert(
            into: "teaching (id, group_id, user_id, user_name, change, deleted)", sample.groups,
            SampleRows.onTeachingConflict, values: rows.teaching)
        for session in sample.sessions { try tx.execute(rows.session(session)) }
        try tx.insert(into: "mark (\(MarkRecord.columns))", sample.marks, MarkRecord.onConflict, values: rows.mark)
        try tx.insert(
            into: "operation (\(RecordedOperation.columns))", sample.marks, " ON CONFLICT (id) DO NOTHING",
            values: rows.operation)
        for notice in sample.notices { try tx.execute(rows.notice(notice)) }
        for disagreement in sample.disagreements { try disagree(disagreement, tx) }
        var school = try SchoolSettings.current(tx)
        if school.name == SchoolSettings.initial(timezone: school.timezone).name { school.name = SampleSchool.name }
        try keep(school, tx)
    }

    /// Two people mark one student at the same time; the engine itself keeps one and opens the dispute.
    private func disagree(_ disagreement: SampleDisagreement, _ tx: any Transaction) throws {
        let teachers = [disagreement.session.group.teacher.name, "Cover Teacher"]
        for (name, status) in zip(teachers, disagreement.statuses) {
            let user = Principal(
                userID: Identifier.derived(["sample", "user", name]), name: name, role: .owner, personID: nil,
                sessionID: nil)
            let at = disagreement.session.slot.date.instant(
                at: disagreement.session.slot.start, in: try SchoolSettings.current(tx).zone
            ).adding(seconds: 900)
            let operation = Operation(
                id: Identifier.v7(), seq: 0, entity: .mark, key: "\(disagreement.session.id):\(disagreement.student)",
                fields: ["status": .string(status.rawValue)],
                stamp: Stamp(
                    milliseconds: at.milliseconds, counter: 0, device: Identifier.derived(["sample", "device", name])),
                capturedAt: at, author: user.userID)
            _ = try apply([operation], by: user, as: .server, in: tx)
        }
    }

    private func keep(_ school: SchoolSettings, _ tx: any Transaction) throws {
        try tx.execute(
            """
            UPDATE school_setting SET value = \(try school.stored()), change = \(try tx.nextChange()) WHERE id = 'school'
            """)
    }

    /// Takes the sample away with everything that was done to it, as long as nobody added people, modules or groups.
    /// - Throws: `sample_not_loaded`, `sample_in_use`
    package func removeSample(by caller: Principal) async throws -> SampleStatus {
        try await database.write { tx in
            guard try tx.meta("sample") == "loaded" else { throw SampleError.notLoaded }
            let others = try Self.others(tx)
            guard others == .inUse(people: 0, modules: 0, groups: 0) else { throw others }
            let change = try tx.nextChange()
            // Tombstones tell the devices; what no tombstone exists for hangs on a session and goes with it.
            for table in ["teaching", "enrolment", "session", "absence_notice", "class_group", "module", "person"] {
                try tx.execute("UPDATE \(raw: table) SET deleted = 1, change = \(change) WHERE deleted = 0")
            }
            for table in ["mark", "dispute", "receipt", "operation", "import"] {
                try tx.execute("DELETE FROM \(raw: table)")
            }
            var school = try SchoolSettings.current(tx)
            if school.name == SampleSchool.name {
                school.name = SchoolSettings.initial(timezone: school.timezone).name
                try self.keep(school, tx)
            }
            try tx.setMeta("sample", "removed")
            return try Self.sampleStatus(tx)
        }
    }

    /// What the school has beside the sample, whose ids follow from its numbers, codes and names.
    private static func others(_ reader: any Reader) throws -> SampleError {
        let sample = SampleSchool.identifiers
        func extra(_ table: String) throws -> Int {
            try reader.texts("SELECT id FROM \(raw: table) WHERE deleted = 0").count { !sample.contains($0) }
        }
        return .inUse(people: try extra("person"), modules: try extra("module"), groups: try extra("class_group"))
    }
}
