internal import CZlib

/// Raw deflate expanded piece by piece, in constant memory. Used by one thread.
final class Inflater {
    /// zlib keeps the address of its state, so it may not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var output = [UInt8](repeating: 0, count: 256 << 10)
    private(set) var isFinished = false

    init?() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            stream.deallocate()
            return nil
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// - Returns: false when the stream is broken, or goes on after its end
    func expand(_ packed: [UInt8], _ body: ([UInt8]) throws -> Void) throws -> Bool {
        guard !isFinished else { return packed.isEmpty }
        var input = packed
        return try input.withUnsafeMutableBufferPointer { source in
            stream.pointee.next_in = source.baseAddress
            stream.pointee.avail_in = UInt32(source.count)
            while true {
                let (status, count) = step()
                if count > 0 { try body(Array(output[..<count])) }
                switch status {
                case Z_STREAM_END:
                    isFinished = true
                    return stream.pointee.avail_in == 0
                // Z_BUF_ERROR: nothing more to do until the next piece comes
                case Z_OK, Z_BUF_ERROR:
                    if stream.pointee.avail_in == 0, count < output.count { return true }
                    if status == Z_BUF_ERROR { return stream.pointee.avail_in == 0 }
                default: return false
                }
            }
        }
    }

    private func step() -> (status: Int32, count: Int) {
        let capacity = output.count
        return output.withUnsafeMutableBufferPointer { target in
            stream.pointee.next_out = target.baseAddress
            stream.pointee.avail_out = UInt32(capacity)
            let status = inflate(stream, Z_NO_FLUSH)
            return (status, capacity - Int(stream.pointee.avail_out))
        }
    }
}
