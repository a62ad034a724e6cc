import HTTPTypes
import Kernel
import Rounds
import Scribe
import TestSupport
import Testing

/// Sound as browsers ask for it (RFC 9110 §13 and §14).
@Suite struct ScribeMediaTests {
    @Test("Whole, in part, from behind, past the end, and when it has changed")
    func ranges() async throws {
        try await ScribeSchool.with { school in
            let bytes = Wave.tone(seconds: 1)
            let path = "/api/v1/scribe/recordings/\(try await school.recording(bytes))/media"
            let whole = try await school.teacher.get(path)
            #expect(whole.status == 200 && whole.bytes == bytes && whole.header("Content-Type") == "audio/wav")
            #expect(whole.header("Accept-Ranges") == "bytes")
            let tag = try #require(whole.header("ETag"))
            #expect(tag == "\"\(Digest.sha256Hex(bytes))\"")
            let size = bytes.count
            for (range, part) in [
                ("bytes=0-99", 0..<100), ("bytes=1000-", 1000..<size), ("bytes=-44", size - 44..<size),
                ("bytes=\(size - 1)-\(size + 500)", size - 1..<size),
            ] {
                let answer = try await school.teacher.get(path, [.range: range])
                #expect(answer.status == 206 && answer.bytes == Array(bytes[part]), "\(range)")
                #expect(
                    answer.header("Content-Range") == "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)",
                    "\(range)")
                #expect(answer.header("Content-Length") == String(part.count), "\(range)")
            }
            let past = try await school.teacher.get(path, [.range: "bytes=\(size)-"])
            #expect(past.status == 416 && past.header("Content-Range") == "bytes */\(size)")
            #expect(try await school.teacher.get(path, [.range: "bytes=0-9", .ifRange: tag]).status == 206)
            let other = try await school.teacher.get(path, [.range: "bytes=0-9", .ifRange: "\"other\""])
            #expect(other.status == 200 && other.bytes.count == size)
            #expect(try await school.teacher.get(path, [.ifNoneMatch: tag]).status == 304)
            let head = try await school.teacher.send(.head, path, body: nil, [.range: "bytes=0-9"])
            #expect(head.status == 200 && head.bytes.isEmpty && head.header("Content-Length") == String(size))
        }
    }

    @Test("What a browser cannot play becomes what it can, and the original stays as it was sent")
    func derived() async throws {
        try await ScribeSchool.with { school in
            // µ-law at 8 kHz, as dictation machines write it
            let bytes = Wave.muLaw(seconds: 2)
            let id = try await school.recording(bytes, name: "dictation.wav")
            let base = "/api/v1/scribe/recordings/\(id)"
            #expect(try await school.teacher.get(base + "/media").header("Content-Type") == "audio/wav")
            try await school.work(.saying(["Hello."]))
            let media = try await school.teacher.get(base + "/media")
            #expect(media.status == 200 && media.header("Content-Type") == "audio/webm")
            #expect(media.bytes.prefix(4) == [0x1A, 0x45, 0xDF, 0xA3])
            #expect(try await school.teacher.get(base + "/original").bytes == bytes)
            #expect(try school.files().count == 2)
        }
    }

    @Test("A deleted recording is gone, comes back with all it had, and leaves no file when its time is over")
    func deletion() async throws {
        try await ScribeSchool.with { school in
            let id = try await school.transcribed(["The heart has four chambers."])
            let base = "/api/v1/scribe/recordings/\(id)"
            #expect(try await school.teacher.delete(base).status == 204)
            for path in ["", "/media", "/original", "/transcript", "/transcript.txt", "/tags"] {
                #expect(try await school.teacher.get(base + path).status == 404, "\(path)")
            }
            let search = "/api/v1/scribe/search?q=chambers"
            #expect(try await school.teacher.get(search)["items"]?.array?.isEmpty == true)
            #expect(try await school.teacher.post(base + "/restore").status == 200)
            #expect(try await school.segments(of: id).count == 1)
            #expect(try await school.teacher.get(search)["items"]?.array?.count == 1)
            #expect(try await school.teacher.delete(base).status == 204)
            let scribe = school.app.application.scribe
            #expect(try await scribe.purgeRecordings(deletedBefore: Instant.now().adding(seconds: 60)) == 1)
            #expect(try await school.teacher.post(base + "/restore").status == 404)
            #expect(try school.files().isEmpty)
        }
    }
}

extension Wave {
    /// G.711 µ-law, 8 kHz, one channel, without samples that mean anything.
    static func muLaw(seconds: Int) -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 255) } }
        let samples = (0..<seconds * 8_000).map { UInt8(($0 * 37) & 255) }
        var bytes = Array("RIFF".utf8)
        bytes += number(38 + samples.count, 4)
        bytes += Array("WAVEfmt ".utf8)
        for (value, count) in [(18, 4), (7, 2), (1, 2), (8_000, 4), (8_000, 4), (1, 2), (8, 2), (0, 2)] {
            bytes += number(value, count)
        }
        bytes += Array("data".utf8)
        bytes += number(samples.count, 4)
        return bytes + samples
    }
}
