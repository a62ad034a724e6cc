import Foundation
import Synchronization
import Testing
import Tools

/// Output that comes in pieces, as from ffmpeg.
struct ToolStreamTests {
    private func stream(
        _ script: String, limits: ToolLimits = ToolLimits(), niceness: Int = 0, _ body: ([UInt8]) async throws -> Void
    ) async throws {
        try await Tool.find("sh").stream(["-c", script], limits: limits, niceness: niceness, body)
    }

    @Test func piecesComeInOrderAndWhole() async throws {
        var received: [UInt8] = []
        try await stream("seq 1 200000") { received += $0 }
        #expect(received == Array((1...200_000).map { "\($0)\n" }.joined().utf8))
    }

    /// The child writes far more than a pipe holds; while nobody takes it, it stands still.
    @Test func theChildWaitsForTheReader() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rounds-test-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let mark = folder.appendingPathComponent("written").path
        var seenEarly = false
        var pieces = 0
        try await stream("head -c 4000000 /dev/zero; touch \(mark)") { _ in
            pieces += 1
            if pieces == 1 {
                try await Task.sleep(for: .milliseconds(300))
                seenEarly = FileManager.default.fileExists(atPath: mark)
            }
        }
        #expect(!seenEarly)
        #expect(pieces > 1)
        #expect(FileManager.default.fileExists(atPath: mark))
    }

    @Test func anErrorOfTheReaderStopsTheChildAndComesBack() async throws {
        struct Enough: Error {}
        await #expect(throws: Enough.self) { try await stream("yes") { _ in throw Enough() } }
    }

    @Test func cancellingStopsTheChild() async throws {
        let started = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            try await stream("echo go; exec sleep 300") { _ in started.continuation.yield() }
        }
        for await _ in started.stream { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func aStatusOtherThanZeroIsAnError() async throws {
        await #expect(throws: ToolError.failed(tool: "sh", status: 7, complaint: "why\n")) {
            try await stream("echo why >&2; exit 7") { _ in }
        }
    }

    @Test func nicenessReachesTheChild() async throws {
        var text = ""
        try await stream("nice", niceness: 7) { text += String(decoding: $0, as: UTF8.self) }
        let own = getpriority(Int32(PRIO_PROCESS.rawValue), 0)
        #expect(Int(text.dropLast()) == min(19, Int(own) + 7))
    }

    /// Where the kernel allows it; a container that forbids it shows the interfaces it has.
    @Test func aChildSeesNoNetworkOrWhatTheMachineHas() async throws {
        var child = ""
        try await stream("tail -n +3 /proc/net/dev | wc -l") { child += String(decoding: $0, as: UTF8.self) }
        let mayIsolate = try await Tool.find("unshare").run(["--net", "true"], limits: ToolLimits()).status == 0
        #expect(!mayIsolate || child.trimmingCharacters(in: .whitespacesAndNewlines) == "1")
    }
}
