import Kernel
import TestSupport
import Testing

@Suite struct ScribeVocabularyTests {
    @Test func aHandoutsTermIsOfferedWithItsPlace() async throws {
        try await ScribeSchool.with { school in
            let recording = try await school.transcribed([
                "Keto acid osis is an emergency.", "We stopped the met formin.", "And the insulin.",
            ])
            let place = "/api/v1/scribe/recordings/\(recording)/vocabulary"
            #expect(try await school.teacher.get(place)["items"] == [], "no handouts yet")
            let handout = Array("Ketoacidosis: stop metformin, give insulin; metformin again later.".utf8)
            let sent = try await school.send(handout, name: "handout.md", purpose: "attachment")
            #expect(sent.status == 201)
            try await school.work(.saying([]))
            let items = try await school.teacher.get(place)["items"]?.array ?? []
            #expect(items.map { $0["from"] } == ["Keto acid osis", "met formin"])
            #expect(items.map { $0["to"] } == ["Ketoacidosis", "metformin"])
            #expect(items.allSatisfy { $0["source"]?["title"] == "handout.md" && $0["source"]?["page"] == .null })
            let segments = try await school.segments(of: recording)
            #expect(items.map { $0["segment"] } == [segments[0]["id"], segments[1]["id"]])
            #expect(items.map { $0["start"] } == [0, 1])
            #expect(try await school.student.get(place).status == 403)
        }
    }
}
