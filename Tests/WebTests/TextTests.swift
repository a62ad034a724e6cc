import Foundation
import Kernel
import Testing

@testable import Web

@Suite struct PercentTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("a%20b", "a b"), ("%C3%A9", "é"), ("%c3%a9", "é"), ("é", "é"), ("a+b", "a+b"), ("", ""),
        ("%F0%9F%98%80", "😀"), ("100%25", "100%"),
    ])
    func validTextIsDecoded(raw: String, text: String) {
        #expect(PercentText.decode(raw[...]) == text)
    }

    @Test(arguments: ["%", "%2", "%zz", "%00", "a%00b", "%ff", "%c0%80", "%e0%80%af", "%ed%a0%80", "%c3", "%2%30"])
    func whatIsNotTextIsRefused(raw: String) {
        #expect(PercentText.decode(raw[...]) == nil)
    }

    @Test func aQueryIsReadAsAFormSendsIt() throws {
        let query = try Query("name=Ada+Lovelace&x=1&x=2&empty=&flag&%6b=%26")
        #expect(query["name"] == "Ada Lovelace")
        #expect(query["x"] == "1")
        #expect(query["empty"] == "")
        #expect(query["flag"] == "")
        #expect(query["k"] == "&")
        #expect(query["missing"] == nil)
        #expect(throws: WebError.malformedRequest) { try Query("a=%ff") }
    }
}

@Suite struct JSONBodyTests {
    private struct Batch: Decodable {
        struct Item: Decodable { let stamp: String, count: Int? }
        let operations: [Item]
        let day: CivilDate?
    }

    private func error(_ text: String) -> (any Error)? {
        do {
            _ = try JSONBody.decode(Batch.self, from: Array(text.utf8))
            return nil
        } catch { return error }
    }

    @Test(arguments: [
        (#"{"operations":[{"stamp":"a"},{"stamp":7}]}"#, "operations[1].stamp", "wrong_type"),
        (#"{"operations":[{}]}"#, "operations[0].stamp", "required"),
        (#"{"operations":[{"stamp":null}]}"#, "operations[0].stamp", "required"),
        (#"{"operations":[{"stamp":"a","count":1.5}]}"#, "operations[0].count", "invalid"),
        (#"{"operations":[{"stamp":"a","count":1.5},{"stamp":"b","count":1.5}]}"#, "", "invalid"),
        (#"{"operations":[{"stamp":"a","count":1e30}]}"#, "operations[0].count", "invalid"),
        (#"{"operations":{}}"#, "operations", "wrong_type"),
        (#"{"operations":[],"day":"2026-02-30"}"#, "day", "invalid"),
        ("{}", "operations", "required"),
        ("[]", "", "wrong_type"),
    ])
    func aWrongFieldIsNamed(text: String, field: String, code: String) throws {
        let failure = try #require(error(text) as? any Failure)
        #expect(failure.kind == .invalid)
        #expect(failure.fields.first?.field == field)
        #expect(failure.fields.first?.code == code)
    }

    @Test(arguments: ["", "{", "nonsense", #"{"operations":[],}x"#, "\u{0}"])
    func whatIsNotJSONIsRefused(text: String) {
        #expect(error(text) as? WebError == .malformedJSON)
    }

    @Test func invalidUTF8IsRefused() {
        #expect(throws: WebError.malformedJSON) {
            try JSONBody.decode(Batch.self, from: [0x7B, 0x22, 0xC0, 0x80, 0x22, 0x3A, 0x31, 0x7D])
        }
    }

    @Test(arguments: [63, 64, 65, 10_000, 200_000])
    func deepNestingIsRefusedBeforeItIsDecoded(levels: Int) {
        let bomb = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        #expect(JSONBody.depth(of: Array(bomb.utf8)) == levels)
        if levels > JSONBody.deepest {
            #expect(error(bomb) as? WebError == .nestedTooDeeply(limit: 64))
        } else {
            #expect(error(bomb) is InvalidInput)
        }
    }

    @Test func bracketsInTextDoNotCount() {
        #expect(JSONBody.depth(of: Array(#"{"a":"[[[[\"[[[","b":["x"]}"#.utf8)) == 2)
    }
}

@Suite struct CompressionTests {
    @Test(arguments: [
        ("gzip", true), ("gzip, br", true), ("br;q=1.0, gzip;q=0.5", true), ("*", true), ("GZIP", true),
        ("gzip;q=0", false), ("gzip; q=0", false), ("gzip;q=0.000", false), ("*;q=0", false), ("identity", false),
        ("", false), ("gzip;q=0, *", false), ("*;q=0, gzip", true), ("br", false), ("gzip;q=x", false),
    ])
    func acceptEncodingIsHonoured(header: String, isAccepted: Bool) {
        #expect(Compression.accepts(header) == isAccepted)
    }

    @Test func withoutAHeaderNothingIsPacked() { #expect(!Compression.accepts(nil)) }

    @Test(arguments: ["text/html; charset=utf-8", "application/json", "application/problem+json", "image/svg+xml"])
    func textIsWorthPacking(type: String) { #expect(Compression.isCompressible(type)) }

    @Test(arguments: ["image/png", "font/woff2", "application/octet-stream"])
    func packedFormatsAreNot(type: String) { #expect(!Compression.isCompressible(type)) }

    @Test func theResultIsAGzipFile() throws {
        let packed = try #require(Compression.gzip(Array(String(repeating: "rounds ", count: 1000).utf8)))
        #expect(packed.prefix(3) == [0x1F, 0x8B, 8])
        #expect(packed.count < 200)
    }
}

@Suite struct ReplyTests {
    @Test(arguments: [
        ("marks.csv", #"attachment; filename="marks.csv"; filename*=UTF-8''marks.csv"#),
        ("Übung 1.csv", #"attachment; filename="_bung 1.csv"; filename*=UTF-8''%C3%9Cbung%201.csv"#),
        ("a\"b\\c\r\nX: y", #"attachment; filename="a_b_c__X: y"; filename*=UTF-8''a%22b%5Cc%0D%0AX%3A%20y"#),
    ])
    func aFileNameCannotLeaveItsHeader(name: String, header: String) {
        let reply = Reply.bytes([], type: "text/csv", fileName: name)
        #expect(reply.headers.last?.value == header)
    }

    @Test func cookiesAreStrictAndOutOfReachOfScripts() {
        #expect(
            Cookie("a", "b", maxAge: 60, secure: true).description
                == "a=b; Path=/; SameSite=Strict; Max-Age=60; HttpOnly; Secure")
        #expect(Cookie("a", "b", path: "/x", httpOnly: false).description == "a=b; Path=/x; SameSite=Strict")
    }

    @Test func anEventCannotBeSplitByItsData() {
        let event = ServerEvent(id: "1\n2", name: "change\rx", data: "a\nb\r\nc")
        #expect(event.text == "id: 12\nevent: changex\ndata: a\ndata: b\ndata: c\n\n")
    }

    @Test func slashesAreNotEscaped() throws {
        #expect(String(decoding: try JSON.encode(["a/b"]), as: UTF8.self) == #"["a/b"]"#)
    }
}
