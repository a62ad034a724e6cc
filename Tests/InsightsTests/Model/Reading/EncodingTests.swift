import Kernel
import Testing

@testable import Insights

struct EncodingTests {
    private static let text =
        Exports.header + "1,Zoë,Núñez – €,日本 😀,x,2025-10-06T09:00:00,1,true,,\r\n2,A,B,C,D,2025-10-06,1,no,,"
    private static let utf8 = Array(text.utf8)
    private static let latin = Exports.header + "1,Zoë,O’Brien €,Dr Š,Fête,2025-10-06T09:00:00,1,true,,\n"

    private static func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
        (littleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF])
            + text.utf16.flatMap { unit -> [UInt8] in
                let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
                return littleEndian ? bytes : bytes.reversed()
            }
    }

    private static let windows1252: [UInt8] = latin.unicodeScalars.map { scalar in
        switch scalar {
        case "’": 0x92
        case "€": 0x80
        case "Š": 0x8A
        default: UInt8(truncatingIfNeeded: scalar.value)
        }
    }

    @Test(arguments: [1, 2, 3, 5, 64, 100_000])
    func oneTextInEveryEncodingAndEveryPieceSize(size: Int) throws {
        let plain = try ExportReader.read(Exports.pieces(Self.utf8, size))
        #expect(plain.accounting.encoding == "utf-8" && plain.accounting.kept == 2)
        #expect(plain.lines[0].contains("Zoë/Núñez – €/日本 😀"))
        let others: [([UInt8], String)] = [
            ([0xEF, 0xBB, 0xBF] + Self.utf8, "utf-8"), (Self.utf16(Self.text, littleEndian: true), "utf-16"),
            (Self.utf16(Self.text, littleEndian: false), "utf-16"),
        ]
        for (bytes, encoding) in others {
            let export = try ExportReader.read(Exports.pieces(bytes, size))
            #expect(export.lines == plain.lines && export.accounting.encoding == encoding)
        }
        let latin = try ExportReader.read(Exports.pieces(Self.windows1252, size))
        #expect(latin.accounting.encoding == "windows-1252")
        #expect(latin.lines[0].contains("Zoë/O’Brien €/Dr Š|1759741200|Fête"))
    }

    /// What looked like UTF-8 for a long time was Windows-1252 all along.
    @Test func oneInvalidByteDecidesForTheWholeFile() throws {
        let rows = String(repeating: "1,Zoë,b,c,d,2025-10-06T09:00:00,1,true,,\n", count: 6000)
        var bytes = Array((Exports.header + rows).utf8)
        #expect(try Exports.read(bytes: bytes).lines.last?.contains("Zoë") == true)
        bytes += Array("2,Ren".utf8) + [0xE9] + Array(",b,c,d,2025-10-06T09:00:00,1,true,,\n".utf8)
        let export = try Exports.read(bytes: bytes)
        #expect(export.accounting.encoding == "windows-1252" && export.accounting.kept == 6001)
        #expect(export.lines.first?.contains("ZoÃ«") == true && export.lines.last?.contains("René") == true)
    }

    @Test(arguments: [[0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98]] as [[UInt8]])
    func aCharacterThatIsCutAtTheEndIsNotUTF8(tail: [UInt8]) throws {
        let bytes = Array((Exports.header + "1,a,b,c,d,2025-10-06,1,true,,").utf8) + tail
        #expect(try Exports.read(bytes: bytes).accounting.encoding == "windows-1252")
        let marked = try Exports.read(bytes: [0xEF, 0xBB, 0xBF] + bytes)
        #expect(
            marked.accounting.encoding == "utf-8" && marked.problemTexts == ["1@2 unknown_boolean cancelled \u{FFFD}"])
    }

    @Test(arguments: [1, 4, 1000])
    func afterAMarkBrokenTextIsRepaired(size: Int) throws {
        let bytes =
            [0xEF, 0xBB, 0xBF] + Array((Exports.header + "1,Zoë,").utf8) + [0xE9, 0x2C]
            + Array("日,d,2025-10-06T09:00:00,1,true,,".utf8)
        let export = try ExportReader.read(Exports.pieces(bytes, size))
        #expect(export.accounting.encoding == "utf-8")
        #expect(export.lines == ["1|1|Zoë/\u{FFFD}/日|1759741200|d|attended|"])
    }

    @Test func aLoneSurrogateIsReplaced() throws {
        var bytes = Self.utf16(Exports.header + "1,a", littleEndian: true) + [0x3D, 0xD8]
        bytes += Self.utf16(",b,c,d,2025-10-06T09:00:00,1,true,,", littleEndian: true).dropFirst(2)
        #expect(try Exports.read(bytes: bytes).lines == ["1|1|a\u{FFFD}/b/c|1759741200|d|attended|"])
    }

    /// Against the standard library's validator.
    @Test func theCheckOfUTF8() {
        var random = SeededRandom(seed: 2)
        let starts: [[UInt8]] = [
            [0x41], [0xC3, 0xA9], [0xE2, 0x82, 0xAC], [0xED, 0x9F, 0xBF], [0xF0, 0x9F, 0x98, 0x80],
            [0xF4, 0x8F, 0xBF, 0xBF],
            [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF5], [0x80], Array(repeating: 0x61, count: 40),
        ]
        for _ in 0..<5000 {
            var bytes = (0..<random.number(1...6)).flatMap { _ in random.one(of: starts) }
            if random.chance(0.3) { bytes.remove(at: random.number(0...bytes.count - 1)) }
            var check = UTF8Check()
            let cut = random.number(0...bytes.count)
            let isAccepted = [bytes[..<cut], bytes[cut...]].allSatisfy { part in
                part.withUnsafeBytes { check.accept($0) }
            }
            #expect((isAccepted && check.isComplete) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
        }
    }
}
