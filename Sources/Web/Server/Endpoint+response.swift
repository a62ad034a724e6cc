import HTTPTypes
import Hummingbird
import NIOCore

extension Endpoint {
    func response(to reply: Reply, _ request: Request, for caller: Principal? = nil) throws -> Response {
        var headers = HTTPFields()
        for (name, value) in reply.headers {
            if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
        }
        if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
        if case .events(let events) = reply.body {
            headers[.init("X-Accel-Buffering")!] = "no"
            return Response(
                status: .init(code: reply.status), headers: headers,
                body: gate.streams.body(of: events, for: request) { await mayListen(caller) })
        }
        if case .parts(let length, let part) = reply.body {
            return Response(
                status: .init(code: reply.status), headers: headers,
                body: ResponseBody(contentLength: length) { writer in
                    var number = 0
                    while let bytes = try await part(number) {
                        try await writer.write(ByteBuffer(bytes: bytes))
                        number += 1
                    }
                    try await writer.finish(nil)
                })
        }
        if case .file(let url, let range) = reply.body {
            return Response(
                status: .init(code: reply.status), headers: headers, body: try FileBody.make(url, range))
        }
        return Self.response(status: reply.status, headers, try reply.bytes(), request)
    }

    /// A database that does not answer now says nothing about the sign-in.
    private func mayListen(_ caller: Principal?) async -> Bool {
        guard let caller else { return true }
        do {
            return try await gate.authenticator.current(caller).map { route.access.admits($0.role) } ?? false
        } catch {
            return true
        }
    }

    /// Packs what is worth it and accepted.
    static func response(
        status: Int, _ headers: HTTPFields, _ bytes: [UInt8], _ request: Request
    ) -> Response {
        var headers = headers
        var bytes = bytes
        if bytes.count > Compression.worthwhile, let type = headers[.contentType], Compression.isCompressible(type) {
            headers[.vary] = "Accept-Encoding"
            if Compression.accepts(request.headers[.acceptEncoding]), let packed = Compression.gzip(bytes) {
                headers[.contentEncoding] = "gzip"
                bytes = packed
            }
        }
        return Response(
            status: .init(code: status), headers: headers,
            body: bytes.isEmpty ? .init() : .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension Reply {
    /// The body of anything but a stream.
    func bytes() throws -> [UInt8] {
        switch body {
        case .none, .events, .parts, .file: []
        case .json(let encode): [UInt8](try encode())
        case .bytes(let bytes): bytes
        }
    }
}
