/// The encodings of files that people export: UTF-16 by its byte order mark, else UTF-8, else Windows-1252.
package enum TextEncoding: String, Sendable {
    case utf8 = "utf-8"
    case utf16 = "utf-16"
    case windows1252 = "windows-1252"

    /// The encoding of a file and its text as UTF-8 bytes without a byte order mark.
    package static func detect(_ bytes: [UInt8]) -> (encoding: TextEncoding, utf8: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16, fromUTF16(bytes, low: 0, high: 1)) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16, fromUTF16(bytes, low: 1, high: 0)) }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            let text = Array(bytes.dropFirst(3))
            // A mark followed by bytes that are no UTF-8: repaired, for no other encoding begins like this.
            return (.utf8, isUTF8(text) ? text : Array(String(decoding: text, as: UTF8.self).utf8))
        }
        return isUTF8(bytes) ? (.utf8, bytes) : (.windows1252, fromWindows1252(bytes))
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            // Most files are ASCII: eight bytes at a time, then the standard library's decoder for the rest.
            let raw = UnsafeRawBufferPointer(buffer)
            var index = 0
            while index + 8 <= raw.count,
                raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                index += 8
            }
            return String(validating: buffer[index...], as: UTF8.self) != nil
        }
    }

    private static func fromUTF16(_ bytes: [UInt8], low: Int, high: Int) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: 2, to: bytes.count - 1, by: 2) {
            units.append(UInt16(bytes[index + low]) | UInt16(bytes[index + high]) << 8)
        }
        var text = String(decoding: units, as: UTF16.self)
        return text.withUTF8 { Array($0) }
    }

    private static func fromWindows1252(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            let code: UInt16 = (0x80..<0xA0).contains(byte) ? high[Int(byte - 0x80)] : UInt16(byte)
            switch code {
            case 0..<0x80: text.append(UInt8(code))
            case 0x80..<0x800:
                text.append(UInt8(0xC0 | code >> 6))
                text.append(UInt8(0x80 | code & 0x3F))
            default:
                text.append(UInt8(0xE0 | code >> 12))
                text.append(UInt8(0x80 | code >> 6 & 0x3F))
                text.append(UInt8(0x80 | code & 0x3F))
            }
        }
        return text
    }

    /// 0x80…0x9F of the WHATWG index windows-1252; the five bytes that Microsoft left open stay control characters.
    private static let high: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
