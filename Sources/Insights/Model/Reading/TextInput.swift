import Kernel

/// Turns the bytes of a text file into UTF-8, a piece at a time (rule 1): UTF-16 by its byte order mark, else UTF-8, else
/// Windows-1252.
///
/// Only the end of a file proves that it is UTF-8, so it is taken for UTF-8 until a byte says otherwise; then `Restart` asks
/// for another pass over the whole file with `assuming`.
struct TextInput: ~Copyable {
    enum Restart: Error { case windows1252, repairedUTF8 }
    enum Form: Equatable { case undecided, utf8, repairedUTF8, windows1252, utf16(isLittleEndian: Bool) }

    private(set) var form = Form.undecided
    private let assumed: Form
    private var head: [UInt8] = []
    private var isMarked = false
    private var check = UTF8Check()
    /// The beginning of a character whose other bytes are in the next piece.
    private var pending: [UInt8] = []
    private var surrogate: UInt16 = 0

    /// `assuming` is `.undecided` in a first pass, else what a `Restart` asked for.
    init(assuming: Form = .undecided) { assumed = assuming }

    var encoding: TextEncoding {
        switch form {
        case .undecided, .utf8, .repairedUTF8: .utf8
        case .windows1252: .windows1252
        case .utf16: .utf16
        }
    }

    /// Appends a piece to the buffer.
    mutating func read(_ piece: UnsafeRawBufferPointer, into text: inout TextBuffer) throws {
        guard form == .undecided else { return try decode(piece, into: &text) }
        head.append(contentsOf: piece)
        guard head.count >= 3 else { return }
        try begin(into: &text)
    }

    /// The end of the file.
    mutating func finish(into text: inout TextBuffer) throws {
        if form == .undecided { try begin(into: &text) }
        switch form {
        case .utf8 where !check.isComplete: throw isMarked ? Restart.repairedUTF8 : Restart.windows1252
        case .repairedUTF8: text.append(Array(String(decoding: pending, as: UTF8.self).utf8))
        case .utf16 where surrogate != 0: text.append(Self.replacement)
        default: break
        }
    }

    private mutating func begin(into text: inout TextBuffer) throws {
        var mark = 0
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
            form = .utf16(isLittleEndian: head[0] == 0xFF)
            mark = 2
        } else {
            isMarked = head.starts(with: [0xEF, 0xBB, 0xBF])
            mark = isMarked ? 3 : 0
            form = assumed == .undecided ? .utf8 : assumed
        }
        let rest = Array(head.dropFirst(mark))
        head = []
        try rest.withUnsafeBytes { try decode($0, into: &text) }
    }

    private mutating func decode(_ piece: UnsafeRawBufferPointer, into text: inout TextBuffer) throws {
        switch form {
        case .undecided: break
        case .utf8:
            guard check.accept(piece) else { throw isMarked ? Restart.repairedUTF8 : Restart.windows1252 }
            text.append(piece)
        case .repairedUTF8: repair(piece, into: &text)
        case .windows1252: text.append(piece.lazy.flatMap { Self.windows1252[Int($0)] })
        case .utf16(let isLittleEndian): decodeUTF16(piece, isLittleEndian, into: &text)
        }
    }

    /// A file that begins with the mark of UTF-8 and then is none: what cannot be read becomes U+FFFD.
    private mutating func repair(_ piece: UnsafeRawBufferPointer, into text: inout TextBuffer) {
        pending.append(contentsOf: piece)
        // the last character may be cut; a lead byte has its two highest bits set
        let cut = pending.suffix(4).lastIndex { $0 >= 0xC0 } ?? pending.endIndex
        let isCut = cut < pending.endIndex && pending.endIndex - cut < 4
        let end = isCut ? cut : pending.endIndex
        text.append(Array(String(decoding: pending[..<end], as: UTF8.self).utf8))
        pending.removeFirst(end)
    }

    private mutating func decodeUTF16(
        _ piece: UnsafeRawBufferPointer, _ isLittleEndian: Bool, into text: inout TextBuffer
    ) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(piece.count * 3 / 2 + 8)
        for byte in piece {
            guard let other = pending.popLast() else {
                pending.append(byte)
                continue
            }
            let unit = isLittleEndian ? UInt16(byte) << 8 | UInt16(other) : UInt16(other) << 8 | UInt16(byte)
            append(unit, to: &bytes)
        }
        text.append(bytes)
    }

    private mutating func append(_ unit: UInt16, to bytes: inout [UInt8]) {
        let isLow = unit & 0xFC00 == 0xDC00
        if surrogate != 0, isLow {
            let scalar = 0x10000 + (UInt32(surrogate & 0x3FF) << 10 | UInt32(unit & 0x3FF))
            bytes.append(contentsOf: UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}").map(Array.init) ?? [])
            surrogate = 0
            return
        }
        if surrogate != 0 { bytes.append(contentsOf: Self.replacement) }
        surrogate = unit & 0xFC00 == 0xD800 ? unit : 0
        if surrogate != 0 { return }
        bytes.append(contentsOf: Unicode.Scalar(unit).flatMap { UTF8.encode($0) }.map(Array.init) ?? Self.replacement)
    }

    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// UTF-8 of every byte; the upper half as Kernel reads it.
    private static let windows1252: [[UInt8]] = (0...255).map { byte in
        byte < 0x80 ? [UInt8(byte)] : TextEncoding.detect([UInt8(byte)]).utf8
    }
}

