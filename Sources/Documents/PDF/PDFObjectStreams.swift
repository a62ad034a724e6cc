/// The compressed object streams of a PDF (ISO 32000-1, 7.5.7), unpacked one by one: since PDF 1.5 nearly every object that
/// is no page content may stand in one, out of sight of who reads the bytes.
struct PDFObjectStreams: Sequence, IteratorProtocol {
    /// Bytes of one stream, and of all of them, that are looked at.
    private static let longest = 8 << 20
    private static let most = 64 << 20
    /// A dictionary is looked for in so many bytes before its stream.
    private static let dictionary = 1 << 10

    private let bytes: [UInt8]
    private var at = 0
    private var left = most

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> [UInt8]? {
        while left > 0, let start = nextStream() {
            let limit = Swift.min(Self.longest, left)
            let content = Deflate.unwrap(bytes[start...], upTo: limit)
            left -= content.count
            if !content.isEmpty { return content }
        }
        return nil
    }

    /// Where the data of the next object stream begin.
    private mutating func nextStream() -> Int? {
        while let place = find(Self.keyword, from: at) {
            at = place + Self.keyword.count
            let isEnd = place >= 3 && bytes[place - 3..<place].elementsEqual("end".utf8)
            guard !isEnd, namesObjectStream(before: place) else { continue }
            var start = at
            while start < bytes.count, bytes[start] == 13 || bytes[start] == 10 { start += 1 }
            if start < bytes.count { return start }
        }
        return nil
    }

    private static let keyword = Array("stream".utf8)

    private func find(_ word: [UInt8], from: Int) -> Int? {
        guard bytes.count >= word.count else { return nil }
        var place = from
        while place <= bytes.count - word.count {
            guard let first = bytes[place...].firstIndex(of: word[0]), first <= bytes.count - word.count else {
                return nil
            }
            if bytes[first..<first + word.count].elementsEqual(word) { return first }
            place = first + 1
        }
        return nil
    }

    /// `/Type /ObjStm`, also with letters written as `#4F`.
    private func namesObjectStream(before place: Int) -> Bool {
        PDFNames(bytes[Swift.max(0, place - Self.dictionary)..<place]).contains { $0 == Array("ObjStm".utf8) }
    }
}

/// The names in a piece of a PDF, with letters written as `#4A` put back (7.3.5); of long ones the beginning.
struct PDFNames: Sequence, IteratorProtocol {
    private let bytes: ArraySlice<UInt8>
    private var at: Int

    init(_ bytes: ArraySlice<UInt8>) { (self.bytes, at) = (bytes, bytes.startIndex) }

    mutating func next() -> [UInt8]? {
        guard let slash = bytes[at...].firstIndex(of: UInt8(ascii: "/")) else { return nil }
        var name: [UInt8] = []
        at = slash + 1
        while at < bytes.endIndex, name.count < 12, Self.isRegular(bytes[at]) {
            if bytes[at] == UInt8(ascii: "#"), at + 2 < bytes.endIndex,
                let code = UInt8(String(decoding: bytes[(at + 1)...(at + 2)], as: UTF8.self), radix: 16)
            {
                name.append(code)
                at += 3
            } else {
                name.append(bytes[at])
                at += 1
            }
        }
        return name
    }

    /// Neither white space nor a delimiter.
    private static func isRegular(_ byte: UInt8) -> Bool { byte > 32 && !"()<>[]{}/%".utf8.contains(byte) }
}
