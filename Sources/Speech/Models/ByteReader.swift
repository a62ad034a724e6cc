import Foundation

/// Reads little-endian numbers and short texts one after the other, through a window of 16 KB.
struct ByteReader {
    let file: JoinedFile
    private(set) var position = 0
    private var window: [UInt8] = []
    private var windowStart = 0

    init(_ file: JoinedFile) {
        self.file = file
    }

    var isAtEnd: Bool { position >= file.count }

    mutating func byte() throws(ModelError) -> Int { Int(try bytes(1)[0]) }

    mutating func uint16() throws(ModelError) -> Int {
        let bytes = try bytes(2)
        return Int(bytes[0]) | Int(bytes[1]) << 8
    }

    mutating func uint32() throws(ModelError) -> Int {
        let bytes = try bytes(4)
        return Int(bytes[0]) | Int(bytes[1]) << 8 | Int(bytes[2]) << 16 | Int(bytes[3]) << 24
    }

    mutating func int32() throws(ModelError) -> Int {
        Int(Int32(truncatingIfNeeded: try uint32()))
    }

    /// At most 16 KB, which is longer than anything that this is for.
    mutating func bytes(_ count: Int) throws(ModelError) -> [UInt8] {
        guard count >= 0, count <= Self.windowSize, count <= file.count - position else { throw file.cutShort() }
        if position < windowStart || position + count > windowStart + window.count {
            window = [UInt8](repeating: 0, count: min(Self.windowSize, file.count - position))
            windowStart = position
            let file = file
            let start = position
            // `withUnsafe…` of the library does not carry typed errors through yet.
            var failure: ModelError?
            window.withUnsafeMutableBytes { buffer in
                do throws(ModelError) { try file.read(at: start, into: buffer) } catch { failure = error }
            }
            if let failure { throw failure }
        }
        let start = position - windowStart
        position += count
        return Array(window[start..<start + count])
    }

    mutating func skip(_ count: Int) throws(ModelError) {
        guard count >= 0, count <= file.count - position else { throw file.cutShort() }
        position += count
    }

    private static let windowSize = 16_384
}
