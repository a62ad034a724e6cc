import Foundation
import Kernel
import Persistence
import Web

/// Versions of the rules: drafted, tested, made active, rolled back. A report names the version that it was made with, and
/// that version stays.
extension ComplianceStore {
    /// Adds the rules of the program to the versions. They become active when there are none, or when those that are active
    /// came with an older program; rules that somebody has made stay. When the program's own cannot be read, those that are
    /// there stay in use.
    package func prepareRubric() async throws {
        guard let standard = try? bundled.get() else { return }
        let now = clock.now()
        try await database.write { tx in
            let known = try tx.integer("SELECT 1 FROM compliance_rubric WHERE version = \(standard.version)")
            guard known == nil else { return }
            let active = try RubricRow.active(tx)
            let replaces = active?.author == nil
            if replaces {
                try tx.execute(
                    "UPDATE compliance_rubric SET state = \(RubricState.retired) WHERE state = \(RubricState.active)")
            }
            try tx.execute(
                """
                INSERT INTO compliance_rubric (version, rubric_id, state, yaml, note, at, activated_at, change)
                VALUES (\(standard.version), \(standard.id), \(replaces ? RubricState.active : .retired),
                    \(RubricFiles.standardText), \("As it comes with Rounds"), \(now), \(now), \(try tx.nextChange()))
                """)
            try tx.audit(AuditEntry("rubric.install", "rubric/\(standard.version)", by: nil), at: now)
        }
    }

    /// The rules that notes are judged by now.
    /// - Throws: `ComplianceError.rulesUnusable`
    package func activeRubric() async throws -> Rubric {
        guard let row = try await database.read({ try RubricRow.active($0) }) else { return try bundled.usable }
        return try await compiled(row)
    }

    func rubric(_ version: String) async throws -> Rubric {
        try await compiled(try await database.read { try RubricRow.find(version, $0) })
    }

    private func compiled(_ row: RubricRow) async throws -> Rubric {
        if row.author == nil, let own = try? bundled.get(), row.version == own.version { return own }
        // a draft changes, so it is known by its text
        let key = Digest.sha256Hex(row.yaml)
        if let rubric = rubrics.value(key) { return rubric }
        let rubric = try await Blocking.run { try Self.compile(row.yaml, version: row.version) }
        rubrics.keep(rubric, size: 1, as: key)
        return rubric
    }

    /// - Throws: `ComplianceError.rubricIsInvalid`
    private static func compile(_ yaml: String, version: String) throws -> Rubric {
        let problems = problems(yaml, version: version)
        guard problems.isEmpty, let rubric = try? Rubric(yaml: yaml) else {
            throw ComplianceError.rubricIsInvalid(problems: max(1, problems.count))
        }
        return rubric
    }

    /// What is wrong with a pack, with lines; nothing when it can be used.
    static func problems(_ yaml: String, version: String) -> [RubricProblem] {
        do {
            let rubric = try Rubric(yaml: yaml)
            guard rubric.version == version else {
                return [
                    RubricProblem(
                        file: "rubric", line: 0, rule: nil,
                        message: "the pack says version \(rubric.version), and this is version \(version)")
                ]
            }
            return []
        } catch {
            return error.problems
        }
    }

    package func rubricVersions() async throws -> [RubricRow] {
        try await database.read { reader in
            try reader.fetchAll(
                RubricRow.self, "SELECT \(RubricRow.columns) FROM compliance_rubric ORDER BY at DESC, version DESC")
        }
    }

    package func rubricVersion(_ version: String) async throws -> RubricRow {
        try await database.read { try RubricRow.find(version, $0) }
    }

    /// A draft that begins as another version.
    func draftRubric(from version: String, note: String, by actor: Actor) async throws -> RubricRow {
        let now = clock.now()
        return try await database.write { tx in
            let source = try RubricRow.find(version, tx)
            let known = Set(try tx.fetchAll(String.self, "SELECT version FROM compliance_rubric"))
            let next = Self.nextVersion(after: version, known)
            try tx.execute(
                """
                INSERT INTO compliance_rubric
                    (version, rubric_id, state, yaml, author, author_name, note, at, change)
                VALUES (\(next), \(source.rubricId), \(RubricState.draft),
                    \(Self.renamed(source.yaml, from: version, to: next)), \(actor.userID), \(actor.caller.name),
                    \(note), \(now), \(try tx.nextChange()))
                """)
            try tx.audit(actor.entry("rubric.draft", "rubric/\(next)"), at: now)
            return try RubricRow.find(next, tx)
        }
    }

