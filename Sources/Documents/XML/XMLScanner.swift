/// Reads XML as a stream of events over bytes, as far as office files need it: elements, attributes, text, CDATA.
///
/// There are no entities besides the five of XML and numeric ones, and a document type declaration is an error: nothing
/// outside the bytes is ever looked at and nothing can multiply. Names are compared without their namespace prefix.
struct XMLScanner {
    enum Event { case start, end, text, finished }

    /// Broken or refused XML; the caller knows the part's name and makes the sentence.
    struct Damaged: Error {}

    private let bytes: [UInt8]
    private var position = 0
    private var open: [Range<Int>] = []
    private var seenRoot = false
    private var endIsDue = false

    private var nameRange = 0..<0
    private var attributeRange = 0..<0
    private var textRange = 0..<0
    private var textIsLiteral = false

    /// UTF-8 bytes, with or without a mark; UTF-16 is recognised by its mark.
    init(_ source: [UInt8]) throws {
        if source.starts(with: [0xFF, 0xFE]) || source.starts(with: [0xFE, 0xFF]) {
            let high = source[0] == 0xFE ? 0 : 1
            var units: [UInt16] = []
            for index in stride(from: 2, to: source.count - 1, by: 2) {
                units.append(UInt16(source[index + high]) << 8 | UInt16(source[index + 1 - high]))
            }
            bytes = Array(String(decoding: units, as: UTF16.self).utf8)
        } else {
            bytes = source
            if source.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        }
    }

    mutating func next() throws -> Event {
        if endIsDue {
            endIsDue = false
            return try close()
        }
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else {
                if let event = try scanText() { return event }
                continue
            }
            if starts("<!--") {
                try skip(past: "-->", from: position + 4)
            } else if starts("<![CDATA[") {
                let start = position + 9
                try skip(past: "]]>", from: start)
                textRange = start..<position - 3
                textIsLiteral = true
                if !open.isEmpty { return .text }
            } else if starts("<?") {
                try skip(past: "?>", from: position + 2)
            } else if starts("<!") {
                throw Damaged()
            } else if starts("</") {
                return try scanEnd()
            } else {
                return try scanStart()
            }
        }
        guard open.isEmpty, seenRoot else { throw Damaged() }
        return .finished
    }

    /// Local name of the element that just started or ended.
    func isNamed(_ name: StaticString) -> Bool { equals(nameRange, name) }

    /// Value of an attribute of the element that just started, by its local name.
    /// - Parameter prefixed: only one with a namespace prefix (`r:id` beside `id`).
    func attribute(_ name: StaticString, prefixed: Bool = false) throws -> String? {
        var index = attributeRange.lowerBound
        while index < attributeRange.upperBound {
            let start = index
            while index < attributeRange.upperBound, bytes[index] != UInt8(ascii: "="), !isSpace(bytes[index]) {
                index += 1
            }
            let found = start..<index
            while index < attributeRange.upperBound, isSpace(bytes[index]) { index += 1 }
            if found.isEmpty { return nil }
            guard index < attributeRange.upperBound, bytes[index] == UInt8(ascii: "=") else { throw Damaged() }
            index += 1
            while index < attributeRange.upperBound, isSpace(bytes[index]) { index += 1 }
            guard index < attributeRange.upperBound else { throw Damaged() }
            let quote = bytes[index]
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw Damaged() }
            let valueStart = index + 1
            index = valueStart
            while index < attributeRange.upperBound, bytes[index] != quote { index += 1 }
            guard index < attributeRange.upperBound else { throw Damaged() }
            let local = localPart(found)
            if equals(local, name), !prefixed || local != found { return try decode(valueStart..<index) }
            index += 1
            while index < attributeRange.upperBound, isSpace(bytes[index]) { index += 1 }
        }
        return nil
    }

    /// The text of a `.text` event with its entities replaced. One run of text may come as several events.
    func text() throws -> String {
        guard textIsLiteral else { return try decode(textRange) }
        guard let text = String(validating: bytes[textRange], as: UTF8.self) else { throw Damaged() }
        return text
    }

    /// All text up to the end of the element that just started, elements inside it included.
    mutating func textOfElement() throws -> String {
        let depth = open.count
        var result = ""
        while true {
            switch try next() {
            case .text: result += try text()
            case .end where open.count < depth: return result
            case .finished: throw Damaged()
            default: break
            }
        }
    }

    /// Passes over the rest of the element that just started.
    mutating func skipElement() throws {
        let depth = open.count
        while true {
            let event = try next()
            if event == .end, open.count < depth { return }
            if event == .finished { throw Damaged() }
        }
    }
}

