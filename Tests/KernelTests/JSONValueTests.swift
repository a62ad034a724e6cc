import Foundation
import Kernel
import Testing

struct JSONValueTests {
    @Test(arguments: [
        (#"null"#, "null"), (#" true "#, "true"), (#"1.0"#, "1"), (#"-0"#, "0"),
        (#"12345678901234567"#, "12345678901234567"),
        (#"1e21"#, "1e+21"), (#"0.000001"#, "0.000001"), (#"1e-7"#, "1e-7"), (#"123456.789"#, "123456.789"),
        (#"-2.5"#, "-2.5"), (#"1.7976931348623157e308"#, "1.7976931348623157e+308"), (#"5e-324"#, "5e-324"),
        (#"100000000000000000000"#, "100000000000000000000"),
        (#"[1, "a", null, [] ,{}]"#, #"[1,"a",null,[],{}]"#),
        (#"{"b":1,"a":{"d":2,"c":3}}"#, #"{"a":{"c":3,"d":2},"b":1}"#),
        (#""A\u0001\b\f\n\r\t\"\\\/\u007f é\ud83d\ude8c""#, "\"A\\u0001\\b\\f\\n\\r\\t\\\"\\\\/\u{7F} é🚌\""),
        ("{\"\u{FFFF}\":1,\"😀\":2}", "{\"😀\":2,\"\u{FFFF}\":1}"),
    ]) func canonicalText(source: String, expected: String) throws {
        let value = try JSONDecoder().decode(JSONValue.self, from: Data(source.utf8))
        #expect(value.canonicalText == expected)
        #expect(try JSONDecoder().decode(JSONValue.self, from: Data(value.canonicalBytes)) == value)
    }

    @Test func survivesTheOrdinaryEncoder() throws {
        let value: JSONValue = .object(["a": [1, "x", nil], "b": .bool(false), "c": .number(0.5), "d": .object([:])])
        #expect(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value)) == value)
    }

    @Test func readsMembers() {
        let value: JSONValue = .object(["a": 1, "b": "x", "c": .bool(true), "d": .array([])])
        #expect(value["a"]?.integer == 1)
        #expect(value["b"]?.string == "x")
        #expect(value["c"]?.bool == true)
        #expect(value["d"]?.array == [])
        #expect(value["e"] == nil)
        #expect(JSONValue.null["a"] == nil)
    }
}