/// Checks UTF-8 (Unicode 16, table 3-7) a piece at a time.
struct UTF8Check {
    /// Continuation bytes that are still to come, and the bounds of the next one.
    private var missing = 0
    private var low: UInt8 = 0x80
    private var high: UInt8 = 0xBF

    var isComplete: Bool { missing == 0 }

    mutating func accept(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        while index < bytes.count {
            if missing == 0 {
                index = Self.skipASCII(bytes, from: index)
                guard index < bytes.count else { return true }
            }
            guard accept(bytes[index]) else { return false }
            index += 1
        }
        return true
    }

    private static func skipASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        func word(_ offset: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
        while index + 32 <= bytes.count {
            let (one, two) = (word(index) | word(index + 8), word(index + 16) | word(index + 24))
            if (one | two) & 0x8080_8080_8080_8080 != 0 { break }
            index += 32
        }
        while index + 8 <= bytes.count {
            let high = UInt64(littleEndian: word(index)) & 0x8080_8080_8080_8080
            if high != 0 { return index + high.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }

    private mutating func accept(_ byte: UInt8) -> Bool {
        if missing > 0 {
            guard byte >= low, byte <= high else { return false }
            (missing, low, high) = (missing - 1, 0x80, 0xBF)
            return true
        }
        switch byte {
        case 0x00...0x7F: missing = 0
        case 0xC2...0xDF: missing = 1
        case 0xE0: (missing, low) = (2, 0xA0)
        case 0xED: (missing, high) = (2, 0x9F)
        case 0xE1...0xEF: missing = 2
        case 0xF0: (missing, low) = (3, 0x90)
        case 0xF4: (missing, high) = (3, 0x8F)
        case 0xF1...0xF3: missing = 3
        default: return false
        }
        return true
    }
}

/// UTF-8 text that waits to be cut into records, with room behind it for loads of whole words.
struct TextBuffer: ~Copyable {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int

    /// Bytes behind the text that may be loaded.
    static let margin = 64

    init(capacity: Int = 1 << 19) {
        self.capacity = capacity
        base = .allocate(capacity: capacity + Self.margin)
        base.initialize(repeating: 0, count: capacity + Self.margin)
    }

    deinit { base.deallocate() }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress else { return }
        if count + bytes.count > capacity { grow(to: count + bytes.count) }
        UnsafeMutableRawPointer(base + count).copyMemory(from: source, byteCount: bytes.count)
        count += bytes.count
    }

    mutating func append(_ bytes: some Sequence<UInt8>) {
        Array(bytes).withUnsafeBytes { append($0) }
    }

    /// Forgets the text before `offset`.
    mutating func drop(_ offset: Int) {
        guard offset > 0 else { return }
        base.update(from: base + offset, count: count - offset)
        count -= offset
    }

    private mutating func grow(to needed: Int) {
        capacity = max(capacity * 2, needed)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + Self.margin)
        larger.initialize(repeating: 0, count: capacity + Self.margin)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
    }
}
