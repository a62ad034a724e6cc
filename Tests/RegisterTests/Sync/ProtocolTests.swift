import Foundation
import Kernel
import Persistence
import Sync
import TestSupport
import Testing
import Web

@testable import Register

/// This protocol and the one before carry the same.
@Suite struct ProtocolTests {
    @Test("protocol 2 says what protocol 1 says: every reader, any page, any history", arguments: 1...6)
    func sameInformation(seed: Int) async throws {
        try await TestSchool.onEachEngine { school in
            try await school.live(seed: UInt64(seed))
            let size = [7, 40, 5_000][seed % 3]
            var kinds: Set<String> = []
            for reader in [school.ada, school.cleo, school.owner, school.director, school.adviser, school.student] {
                for old in try await school.pages(reader, version: 1, limit: size, alongside: 2) {
                    #expect(try CompactAnswer.records(of: old.other) == old.answer["records"]?.array)
                    for member in ["cursor", "more", "reset", "total", "epoch", "user", "minimumProtocol"] {
                        #expect(old.answer[member] == old.other[member])
                    }
                    kinds.formUnion(old.answer["records"]?.array?.compactMap { $0["entity"]?.string } ?? [])
                }
            }
            #expect(kinds == Set(SyncedEntity.allCases.map(\.rawValue)))
        }
    }

    @Test("changes and removals since a cursor are the same in both")
    func sameChanges() async throws {
        try await TestSchool.onEachEngine { school in
            try await school.live(seed: 11)
            let before = try await school.answer(school.ada, version: 2)
            try await school.database.write { tx in
                try tx.execute(
                    """
                    UPDATE enrolment SET deleted = 1, change = \(try tx.nextChange())
                    WHERE student_id = \(school.students[3])
                    """)
            }
            let old = try await school.answer(school.ada, version: 1, cursor: before["cursor"]?.string)
            let new = try await school.answer(school.ada, version: 2, cursor: before["cursor"]?.string)
            let records = try #require(old["records"]?.array)
            #expect(records.contains { $0["deleted"] == .bool(true) })
            #expect(try CompactAnswer.records(of: new) == records)
        }
    }

    @Test("an answer speaks the version that was asked, and tells the older one to update", arguments: [1, 2])
    func versions(version: Int64) async throws {
        try await TestSchool.onEachEngine { school in
            let answer = try await school.answer(school.ada, version: version)
            #expect(answer["protocol"] == .integer(version))
            #expect(answer["minimumProtocol"] == 1)
            #expect(answer["update"] == .bool(version == 1))
            #expect((answer["texts"] != nil) == (version == 2))
        }
    }

    @Test("a push is judged alike in both versions, and verdicts and receipts have one form")
    func pushes() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var phone = TestDevice("phone", school.ada)
            let mark = phone.mark(session, school.students[0], .late, at: school.clock.now)
            var answers: [JSONValue] = []
            for version in [2, 1] as [Int64] {
                answers.append(try await school.answer(school.ada, version: version, operations: [mark]))
            }
            #expect(answers[0]["verdicts"]?.array?.first?["verdict"] == "applied")
            #expect(answers[1]["verdicts"]?.array?.first?["verdict"] == "duplicate")
            #expect(
                answers[0]["verdicts"]?.array?.first?.object?.keys == answers[1]["verdicts"]?.array?.first?.object?.keys
            )
        }
    }

    private struct Vector: Decodable {
        let name: String
        let answer: JSONValue
        let records: [JSONValue]
    }

    @Test("answers of the vector file, which the browser reads too")
    func vectors() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../Vectors/sync/compact.json")
        let vectors = try JSONDecoder().decode([Vector].self, from: Data(contentsOf: file))
        #expect(vectors.count > 3)
        for vector in vectors {
            #expect(try CompactAnswer.records(of: vector.answer) == vector.records, "\(vector.name)")
        }
    }

    @Test("a place that is not in the table and a row that is too short are no answer")
    func broken() {
        let run: JSONValue = .object([
            "entity": "person", "key": .array(["id"]), "columns": .array(["kind"]), "coded": .array(["kind"]),
            "rows": .array([.array([1, "a", 3])]),
        ])
        let answer: JSONValue = .object(["records": .array([run]), "texts": .array(["student"])])
        #expect(throws: CompactAnswer.Fault.notAsDescribed) { try CompactAnswer.records(of: answer) }
    }
}

