package import HTTPTypes
package import HummingbirdTesting
package import Kernel
import NIOCore

/// Calls an application and keeps headers that every call sends.
package struct Client: Sendable {
    let base: any TestClientProtocol & Sendable
    var headers: [HTTPField.Name: String] = [:]
    /// The account it calls as.
    package var userID: String?

    package init(base: any TestClientProtocol & Sendable) { self.base = base }

    package func with(_ headers: [HTTPField.Name: String], userID: String? = nil) -> Client {
        var copy = self
        copy.headers.merge(headers) { $1 }
        copy.userID = userID ?? self.userID
        return copy
    }

    package func get(_ path: String, _ headers: [HTTPField.Name: String] = [:]) async throws -> Answer {
        try await send(.get, path, nil, headers)
    }
    package func post(
        _ path: String, _ json: JSONValue = .object([:]), _ headers: [HTTPField.Name: String] = [:]
    ) async throws -> Answer {
        try await send(.post, path, json, headers)
    }
    package func put(
        _ path: String, _ json: JSONValue, _ headers: [HTTPField.Name: String] = [:]
    ) async throws -> Answer {
        try await send(.put, path, json, headers)
    }
    package func patch(
        _ path: String, _ json: JSONValue, _ headers: [HTTPField.Name: String] = [:]
    ) async throws -> Answer {
        try await send(.patch, path, json, headers)
    }
    package func delete(_ path: String, _ headers: [HTTPField.Name: String] = [:]) async throws -> Answer {
        try await send(.delete, path, nil, headers)
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ json: JSONValue?, _ headers: [HTTPField.Name: String]
    ) async throws -> Answer {
        var headers = headers
        if json != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
        return try await send(method, path, body: json?.canonicalBytes, headers)
    }

    /// Raw bytes, for uploads and for what is not JSON.
    package func send(
        _ method: HTTPRequest.Method, _ path: String, body: [UInt8]?, _ headers: [HTTPField.Name: String] = [:]
    ) async throws -> Answer {
        var fields = HTTPFields()
        for (name, value) in self.headers.merging(headers, uniquingKeysWith: { $1 }) { fields[name] = value }
        let response = try await base.executeRequest(
            uri: path, method: method, headers: fields, body: body.map { ByteBuffer(bytes: $0) })
        return Answer(
            status: response.status.code, headers: response.headers,
            bytes: [UInt8](response.body.readableBytesView))
    }
}
