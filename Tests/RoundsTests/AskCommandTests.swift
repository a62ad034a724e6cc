import Foundation
import Kernel
import Persistence
import Rounds
import Scribe
import TestSupport
import Testing

/// `rounds ask` beside a server that has the same database open.
@Suite(.serialized) struct AskCommandTests {
    private static let handout = "Oligodendrocytes are cells that wrap about fifty axons each.\n"

    /// Asks about the school's session with the data of its server.
    private func ask(
        _ question: String, _ school: ScribeSchool, session: String? = nil, format: String? = nil
    ) async throws -> Program.Result {
        let media = try school.app.application.scribe.media.url(String(repeating: "0", count: 64))
        let folder = media.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = try await school.app.database.read { reader in
            try reader.rows("PRAGMA database_list").values.compactMap { $0[2].text }.first
        }
        return try await Program.run(
            ["ask", session ?? school.session, question] + (format.map { ["--format", $0] } ?? []) + [
                "--data-dir", folder.path, "--database-url", "sqlite:\(try #require(file))",
            ])
    }

    @Test func answersAreQuotedWithTheirPlaceOrRefused() async throws {
        try await ScribeSchool.with { school in
            _ = try await school.shared(ScribeStudyTests.lecture)
            _ = try await school.send(Array(Self.handout.utf8), name: "Cells.txt", purpose: "attachment")
            try await school.work(.saying([]))

            let spoken = try await ask("What is stenosis?", school)
            #expect(spoken.status == 0, "\(spoken.errors)")
            #expect(
                spoken.output == """
                    Stenosis means that a valve does not open completely. [1]
                    [1] lecture.wav, 00:00:06: “Stenosis means that a valve does not open completely.”

                    """)

            let written = try await ask("How many axons do oligodendrocytes wrap?", school, format: "json")
            let json = try JSONParser.value(written.output.trimmingCharacters(in: .whitespacesAndNewlines))
            #expect(json["refused"] == false)
            let citation = try #require(json["citations"]?.array?.first)
            #expect(citation["source"] == "attachment" && citation["title"] == "Cells.txt")
            #expect(citation["start"] == .null && citation["page"] == .null, "members are there, also without a value")
            #expect(citation["quote"]?.string == Self.handout.trimmingCharacters(in: .newlines))

            for question in ["Which drug treats stenosis?", "When does a valve close completely?"] {
                let refused = try await ask(question, school)
                #expect(refused.status == 0, "no answer is no failure")
                #expect(refused.output == "The answer is not in these sources.\n")
            }
            let questions = try await school.app.database.read {
                try $0.integer("SELECT COUNT(*) FROM scribe_question")
            }
            #expect(questions == 0, "nothing is stored")
        }
    }

    @Test func whatCannotBeAskedIsSaid() async throws {
        try await ScribeSchool.with { school in
            let unknown = try await ask("What is stenosis?", school, session: Identifier.v7())
            #expect(
                unknown.status == 1 && unknown.output.isEmpty && unknown.errors.contains("There is no such session"))
            #expect(try await ask("  ", school).status == 2)
            let empty = try await ask("What is stenosis?", school)
            #expect(empty.status == 0 && empty.output == "The answer is not in these sources.\n")
            #expect(try await ask("What?", school, format: "xml").status == 2)
        }
    }
}
