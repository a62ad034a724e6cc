import Foundation
import Kernel
import Sync
import Testing

struct OperationReaderTests {
    let good: [String: JSONValue] = [
        "id": "0190b000-0000-7000-8000-000000000001", "seq": 1, "entity": "mark", "key": "k",
        "fields": .object(["status": "late", "minutesLate": 5, "remark": nil]),
        "stamp": "01a1fd557a80-0000-0190a000-0000-7000-8000-0000000000d2", "capturedAt": "2026-11-21T09:00:00Z",
        "author": "0190a000-0000-7000-8000-00000000a001",
    ]

    @Test func readsWhatTheOrdinaryDecoderReads() throws {
        var json = good
        json["seen"] = .object(["status": "0190b000-0000-7000-8000-000000000009"])
        json["fill"] = .bool(true)
        json["settles"] = ["0190b000-0000-7000-8000-00000000000a"]
        json["reason"] = "mistaken"
        for members in [good, json] {
            let decoded = try JSONDecoder().decode(
                Sync.Operation.self, from: Data(JSONValue.object(members).canonicalBytes))
            #expect(try Sync.Operation(json: .object(members)) == decoded)
        }
    }

    @Test(
        arguments: [
            ("id", "x"), ("id", nil), ("seq", 0), ("seq", "1"), ("seq", .number(1.5)), ("entity", "person"),
            ("key", ""),
            ("key", .string(String(repeating: "k", count: 201))), ("fields", .object([:])), ("fields", []),
            ("fields", .object(["status": .bool(true)])), ("fields", .object(["status": []])),
            ("fields", .object(["": 1])),
            ("fields", .object(["remark": "a\u{0}b"])),
            ("fields", .object(["remark": .string(String(repeating: "é", count: 2049))])),
            ("seen", .object(["status": "x"])), ("seen", []), ("stamp", "x"), ("capturedAt", "2026-11-21"),
            ("author", 5),
            ("fill", "true"), ("settles", ["x"]), ("settles", "x"), ("reason", 5),
        ] as [(String, JSONValue)]) func namesTheMemberAtFault(name: String, value: JSONValue)
    {
        var json = good
        json[name] = value
        let failure = #expect(throws: InvalidInput.self) { try Sync.Operation(json: .object(json)) }
        #expect(failure?.fields.map(\.field) == [name])
        #expect(failure?.fields.map(\.code) == ["malformed"])
    }

    @Test func aMissingMemberIsNamed() {
        for name in good.keys {
            var json = good
            json[name] = nil
            let failure = #expect(throws: InvalidInput.self) { try Sync.Operation(json: .object(json)) }
            #expect(failure?.fields.map(\.field) == [name])
        }
    }

    @Test(arguments: [JSONValue.null, 1, "x", [], .bool(true)]) func whatIsNoObjectIsMalformed(json: JSONValue) {
        #expect(throws: InvalidInput.self) { try Sync.Operation(json: json) }
    }
}
