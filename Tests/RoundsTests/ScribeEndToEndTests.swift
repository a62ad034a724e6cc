import Foundation
import HTTPTypes
import Kernel
import Rounds
import Jobs
import TestSupport
import Testing

/// The real recogniser with the smallest model, from an upload over HTTP to words that are found and played.
@Suite struct ScribeEndToEndTests {
    private static let dependencies: URL = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder.appending(path: ".deps")
    }()

    @Test("The inaugural sentence is uploaded, recognised, found and played")
    func inaugural() async throws {
        let models = Self.dependencies.appending(path: "models").path
        let bytes = [UInt8](try Data(contentsOf: Self.dependencies.appending(path: "speech-samples/jfk.wav")))
        try await ScribeSchool.with(environment: ["ROUNDS_MODELS": models]) { school in
            _ = try await school.owner.patch("/api/v1/scribe/settings", ["model": "tiny.en"])
            let finished = try await school.send(bytes, name: "inaugural.wav")
            let id = try #require(finished["id"]?.string, "\(finished.text)")
            #expect(finished.status == 201 && finished["state"] == "queued")
            try await school.app.application.worker.workOff()
            let base = "/api/v1/scribe/recordings/\(id)"
            let recording = try await school.teacher.get(base)
            #expect(recording["state"] == "ready" && recording["duration"] == 11 && recording["done"] == 11)
            #expect(recording["model"]?.string?.hasPrefix("tiny.en") == true)
            let segments = try await school.segments(of: id, as: school.teacher)
            let text = segments.compactMap { $0["text"]?.string }.joined(separator: " ").lowercased()
            #expect(text.contains("ask not what your country can do for you"), "\(text)")
            let times: [Double] = segments.flatMap { segment -> [Double] in
                [segment["start"]?.seconds ?? -1, segment["end"]?.seconds ?? -1]
            }
            #expect(times == times.sorted() && times.allSatisfy { (0...11.1).contains($0) })
            let found = try await school.teacher.get("/api/v1/scribe/search?q=%22your%20country%22")
            let hit = try #require(found["items"]?.array?.first)
            #expect(hit["recording"]?.string == id && segments.contains { $0["id"] == hit["segment"] })
            let part = try await school.teacher.get(base + "/media", [.range: "bytes=44-1043"])
            #expect(part.status == 206 && part.bytes == Array(bytes[44..<1_044]))
        }
    }
}