extension TestSchool {
    /// The answer as it goes over the wire.
    fileprivate func answer(
        _ reader: Principal, version: Int64, cursor: String? = nil, limit: Int = 5_000,
        operations: [Sync.Operation] = []
    ) async throws -> JSONValue {
        let request = SyncRequest(
            version: version, device: Self.id("device of \(reader.name)"), cursor: cursor,
            operations: operations.map { .operation($0) }, limit: limit)
        return try JSONParser.value(try await store.sync(request, by: reader).json)
    }

    /// Every page of a first sync in one version, each with the other version's answer to the same cursor.
    fileprivate func pages(
        _ reader: Principal, version: Int64, limit: Int, alongside: Int64
    ) async throws -> [(answer: JSONValue, other: JSONValue)] {
        var pages: [(answer: JSONValue, other: JSONValue)] = []
        var cursor: String?
        repeat {
            let one = try await answer(reader, version: version, cursor: cursor, limit: limit)
            pages.append((one, try await answer(reader, version: alongside, cursor: cursor, limit: limit)))
            cursor = one["cursor"]?.string
        } while pages.last?.answer["more"] == .bool(true)
        return pages
    }

    /// A few days of a school: two phones that mark the same students without hearing of each other, remarks with anything in
    /// them, marks taken back, sessions closed and cancelled, absence notices, a student who leaves.
    fileprivate func live(seed: UInt64) async throws {
        var random = Lehmer(state: seed)
        let sessions = [try await makeSession(), try await makeSession(start: nil, date: "2026-11-19")]
        var phones = [TestDevice("a\(seed)", ada), TestDevice("b\(seed)", ben)]
        let remarks: [JSONValue] = [.null, "", "bus", "\"late\"\\ \n\t", "Ångström – 𝔘", "</script>"]
        for _ in 0..<60 {
            let phone = random.below(phones.count)
            let key = "\(sessions[random.below(2)]):\(students[random.below(6)])"
            var fields: [String: JSONValue] = [:]
            if random.below(3) > 0 {
                fields["status"] = ([.null] + MarkStatus.allCases.map { .string($0.rawValue) })[random.below(5)]
            }
            if random.below(3) == 0 { fields["minutesLate"] = .integer(Int64(random.below(60))) }
            if random.below(3) == 0 || fields.isEmpty { fields["remark"] = remarks[random.below(remarks.count)] }
            phones[phone].capture(.mark, key, fields, at: clock.now, fill: random.below(5) == 0)
            clock.advance(seconds: Int64(random.below(90)))
            if random.below(8) == 0 { try await phones[phone].sync(store, at: clock.now) }
        }
        phones[0].capture(.session, sessions[0], ["state": "closed", "location": "Ward \"7\""], at: clock.now)
        for index in phones.indices { try await phones[index].sync(store, at: clock.now) }
        let fields: [String: JSONValue] = [
            "category": "family", "firstDay": "2026-11-20", "lastDay": "2026-11-24", "reason": "Wedding \u{1F48D}",
        ]
        let notice = try await store.requestException(fields, by: student)["id"].text ?? ""
        if random.below(2) == 0 {
            _ = try await store.changeException(notice, ["state": "approved"], reason: nil, by: adviser)
        }
        try await database.write { tx in
            try teach(cleo, group, try tx.nextChange(), tx)
            try tx.execute(
                "UPDATE enrolment SET deleted = 1, change = \(try tx.nextChange()) WHERE student_id = \(students[9])")
        }
    }
}

/// A small source of the same numbers for the same seed (Park and Miller, 1988).
private struct Lehmer {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state = max(1, state % 2_147_483_647) * 48_271 % 2_147_483_647
        return Int(state % UInt64(limit))
    }
}
