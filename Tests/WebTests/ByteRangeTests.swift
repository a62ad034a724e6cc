import Testing

@testable import Web

/// RFC 9110 §14.1.2, over a file of ten bytes.
@Suite struct ByteRangeTests {
    @Test(
        arguments: [
            (nil, ByteRange.whole), ("bytes=0-3", .part(0..<4)), ("bytes=4-", .part(4..<10)),
            ("bytes=-3", .part(7..<10)),
            ("bytes=0-0", .part(0..<1)), ("bytes=9-9", .part(9..<10)), ("bytes=5-200", .part(5..<10)),
            ("bytes=-200", .part(0..<10)), ("Bytes= 2 - 3 ", .part(2..<4)), ("bytes=10-", .unsatisfiable),
            ("bytes=10-12", .unsatisfiable), ("bytes=-0", .unsatisfiable),
            ("bytes=99999999999999999999-", .unsatisfiable), ("bytes=1-99999999999999999999", .part(1..<10)),
            // what cannot be read is as if it were not there, and several ranges may be answered by the whole
            ("bytes=5-2", .whole), ("bytes=", .whole), ("bytes=-", .whole), ("bytes=a-b", .whole),
            ("bytes=--5", .whole),
            ("seconds=1-2", .whole), ("bytes=0-1,3-4", .whole), ("bytes=0x1-2", .whole), ("0-3", .whole),
        ] as [(String?, ByteRange)])
    func table(_ header: String?, _ expected: ByteRange) {
        #expect(ByteRange.read(header, size: 10) == expected)
    }

    @Test("Of an empty file there is no part", arguments: ["bytes=0-", "bytes=-1", "bytes=0-0"])
    func empty(_ header: String) {
        #expect(ByteRange.read(header, size: 0) == .unsatisfiable)
    }
}
