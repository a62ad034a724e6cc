import Glibc

/// A simulated device: makes operations as the browser does and pushes them over its own connection.
struct Device {
    private let identifier = Device.identifier(milliseconds: Device.now())
    private let author: String
    private let port: UInt16
    private let token: String?
    private var sequence = 0

    /// - Parameter token: of the author's sign-in; nil for the person at the computer
    init(author: String, port: UInt16, token: String? = nil) {
        self.author = author
        self.port = port
        self.token = token
    }

    /// A whole HTTP request that pushes one *present* for each key (`session:student`).
    mutating func push(_ keys: ArraySlice<String>) -> [UInt8] {
        let now = Device.now()
        var operations: [String] = []
        operations.reserveCapacity(keys.count)
        for key in keys {
            sequence += 1
            let stamp = "\(hex(now, 12))-\(hex(Int64(sequence & 0xFFFF), 4))-\(identifier)"
            operations.append(
                """
                {"id":"\(Device.identifier(milliseconds: now))","seq":\(sequence),"entity":"mark","key":"\(key)",\
                "fields":{"status":"present"},"seen":{},"stamp":"\(stamp)","capturedAt":"\(Device.timestamp(now))",\
                "author":"\(author)","fill":false,"settles":[],"reason":null}
                """)
        }
        let body = """
            {"protocol":1,"device":"\(identifier)","epoch":null,"cursor":null,"limit":0,\
            "operations":[\(operations.joined(separator: ","))]}
            """
        let authorization = token.map { "Authorization: Bearer \($0)\r\n" } ?? ""
        let head = """
            POST /api/v1/sync HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nOrigin: http://127.0.0.1:\(port)\r\n\
            \(authorization)Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n
            """
        return Array((head + body).utf8)
    }

    static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// RFC 9562 version 7.
    static func identifier(milliseconds: Int64) -> String {
        let random = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
        let time = hex(milliseconds, 12)
        let tail = hex(Int64(random.1 & 0xFFFF_FFFF_FFFF), 12)
        return "\(time.prefix(8))-\(time.suffix(4))-7\(hex(Int64(random.0 & 0xFFF), 3))-"
            + "\(hex(Int64(0x8000 | (random.0 >> 12 & 0x3FFF)), 4))-\(tail)"
    }

    static func timestamp(_ milliseconds: Int64) -> String {
        var seconds = time_t(milliseconds / 1000)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var text = [CChar](repeating: 0, count: 32)
        strftime(&text, 32, "%Y-%m-%dT%H:%M:%S", &parts)
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) + "Z"
    }
}

func hex(_ value: Int64, _ width: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
