import Foundation
import Kernel
import Synchronization
import Testing
import Tools

/// Programs are run as children that cannot take more than their limits. The children here are a shell's.
struct ToolsTests {
    private func shell(
        _ script: String, input: [UInt8]? = nil, _ change: (inout ToolLimits) -> Void = { _ in }
    ) async throws -> ToolOutput {
        var limits = ToolLimits()
        change(&limits)
        return try await Tool.find("sh").run(["-c", script], input: input, limits: limits)
    }

    private func text(_ output: ToolOutput) -> String { String(decoding: output.standardOutput, as: UTF8.self) }

    @Test func aToolThatIsNotThereNamesItsPackage() throws {
        #expect(throws: ToolError.missing(tool: "no-such-tool", package: "no-such-tool")) {
            try Tool.find("no-such-tool")
        }
        #expect(ToolError.missing(tool: "pdftotext", package: "poppler-utils").sentence.contains("poppler-utils"))
        #expect(ToolError.missing(tool: "x", package: "y").code == "tool_missing")
    }

    @Test func outputErrorsAndStatusComeBack() async throws {
        let output = try await shell("echo out; echo err >&2; exit 3")
        #expect(text(output) == "out\n")
        #expect(output.standardError == "err\n")
        #expect(output.status == 3)
        #expect(try await shell("kill -USR1 $$").status == 128 + 10)
    }

    @Test func aMegabyteGoesThroughUnchanged() async throws {
        let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        #expect(try await shell("cat", input: bytes).standardOutput == bytes)
    }

    @Test func withoutInputThereIsNone() async throws {
        #expect(text(try await shell("cat; echo end")) == "end\n")
    }

    @Test func theEnvironmentIsEmptyButForAFewWords() async throws {
        setenv("ROUNDS_TEST_SECRET", "s", 1)
        let names = text(try await shell("env")).split(separator: "\n").map { $0.prefix { $0 != "=" } }
        #expect(
            Set(names).subtracting(["PATH", "LANG", "TMPDIR", "OMP_THREAD_LIMIT", "PWD", "OLDPWD", "_", "SHLVL"])
                .isEmpty)
        #expect(names.contains("PATH"))
    }

    @Test func theScratchFolderIsPrivateAndGoneAfterwards() async throws {
        let output = text(try await shell("stat -c %a .; touch left; pwd"))
        let lines = output.split(separator: "\n").map(String.init)
        #expect(lines[0] == "700")
        #expect(!FileManager.default.fileExists(atPath: lines[1]))
    }

    @Test(arguments: [
        ("sleep 60", ToolError.timedOut(tool: "sh")),
        ("trap '' TERM INT; while :; do sleep 60; done", .timedOut(tool: "sh")),
        ("yes", .tooMuchOutput(tool: "sh")),
        ("head -c 3000000 /dev/zero > big; exit $?", .tooMuchOutput(tool: "sh")),
        // looks for the last line of a file that has no line breaks and no end
        ("exec tail /dev/zero", .outOfMemory(tool: "sh")),
    ])
    func limitsHold(script: String, expected: ToolError) async throws {
        await #expect(throws: expected) {
            let output = try await shell(script) {
                // the clock ends only those that wait, however busy the machine is
                $0.wallSeconds = expected == .timedOut(tool: "sh") ? 1 : 60
                $0.outputBytes = 1 << 20
                $0.fileBytes = 1 << 20
                $0.memoryBytes = 64 << 20
            }
            // a shell reports the end of its own child: SIGXFSZ as 153
            if output.status == 153 { throw ToolError.tooMuchOutput(tool: "sh") }
        }
    }

    @Test func processorTimeIsCounted() async throws {
        await #expect(throws: ToolError.timedOut(tool: "sh")) {
            try await shell("while :; do :; done") { $0.cpuSeconds = 1 }
        }
    }

    @Test func childrenOfTheChildDieWithIt() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rounds-test-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let note = folder.appendingPathComponent("pid")
        // one ends with a daemon left behind, one is stopped while its child runs
        for script in [
            "sleep 300 > /dev/null 2>&1 & echo $! > \(note.path)", "sleep 300 & echo $! > \(note.path); wait",
        ] {
            _ = try? await shell(script) { $0.wallSeconds = 1 }
            let process = try #require(Int32(try String(contentsOf: note, encoding: .utf8).dropLast()))
            var isAlive = true
            for _ in 0..<200 where isAlive {
                isAlive = kill(process, 0) == 0 && !isZombie(process)
                if isAlive { try await Task.sleep(for: .milliseconds(20)) }
            }
            #expect(!isAlive)
        }
    }

    private func isZombie(_ process: Int32) -> Bool {
        let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        return status.map { $0.contains(") Z ") } ?? true
    }
}