    /// `2026.1` → `2026.1-1`, `2026.1-2`, …
    private static func nextVersion(after version: String, _ known: Set<String>) -> String {
        let base = version.split(separator: "-").first.map(String.init) ?? version
        return (1...).lazy.map { "\(base)-\($0)" }.first { !known.contains($0) } ?? Identifier.v7()
    }

    /// The first line that states the version states the new one.
    private static func renamed(_ yaml: String, from old: String, to new: String) -> String {
        var lines = yaml.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let place = lines.firstIndex { line in
            line.contains("version:") && line.contains(old) && !line.trimmingCharacters(in: .whitespaces).hasPrefix("#")
        }
        if let place {
            lines[place] = lines[place].replacing("\"\(old)\"", with: old).replacing("'\(old)'", with: old)
                .replacing(old, with: "\"\(new)\"", maxReplacements: 1)
        }
        return lines.joined(separator: "\n")
    }

    /// Writes a draft. It is kept also with problems, which are answered, so that nobody loses work.
    func writeRubric(_ version: String, yaml: String, by actor: Actor) async throws -> [RubricProblem] {
        let problems = await Blocking.run { Self.problems(yaml, version: version) }
        let now = clock.now()
        try await database.write { tx in
            guard try RubricRow.find(version, tx).state == .draft else { throw ComplianceError.rubricIsFixed }
            try tx.execute(
                """
                UPDATE compliance_rubric SET yaml = \(yaml), at = \(now), change = \(try tx.nextChange())
                WHERE version = \(version)
                """)
            try tx.audit(actor.entry("rubric.write", "rubric/\(version)"), at: now)
        }
        return problems
    }

    /// Runs the examples of a version's rules.
    func testRubric(_ version: String) async throws -> (passed: Int, failed: [RubricExamples.Failed]) {
        let rubric = try await rubric(version)
        let today = try await today()
        return await Blocking.run { RubricExamples.run(rubric, asOf: today) }
    }

    /// - Throws: `ComplianceError.rubricIsInvalid`, `rubricExamplesFail`, `rubricIsFixed` for one that was active before
    func activateRubric(_ version: String, by actor: Actor) async throws -> RubricRow {
        let (_, failed) = try await testRubric(version)
        guard failed.isEmpty else { throw ComplianceError.rubricExamplesFail(failed.count) }
        return try await makeActive("rubric.activate", by: actor) { tx in
            let row = try RubricRow.find(version, tx)
            guard row.state == .draft else { throw ComplianceError.rubricIsFixed }
            return row
        }
    }

    /// Back to the version that was active before this one.
    func rollBackRubric(by actor: Actor) async throws -> RubricRow {
        try await makeActive("rubric.rollback", by: actor) { tx in
            let before = try tx.fetchOne(
                RubricRow.self,
                """
                SELECT \(RubricRow.columns) FROM compliance_rubric
                WHERE state = \(RubricState.retired) AND activated_at IS NOT NULL
                ORDER BY activated_at DESC, version DESC LIMIT 1
                """)
            guard let before else { throw ComplianceError.nothingToRollBackTo }
            return before
        }
    }

    private func makeActive(
        _ action: String, by actor: Actor, _ choose: @escaping @Sendable (any Transaction) throws -> RubricRow
    ) async throws -> RubricRow {
        let now = clock.now()
        return try await database.write { tx in
            let row = try choose(tx)
            // what is left for an older one is not the way back from it
            let isRollback = row.state == .retired
            try tx.execute(
                """
                UPDATE compliance_rubric SET state = \(RubricState.retired),
                    activated_at = \(isRollback ? SQL("NULL") : SQL("activated_at")), change = \(try tx.nextChange())
                WHERE state = \(RubricState.active)
                """)
            try tx.execute(
                """
                UPDATE compliance_rubric SET state = \(RubricState.active), activated_at = \(now),
                    change = \(try tx.nextChange()) WHERE version = \(row.version)
                """)
            try tx.audit(actor.entry(action, "rubric/\(row.version)"), at: now)
            return try RubricRow.find(row.version, tx)
        }
    }
}
