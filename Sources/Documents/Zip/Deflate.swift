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

    /// Expands a stream with zlib's wrapper (RFC 1950) that begins a slice and ends anywhere in it; as much as there is of
    /// one that is broken or longer than `limit` bytes.
    static func unwrap(_ bytes: ArraySlice<UInt8>, upTo limit: Int) -> [UInt8] {
        var stream = z_stream()
        guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return [] }
        defer { inflateEnd(&stream) }
        var output: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        bytes.withUnsafeBufferPointer { source in
            stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            stream.avail_in = UInt32(clamping: source.count)
            var status = Z_OK
            while status == Z_OK, output.count < limit {
                let made = piece.withUnsafeMutableBufferPointer { buffer in
                    stream.next_out = buffer.baseAddress
                    stream.avail_out = UInt32(buffer.count)
                    status = inflate(&stream, Z_NO_FLUSH)
                    return buffer.count - Int(stream.avail_out)
                }
                output += piece.prefix(made)
                if made == 0 { break }
            }
        }
        return output
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
