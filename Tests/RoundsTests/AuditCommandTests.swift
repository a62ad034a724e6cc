import Foundation
import Kernel
import Persistence
import TestSupport
import Testing

/// `rounds audit`, and the verifier that needs nothing but the file.
@Suite(.serialized) struct AuditCommandTests {
    private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "scripts/audit-verify")

    /// Runs the offline verifier; answers whether it found the file whole, and what it said.
    private static func offline(_ file: URL, _ more: String...) async throws -> (isIntact: Bool, said: String) {
        let child = try ChildProcess(
            URL(fileURLWithPath: "/usr/bin/env"), ["python3", script.path, file.path] + more,
            environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"], keepsErrors: true)
        try child.input.close()
        async let output = ChildProcess.text(of: child.output)
        async let errors = ChildProcess.text(of: child.errors ?? .nullDevice)
        let said = await (output + errors)
        return (child.wait() == 0, said)
    }

    @Test func aTrailIsVerifiedExportedAndCheckedWithoutRounds() async throws {
        try await withTemporaryFolder { folder in
            let data = folder.appending(path: "data")
            let location = DatabaseLocation.sqlite(data.appending(path: "rounds.sqlite").path)
            let secrets = data.appending(path: "secrets")
            let database = try await Database.open(location, auditSeal: try AuditSeal(folder: secrets))
            try await database.write { tx in
                for number in 1...20 {
                    try tx.audit("note.view", "note/\(number)", reason: "ä \"b\"\n\\ \u{1}€😀", at: .now())
                }
            }
            await database.close()
            let arguments = ["--data-dir", data.path]
            let verified = try await Program.run(["audit", "verify", "--format", "json"] + arguments)
            #expect(verified.status == 0, "\(verified.errors)")
            let verdict = try JSONDecoder().decode(JSONValue.self, from: Data(verified.output.utf8))
            #expect(verdict["intact"] == .bool(true) && verdict["rows"]?.integer == 20)
            let hash = try #require(verdict["hash"]?.string)

            let file = folder.appending(path: "audit.jsonl")
            let exported = try await Program.run(["audit", "export", file.path] + arguments)
            #expect(exported.status == 0, "\(exported.errors)")
            let key = secrets.appending(path: "audit.key").path
            let whole = try await Self.offline(file, "--key", key, "--since", "20:\(hash)")
            #expect(whole.isIntact && whole.said.contains("20 rows") && whole.said.contains(hash), "\(whole.said)")

            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
            #expect(lines.count == 22)
            var without = lines
            without.remove(at: 7)
            var moved = lines
            moved.swapAt(4, 5)
            var edited = lines
            edited[9] = edited[9].replacing("note/9", with: "note/8")
            let other = folder.appending(path: "other.jsonl")
            for touched in [without, moved, edited, Array(lines.dropLast()), Array(lines.prefix(10)) + lines.suffix(1)]
            {
                try touched.joined(separator: "\n").write(to: other, atomically: false, encoding: .utf8)
                #expect(try await Self.offline(other).isIntact == false)
            }
            let since = try await Self.offline(file, "--since", "21:\(hash)")
            #expect(!since.isIntact && since.said.contains("cut off"))

            try await withOpenDatabase(location) { database in
                _ = try await database.write { try $0.execute("DELETE FROM audit_entry WHERE seq = 11") }
            }
            let broken = try await Program.run(["audit", "verify"] + arguments)
            #expect(broken.status == 1 && broken.errors.contains("a row before row 12 is missing"), "\(broken.errors)")
        }
    }
}
