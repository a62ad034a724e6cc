import Foundation
import Kernel
import Testing

struct JSONParserTests {
    @Test(
        arguments: [
            ("null", JSONValue.null), (" true\n", .bool(true)), ("[]", []), ("{}", .object([:])), ("0", 0), ("-0", 0),
            ("-12", -12),
            ("1.0", 1), ("1e3", 1000), ("1E+2", 100), ("2.5e-1", .number(0.25)),
            ("9223372036854775807", .integer(.max)),
            ("-9223372036854775808", .integer(.min)), ("9223372036854775808", .number(9_223_372_036_854_775_808)),
            (#""\u00e9\ud83d\ude8c\"\\\/\b\f\n\r\t""#, "é🚌\"\\/\u{08}\u{0C}\n\r\t"), (#""\u0000""#, "\u{0}"),
            ("\"é🚌\"", "é🚌"),
            (#"{"a":[1,{"b":null}],"a":2}"#, .object(["a": 2])), ("[1 , 2]", [1, 2]), (#"{"":""}"#, .object(["": ""])),
        ] as [(String, JSONValue)]) func reads(text: String, value: JSONValue) throws
    {
        #expect(try JSONParser.value(text) == value)
    }

    @Test(arguments: [
        "", " ", "nul", "nulll", "True", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "{", "{\"a\"", "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,}", "{a:1}", "{1:1}", "{\"a\" 1}", "\"", "\"a", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"",
        "\"\\ud83d\"", "\"\\ud83dx\"", "\"\\ud83d\\u0041\"", "\"\\ude8c\"", "\"a\nb\"", "\"\u{0}\"", "01", "-", "+1",
        "1.", ".5",
        "1e", "1e+", "1e400", "0x1", "NaN", "Infinity", "1 2", "// x\n1", "'a'", "\u{FEFF}1",
    ]) func refuses(text: String) {
        #expect(throws: JSONParser.Fault.notJSON) { try JSONParser.value(text) }
    }

    @Test(arguments: [[0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]] as [[UInt8]])
    func refusesWhatIsNotUTF8(bytes: [UInt8]) {
        #expect(throws: JSONParser.Fault.notJSON) { try JSONParser.value(bytes) }
    }

    @Test func aThousandBracketsAreRefused() {
        let deep = String(repeating: "[", count: 1000)
        #expect(throws: JSONParser.Fault.tooDeep) { try JSONParser.value(deep) }
        let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(throws: Never.self) { try JSONParser.value(deepest) }
    }

    /// A document with one byte changed is read as Foundation reads it, or refused, and never a crash.
    @Test func agreesWithFoundationOnDamagedDocuments() throws {
        let document = Array(#"{"a":[1,-2.5e3,true,null,"x\u00e9\n"],"b":{"c":"é","d":[]}}"#.utf8)
        for position in document.indices {
            for byte: UInt8 in [0x00, 0x20, 0x22, 0x2C, 0x30, 0x3A, 0x5B, 0x5C, 0x5D, 0x65, 0x7B, 0x7D, 0x80, 0xFF] {
                var damaged = document
                damaged[position] = byte
                guard let value = try? JSONParser.value(damaged) else { continue }
                #expect(try JSONDecoder().decode(JSONValue.self, from: Data(damaged)) == value)
            }
        }
    }
}
