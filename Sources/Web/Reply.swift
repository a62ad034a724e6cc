import Foundation

/// What a handler answers.
package struct Reply: Sendable {
    enum Body: Sendable {
        case none
        /// Encoded when the response is made, so that a handler need not `try` for what cannot be its fault.
        case json(@Sendable () throws -> Data)
        case bytes([UInt8])
        case events(AsyncStream<ServerEvent>)
        /// Parts as they are asked for, until there is none.
        case parts(length: Int, @Sendable (Int) async throws -> [UInt8]?)
        /// These bytes of a file.
        case file(URL, Range<Int>)
    }

    package let status: Int
    package private(set) var headers: [(name: String, value: String)]
    let body: Body

    init(status: Int, headers: [(name: String, value: String)], body: Body) {
        (self.status, self.headers, self.body) = (status, headers, body)
    }

    package static func json(_ value: some Encodable & Sendable, status: Int = 200) -> Reply {
        Reply(status: status, headers: [("Content-Type", "application/json")], body: .json { try JSON.encode(value) })
    }

    /// 201 with the address of what was made.
    package static func created(_ value: some Encodable & Sendable, at path: String) -> Reply {
        .json(value, status: 201).header("Location", path)
    }

    package static var noContent: Reply { Reply(status: 204, headers: [], body: .none) }

    /// A file. With a name it is offered as a download.
    package static func bytes(_ bytes: [UInt8], type: String, fileName: String? = nil, status: Int = 200) -> Reply {
        let reply = Reply(status: status, headers: [("Content-Type", type)], body: .bytes(bytes))
        return fileName.map { reply.header("Content-Disposition", disposition(fileName: $0)) } ?? reply
    }

    /// A file too large for memory, offered as a download: `part` is asked for part 0, 1, 2, … until it answers nil. A failure
    /// after the first part cuts the connection, which the client notices by the length.
    package static func parts(
        length: Int, type: String, fileName: String, _ part: @escaping @Sendable (Int) async throws -> [UInt8]?
    ) -> Reply {
        Reply(status: 200, headers: [("Content-Type", type)], body: .parts(length: length, part))
            .header("Content-Disposition", disposition(fileName: fileName))
    }

    /// Server-sent events. The stream is cancelled when the client goes or the server stops.
    package static func events(_ events: AsyncStream<ServerEvent>) -> Reply {
        Reply(status: 200, headers: [("Content-Type", "text/event-stream")], body: .events(events))
    }

    package func header(_ name: String, _ value: String) -> Reply {
        var reply = self
        reply.headers.append((name, value))
        return reply
    }

    /// It holds what neither a browser nor this server may keep.
    var isUnkept: Bool { headers.contains { $0.name == "Cache-Control" && $0.value == "no-store" } }

    package func cookie(_ cookie: Cookie) -> Reply { header("Set-Cookie", cookie.description) }

    /// RFC 6266: an ASCII name for old clients, the true one in UTF-8.
    static func disposition(fileName: String) -> String {
        let ascii = fileName.unicodeScalars.map { scalar in
            scalar.isASCII && scalar.value >= 0x20 && scalar != "\"" && scalar != "\\" && scalar.value != 0x7F
                ? Character(scalar) : "_"
        }
        let unreserved = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        let encoded = fileName.addingPercentEncoding(withAllowedCharacters: unreserved) ?? String(ascii)
        return "attachment; filename=\"\(String(ascii))\"; filename*=UTF-8''\(encoded)"
    }
}

/// A cookie to set (RFC 6265). Every cookie is SameSite=Strict.
package struct Cookie: Sendable, CustomStringConvertible {
    package let name: String
    package let value: String
    package let path: String
    /// Seconds; 0 removes the cookie, nil keeps it until the browser closes.
    package let maxAge: Int?
    package let httpOnly: Bool
    package let secure: Bool

    package init(
        _ name: String, _ value: String, path: String = "/", maxAge: Int? = nil, httpOnly: Bool = true,
        secure: Bool = false
    ) {
        self.name = name
        self.value = value
        self.path = path
        self.maxAge = maxAge
        self.httpOnly = httpOnly
        self.secure = secure
    }

    package var description: String {
        var text = "\(name)=\(value); Path=\(path); SameSite=Strict"
        if let maxAge { text += "; Max-Age=\(maxAge)" }
        if httpOnly { text += "; HttpOnly" }
        if secure { text += "; Secure" }
        return text
    }
}
