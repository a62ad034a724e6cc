import Glibc

enum LoadError: Error {
    case connect(Int32)
    case closed
    case status(Int)
}

/// One keep-alive HTTP/1.1 connection over a blocking socket: write a request, read one answer with Content-Length or chunks.
struct Connection {
    private let socket: Int32
    private var buffer: [UInt8] = []

    init(port: UInt16) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(socket, $0, size) }
        }
        guard result == 0 else { throw LoadError.connect(errno) }
        var one: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
    }

    func close() { Glibc.close(socket) }

    /// The answer to `request`, which is a whole HTTP message; Retry-After in seconds.
    mutating func exchange(_ request: [UInt8]) throws -> (status: Int, retryAfter: Int?, body: [UInt8]) {
        var sent = 0
        while sent < request.count {
            let count = request.withUnsafeBytes {
                send(socket, $0.baseAddress! + sent, $0.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw LoadError.closed }
            sent += count
        }
        let head = try take(through: [13, 10, 13, 10])
        let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
        let status = Int(lines[0].split(separator: " ")[1]) ?? 0
        var length = 0
        var chunked = false
        var retryAfter: Int?
        for line in lines.dropFirst() {
            let lower = line.lowercased()
            if lower.hasPrefix("content-length:") { length = Int(lower.dropFirst(15).trimmingSpaces) ?? 0 }
            if lower.hasPrefix("retry-after:") { retryAfter = Int(lower.dropFirst(12).trimmingSpaces) }
            if lower.hasPrefix("transfer-encoding:") { chunked = lower.contains("chunked") }
        }
        return (status, retryAfter, chunked ? try takeChunks() : try take(length))
    }

    private mutating func takeChunks() throws -> [UInt8] {
        var body: [UInt8] = []
        while true {
            let line = String(decoding: try take(through: [13, 10]), as: UTF8.self)
            let size = Int(line.prefix { $0.isHexDigit }, radix: 16) ?? 0
            body += try take(size)
            _ = try take(2)
            if size == 0 { return body }
        }
    }

    private mutating func take(_ count: Int) throws -> [UInt8] {
        while buffer.count < count { try fill() }
        defer { buffer.removeFirst(count) }
        return Array(buffer.prefix(count))
    }

    private mutating func take(through end: [UInt8]) throws -> [UInt8] {
        var from = 0
        while true {
            if buffer.count >= end.count {
                for start in from...(buffer.count - end.count)
                where buffer[start] == end[0] && Array(buffer[start..<(start + end.count)]) == end {
                    return try take(start + end.count)
                }
                from = buffer.count - end.count + 1
            }
            try fill()
        }
    }

    private mutating func fill() throws {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = chunk.withUnsafeMutableBytes { recv(socket, $0.baseAddress!, $0.count, 0) }
        guard count > 0 else { throw LoadError.closed }
        buffer.append(contentsOf: chunk.prefix(count))
    }
}

extension Substring {
    var trimmingSpaces: Substring { drop { $0 == " " }.prefix { $0 != " " } }
}
