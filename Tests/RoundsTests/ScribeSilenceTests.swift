import Documents
import HTTPTypes
import Kernel
import TestSupport
import Testing

/// A sentence corrected to nothing says that nothing was said there.
@Suite struct ScribeSilenceTests {
    @Test(arguments: ["", " \n\t ", "\u{00A0}"])
    func isLeftOutOfWhatIsHandedOnAndComesBack(text: String) async throws {
        try await ScribeSchool.with { school in
            let recording = try await school.transcribed(["The heart.", "Thanks for watching!", "Four valves."])
            let segment = try await school.segments(of: recording)[1]
            let place = "/api/v1/scribe/segments/\(segment["id"]?.string ?? "")"
            let changed = try await school.teacher.patch(place, ["text": .string(text), "version": 1])
            #expect(changed.status == 200 && changed["text"] == "" && changed["edited"] == true)
            #expect(try await school.segments(of: recording).count == 3, "its place stays, to be corrected again")

            let base = "/api/v1/scribe/recordings/\(recording)/transcript."
            let srt = try await school.teacher.get(base + "srt").text
            #expect(
                srt.contains("1\n00:00:00,000") && srt.contains("2\n00:00:02,000") && !srt.contains("00:00:01,000 -->"))
            let vtt = try await school.teacher.get(base + "vtt").text
            #expect(vtt.split(separator: "-->").count == 3)
            let json = try await school.teacher.get(base + "json")
            #expect(json["segments"]?.array?.compactMap { $0["text"]?.string } == ["The heart.", "Four valves."])
            for format in ["txt", "md"] {
                let written = try await school.teacher.get(base + format).text
                #expect(
                    written.contains("The heart.") && written.contains("Four valves.") && !written.contains("00:01"))
            }
            let parts = "transcript.srt,transcript.vtt,transcript.txt,transcript.md,transcript.json"
            let export = try await school.teacher.get(
                "/api/v1/scribe/sessions/\(school.session)/export?parts=\(parts)")
            let zip = try ZipArchive(export.bytes)
            #expect(String(decoding: try zip.read("transcript/lecture.srt") ?? [], as: UTF8.self) == srt)
            #expect(String(decoding: try zip.read("transcript/lecture.vtt") ?? [], as: UTF8.self) == vtt)
            let kept = String(decoding: try zip.read("transcript/lecture.json") ?? [], as: UTF8.self)
            #expect(kept.contains("Thanks for watching!"), "an import can bring it back")
            let found = try await school.teacher.get("/api/v1/scribe/search?q=watching")
            #expect(found["items"] == [])

            let reverted = try await school.teacher.post(place + "/revert", ["version": 2])
            #expect(reverted.status == 200 && reverted["text"] == "Thanks for watching!")
            #expect(try await school.teacher.get(base + "srt").text.contains("2\n00:00:01,000"))
        }
    }
}
