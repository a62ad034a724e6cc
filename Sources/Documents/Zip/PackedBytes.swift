/// Bytes that are kept for later and seldom read again, packed quickly rather than tightly (raw deflate, RFC 1951).
package enum PackedBytes {
    /// At the fastest level of zlib; nil when memory runs out.
    package static func pack(_ bytes: [UInt8]) -> [UInt8]? { Deflate.compress(bytes, level: 1) }

    /// - Parameter size: of what was packed; anything else means damage, and gives nil.
    package static func unpack(_ bytes: [UInt8], size: Int) -> [UInt8]? { Deflate.expand(bytes[...], size: size) }
}
