import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

extension Problem {
    static let mediaType = "application/problem+json"

    func response(requestID: String) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = Self.mediaType
        headers[.cacheControl] = "no-store"
        if let retryAfter { headers[.retryAfter] = String(retryAfter) }
        if !allow.isEmpty { headers[.allow] = allow.joined(separator: ", ") }
        if status == 401 { headers[.wwwAuthenticate] = "Bearer" }
        return Response(
            status: .init(code: status), headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: document(requestID: requestID).canonicalBytes)))
    }
}
