internal import CZlib

/// Raw deflate (RFC 1951) and CRC-32 over whole byte arrays.
enum Deflate {
    /// Compresses, at zlib's default level unless told otherwise. The same input gives the same output for one version
    /// of zlib.
    static func compress(_ bytes: [UInt8], level: Int32 = Z_DEFAULT_COMPRESSION) -> [UInt8]? {
        var stream = z_stream()
        let window = -MAX_WBITS
        guard
            deflateInit2_(
                &stream, level, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        guard bytes.count < Int(UInt32.max) else { return nil }
        let bound = Int(deflateBound(&stream, UInt(bytes.count)))
        var input = bytes
        var finished = false
        let output = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            input.withUnsafeMutableBufferPointer { source in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(bound)
                finished = deflate(&stream, Z_FINISH) == Z_STREAM_END
                count = bound - Int(stream.avail_out)
            }
        }
        return finished ? output : nil
    }

    /// Expands to exactly `size` bytes; nil when the stream is broken, or is longer or shorter than that.
    /// Memory is bounded by `size`, whatever the stream says.
    static func expand(_ bytes: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
        var stream = z_stream()
        guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { inflateEnd(&stream) }
        // one byte more than promised, so that a longer stream is noticed instead of cut
        let capacity = size + 1
        var complete = false
        let output = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            bytes.withUnsafeBufferPointer { source in
                stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.avail_in = UInt32(source.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(capacity)
                complete = inflate(&stream, Z_FINISH) == Z_STREAM_END
                count = capacity - Int(stream.avail_out)
            }
        }
        return complete && output.count == size ? output : nil
    }

    /// CRC-32, going on after the bytes whose checksum is `before`.
    static func checksum(_ bytes: some Collection<UInt8>, after before: UInt32 = 0) -> UInt32 {
        bytes.withContiguousStorageIfAvailable { buffer in
            buffer.isEmpty
                ? before
                : UInt32(truncatingIfNeeded: crc32(UInt(before), buffer.baseAddress, UInt32(buffer.count)))
        } ?? checksum(Array(bytes), after: before)
    }
}
