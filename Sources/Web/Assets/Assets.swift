import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// The files of the web app.
package protocol Assets: Sendable {
    /// nil when there is no such file. Paths begin with a slash.
    func asset(at path: String) throws -> Asset?
    /// Of its content, without making ready what is sent of it. nil when there is no such file.
    func hash(at path: String) throws -> String?
    var paths: [String] { get throws }
}

/// One file, with what is sent of it.
package struct Asset: Sendable {
    /// SHA-256 in hexadecimal
    package let hash: String
    /// nil when the file does not shrink
    let packed: ByteBuffer?
    let type: String
    private let source: @Sendable () -> [UInt8]

    package init(path: String, bytes: [UInt8]) { self.init(path: path) { bytes } }

    /// Of bytes that need not be kept: nearly everybody takes the packed ones.
    package init(path: String, source: @escaping @Sendable () -> [UInt8]) {
        let bytes = source()
        self.source = source
        hash = Digest.sha256Hex(bytes)
        type = MediaTypes.type(of: path)
        let packed = Compression.isCompressible(type) ? Compression.gzip(bytes, level: 6) : nil
        self.packed = packed.flatMap { $0.count < bytes.count ? ByteBuffer(bytes: $0) : nil }
    }

    var plain: ByteBuffer { ByteBuffer(bytes: source()) }
}

extension Assets {
    /// Any path without a file extension is a page of the app, which finds out by itself what to show. An extension begins
    /// with a letter: `2026.1` is a version of the rules.
    func respond(to request: Request) async throws -> Response {
        let path = request.uri.path
        guard request.method == .get || request.method == .head else {
            guard try asset(at: name(for: path)) != nil else { throw WebError.notFound }
            throw WebError.methodNotAllowed(allowed: ["GET", "HEAD"])
        }
        if path == "/assets.json" { return response(to: request, with: try list()) }
        guard let asset = try asset(at: name(for: path)) else { throw WebError.notFound }
        return response(to: request, with: asset)
    }

    private func name(for path: String) -> String {
        let last = path[(path.lastIndex(of: "/") ?? path.startIndex)...]
        let isFile = last.lastIndex(of: ".").map { last[last.index(after: $0)...].first?.isLetter ?? true }
        return isFile == true ? path : "/index.html"
    }

    /// Path → hash of every file: what the service worker keeps for use offline.
    private func list() throws -> Asset {
        var hashes: [String: JSONValue] = [:]
        for path in try paths { hashes[path] = try hash(at: path).map { .string($0) } }
        return Asset(path: "/assets.json", bytes: JSONValue.object(hashes).canonicalBytes)
    }

    private func response(to request: Request, with asset: Asset) -> Response {
        var headers = HTTPFields()
        headers[.cacheControl] = "no-cache"
        var packed: ByteBuffer?
        var tag = "\"\(asset.hash)\""
        if let found = asset.packed {
            headers[.vary] = "Accept-Encoding"
            if Compression.accepts(request.headers[.acceptEncoding]) {
                headers[.contentEncoding] = "gzip"
                packed = found
                tag = "\"\(asset.hash)-gzip\""
            }
        }
        headers[.eTag] = tag
        if EntityTags.match(request.headers[.ifNoneMatch], tag) {
            headers[.contentEncoding] = nil
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = asset.type
        let body = packed ?? asset.plain
        let response = Response(status: .ok, headers: headers, body: .init(byteBuffer: body))
        return request.method == .head ? response.createHeadResponse() : response
    }
}

/// If-None-Match (RFC 9110 §13.1.2), compared weakly.
enum EntityTags {
    static func match(_ header: String?, _ tag: String) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").contains { item in
            let given = item.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
            let text = String(given)
            return text == "*" || text == tag || text == "W/\(tag)"
        }
    }
}
