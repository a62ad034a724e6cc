import Kernel
import Sync
import Testing
import Web

@testable import Register

@Suite struct SyncRequestTests {
    private static let device = id("device")

    private func request(_ members: [String: JSONValue]) throws -> SyncRequest {
        var body: [String: JSONValue] = ["protocol": 1, "device": .string(Self.device)]
        body.merge(members) { $1 }
        return try SyncRequest(body: JSONValue.object(body).canonicalBytes)
    }

    @Test("one malformed operation does not spoil the others")
    func malformedOperation() throws {
        let good: JSONValue = .object([
            "id": .string(Identifier.v7()), "seq": 1, "entity": "mark", "key": "a:b",
            "fields": .object(["status": "present"]),
            "stamp": .string("0193450b6b00-0000-\(Self.device)"), "capturedAt": "2026-11-21T09:00:00Z",
            "author": .string(id("author")),
        ])
        let request = try request(["operations": .array([good, .object(["id": "x"]), "text", good])])
        let codes = request.operations.map { incoming -> String? in
            if case .malformed(let verdict) = incoming { verdict.code } else { nil }
        }
        #expect(codes == [nil, "malformed", "malformed", nil])
    }

    @Test("this protocol and the one before are served; another is told which are")
    func protocolVersion() throws {
        for version in [1, 2] as [Int64] { #expect(try request(["protocol": .integer(version)]).version == version) }
        for version in [0, 3] as [Int64] {
            #expect(throws: RegisterError.protocolUnsupported(served: 1...2)) {
                try request(["protocol": .integer(version)])
            }
        }
        #expect(RegisterError.protocolUnsupported(served: 1...2).kind.status == 426)
        #expect(throws: InvalidInput.self) { try request(["protocol": "1"]) }
    }

    @Test("more than 500 operations are refused with the limit")
    func batchLimit() throws {
        let many = JSONValue.array(Array(repeating: .null, count: 501))
        #expect(throws: RegisterError.batchTooLarge(limit: 500)) { try request(["operations": many]) }
        #expect(RegisterError.batchTooLarge(limit: 500).members["limit"] == 500)
    }

    @Test("bad input is an error of the client", arguments: ["", "[]", "{", "{\"protocol\":1,}", "nul", "\"a\u{1}\""])
    func broken(text: String) {
        #expect {
            try SyncRequest(body: Array(text.utf8))
        } throws: { error in
            (error as? any Failure).map { (400..<500).contains($0.kind.status) } ?? false
        }
    }

    @Test("a thousand brackets are refused before they are followed")
    func depth() {
        let body = Array(String(repeating: "[", count: 1_000).utf8)
        #expect(throws: WebError.nestedTooDeeply(limit: 64)) { try SyncRequest(body: body) }
    }
}