extension XMLScanner {
    private mutating func scanText() throws -> Event? {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
        textRange = start..<position
        textIsLiteral = false
        if !open.isEmpty { return .text }
        guard textRange.allSatisfy({ isSpace(bytes[$0]) || bytes[$0] == 0 }) else { throw Damaged() }
        return nil
    }

    private mutating func scanStart() throws -> Event {
        let start = position + 1
        var index = start
        while index < bytes.count, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">"),
            bytes[index] != UInt8(ascii: "/")
        {
            index += 1
        }
        let qualified = start..<index
        guard !qualified.isEmpty, !(open.isEmpty && seenRoot), open.count < 256 else { throw Damaged() }
        while index < bytes.count, isSpace(bytes[index]) { index += 1 }
        let attributesStart = index
        var quote: UInt8 = 0
        while index < bytes.count {
            let byte = bytes[index]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break
            }
            index += 1
        }
        guard index < bytes.count else { throw Damaged() }
        let isEmpty = index > start && bytes[index - 1] == UInt8(ascii: "/")
        attributeRange = attributesStart..<max(attributesStart, isEmpty ? index - 1 : index)
        position = index + 1
        open.append(qualified)
        seenRoot = true
        nameRange = localPart(qualified)
        endIsDue = isEmpty
        return .start
    }

    private mutating func scanEnd() throws -> Event {
        let start = position + 2
        var index = start
        while index < bytes.count, bytes[index] != UInt8(ascii: ">"), !isSpace(bytes[index]) { index += 1 }
        let found = start..<index
        while index < bytes.count, isSpace(bytes[index]) { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: ">"), let expected = open.last,
            bytes[found].elementsEqual(bytes[expected])
        else { throw Damaged() }
        position = index + 1
        return try close()
    }

    private mutating func close() throws -> Event {
        guard let closed = open.popLast() else { throw Damaged() }
        nameRange = localPart(closed)
        return .end
    }

    private func decode(_ range: Range<Int>) throws -> String {
        guard bytes[range].contains(UInt8(ascii: "&")) else {
            guard let text = String(validating: bytes[range], as: UTF8.self) else { throw Damaged() }
            return text
        }
        var output: [UInt8] = []
        output.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            guard bytes[index] == UInt8(ascii: "&") else {
                output.append(bytes[index])
                index += 1
                continue
            }
            guard let end = bytes[index..<min(range.upperBound, index + 12)].firstIndex(of: UInt8(ascii: ";")) else {
                throw Damaged()
            }
            output += try entity(String(decoding: bytes[index + 1..<end], as: UTF8.self)).utf8
            index = end + 1
        }
        guard let text = String(validating: output, as: UTF8.self) else { throw Damaged() }
        return text
    }

    private func entity(_ name: String) throws -> String {
        switch name {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "apos": return "'"
        case "quot": return "\""
        default:
            let digits = name.hasPrefix("#x") ? name.dropFirst(2) : name.dropFirst()
            guard name.hasPrefix("#"), let value = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10),
                let scalar = Unicode.Scalar(value), value != 0
            else { throw Damaged() }
            return String(Character(scalar))
        }
    }

    private func localPart(_ range: Range<Int>) -> Range<Int> {
        guard let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")) else { return range }
        return colon + 1..<range.upperBound
    }

    private func equals(_ range: Range<Int>, _ name: StaticString) -> Bool {
        name.withUTF8Buffer { $0.elementsEqual(bytes[range]) }
    }

    private func starts(_ mark: StaticString) -> Bool {
        mark.withUTF8Buffer { mark in
            position + mark.count <= bytes.count && bytes[position..<position + mark.count].elementsEqual(mark)
        }
    }

    private mutating func skip(past mark: StaticString, from start: Int) throws {
        let length = mark.utf8CodeUnitCount
        var index = start
        while index + length <= bytes.count {
            if mark.withUTF8Buffer({ $0.elementsEqual(bytes[index..<index + length]) }) {
                position = index + length
                return
            }
            index += 1
        }
        throw Damaged()
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }
}
