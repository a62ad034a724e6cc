import Kernel
import Testing

@testable import Insights

/// The stream of bytes against `PlainReader`, over files put together from what breaks readers.
struct StreamTests {
    private static let pieces = [
        "1", "2", ",", ",", ",", ",", ";", "\t", "\"", "\"\"", "\n", "\r", "\r\n", " ", "\u{A0}", "a", "é", "日本",
        "true",
        "2025-10-06T09:00:00", "13/10/2025 9:05", "\"x, y\"", "\"a\r\nb\"", "\"q\"\"q\"", "\"t\"u", "O\"Neil",
        "cancelled", "50",
        ",,,,,,,,,", "=1+1", "maybe",
    ]

    private static func file(_ random: inout SeededRandom) -> [UInt8] {
        var names = ["studentId", "firstName", "surname", "academicAdvisor", "startDateTime"]
        names += ["eventDescription", "present", "selfCertInfo", "cancelled", "registerType", "other"].filter { _ in
            random.chance(0.7)
        }
        names.shuffle(using: &random)
        let delimiter = random.one(of: [",", ",", ";", "\t"])
        let end = random.one(of: ["\n", "\r", "\r\n"])
        var text = random.chance(0.1) ? end + "  " + end : ""
        text += names.joined(separator: delimiter) + random.one(of: ["", delimiter, delimiter + delimiter]) + end
        for _ in 0..<random.number(0...12) {
            if random.chance(0.6) {
                var cells = names.map { name -> String in
                    switch name {
                    case "studentId": random.one(of: ["1", "2.0", "\"3\"", " 4 ", ""])
                    case "startDateTime": random.one(of: ["2025-10-06T09:00:00", "2025-10-06", "13/10/2025 9:05", "x"])
                    case "cancelled": random.one(of: ["", "no", "0", "yes", "?"])
                    case "present": random.one(of: ["true", "Absent", "", "\"true\"", "?"])
                    default:
                        random.one(of: ["", "a", "\"b\(delimiter)c\"", "\"d\"\"\(end)e\"", "50", "é", "\u{3000}f  g"])
                    }
                }
                if random.chance(0.2) { cells.removeLast(random.number(0...cells.count - 1)) }
                if random.chance(0.2) {
                    cells += [random.one(of: ["", "", " ", "surplus", "\"\"", "\"\" ", "\"\"\"\""])]
                }
                text += cells.joined(separator: delimiter) + end
            } else {
                text += (0..<random.number(1...14)).map { _ in random.one(of: pieces) }.joined()
                if random.chance(0.8) { text += end }
            }
        }
        return Array(text.utf8)
    }

    @Test(arguments: UInt64(1)...1500)
    func aStreamSaysWhatTheWholeFileSays(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let bytes = Self.file(&random)
        let options = ReadingOptions(dateOrder: .dayFirst)
        let plain = try PlainReader(bytes)
        for source in [ByteSource.bytes(bytes), Exports.pieces(bytes, random.number(1...40))] {
            let export = try ExportReader.read(source, options: options)
            #expect(export.accounting == plain.accounting, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
            #expect(export.plainLines == plain.lines, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
        }
    }

    /// Anything may be dropped on the page: there is an answer or a `ReadingError`.
    @Test func anyBytesHaveAnAnswer() throws {
        var random = SeededRandom(seed: 3)
        for round in 0..<1500 {
            var bytes = Self.file(&random)
            for _ in 0..<random.number(1...6) where !bytes.isEmpty {
                bytes[random.number(0...bytes.count - 1)] = UInt8(random.number(0...255))
            }
            if round % 3 == 0 { bytes = Array(bytes.prefix(random.number(0...bytes.count))) }
            do {
                let export = try ExportReader.read(Exports.pieces(bytes, random.number(1...64)))
                #expect(export.accounting.isBalanced)
                #expect(export.problemCount >= export.accounting.rows - export.accounting.kept)
            } catch {
                #expect(error is ReadingError)
            }
        }
    }

    @Test func structuralBytesAreFoundWherePlainSearchFindsThem() {
        var random = SeededRandom(seed: 4)
        for _ in 0..<2000 {
            let count = random.number(0...200)
            var bytes = (0..<count).map { _ in
                random.chance(0.3)
                    ? random.one(of: [0x2C, 0x22, 0x0A, 0x0D, 0, 9, 0x1F]) : UInt8(random.number(0x20...0xFF))
            }
            let expected = bytes.indices.filter { bytes[$0] < 0x20 || bytes[$0] == 0x2C || bytes[$0] == 0x22 }
            bytes += [UInt8](repeating: 0x2C, count: TextBuffer.margin)
            let start = random.number(0...count)
            let structure = StructuralBytes(delimiter: 0x2C)
            let found = bytes.withUnsafeBufferPointer { buffer in
                buffer.baseAddress.map { structure.find($0, from: start, to: count) } ?? 0
            }
            #expect((0..<found).map { Int(structure.places[$0]) } == expected.filter { $0 >= start })
        }
    }

    @Test func aDictionaryOfBytesKeepsWhatItWasTold() {
        var random = SeededRandom(seed: 5)
        var dictionary = ByteDictionary()
        var known: [[UInt8]: Int32] = [:]
        for number in 0..<20_000 {
            let key = (0..<random.number(0...20)).map { _ in UInt8(random.number(0x61...0x63)) }
            (key + [UInt8](repeating: 0x61, count: 8)).withUnsafeBufferPointer { buffer in
                guard let start = buffer.baseAddress else { return }
                let cell = RawCell(start: start, count: key.count)
                let entry = dictionary.find(cell, expecting: random.number(0...30_000))
                #expect(entry.map { dictionary.value($0) } == known[key])
                if entry == nil {
                    _ = dictionary.insert(cell, value: Int32(number))
                    known[key] = Int32(number)
                }
            }
        }
        #expect(dictionary.count == known.count)
    }
}
