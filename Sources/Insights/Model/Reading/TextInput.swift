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
        case .windows1252: Self.decodeWindows1252(piece, into: &text)
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

    private static func decodeWindows1252(_ piece: UnsafeRawBufferPointer, into text: inout TextBuffer) {
        var index = 0
        while index < piece.count {
            let end = UTF8Check.skipASCII(piece, from: index)
            text.append(UnsafeRawBufferPointer(rebasing: piece[index..<end]))
            index = end
            while index < piece.count, piece[index] >= 0x80 {
                upperHalf[Int(piece[index] - 0x80)].withUnsafeBytes { text.append($0) }
                index += 1
            }
        }
    }

    private mutating func decodeUTF16(
        _ piece: UnsafeRawBufferPointer, _ isLittleEndian: Bool, into text: inout TextBuffer
    ) {
        var index = 0
        // a unit gives three bytes at most, and a lone surrogate before it three more
        text.extend(by: (piece.count / 2 + 1) * 3 + 3) { target in
            var end = target
            func take(_ first: UInt8, _ second: UInt8) {
                let unit = isLittleEndian ? UInt16(second) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(second)
                if unit < 0x80, surrogate == 0 {
                    end.pointee = UInt8(unit)
                    end += 1
                } else {
                    for byte in encode(unit) {
                        end.pointee = byte
                        end += 1
                    }
                }
            }
            if !piece.isEmpty, let half = pending.popLast() {
                take(half, piece[0])
                index = 1
            }
            while index + 1 < piece.count {
                take(piece[index], piece[index + 1])
                index += 2
            }
            return end - target
        }
        if index < piece.count { pending.append(piece[index]) }
    }

    /// UTF-8 of a unit; nothing for the first half of a pair.
    private mutating func encode(_ unit: UInt16) -> [UInt8] {
        let before = surrogate
        surrogate = 0
        if before != 0, unit & 0xFC00 == 0xDC00 {
            let value = 0x10000 + (UInt32(before & 0x3FF) << 10 | UInt32(unit & 0x3FF))
            return Unicode.Scalar(value).map { Array(String(Character($0)).utf8) } ?? Self.replacement
        }
        let lone = before == 0 ? [] : Self.replacement
        if unit & 0xFC00 == 0xD800 {
            surrogate = unit
            return lone
        }
        return lone + (Unicode.Scalar(unit).map { Array(String(Character($0)).utf8) } ?? Self.replacement)
    }

    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// UTF-8 of the bytes from 0x80 on, as Kernel reads them.
    private static let upperHalf: [[UInt8]] = (0x80...0xFF).map { TextEncoding.detect([$0]).utf8 }
}
