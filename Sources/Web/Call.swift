import Foundation
import HTTPTypes
import Hummingbird
package import Kernel

/// A request of a route that anyone may call.
package struct OpenCall: Incoming {
    package let request: IncomingRequest
    /// The user, if there is one.
    package let caller: Principal?
}

/// A request of a signed-in user whose role the route admits.
package struct Call: Incoming {
    package let request: IncomingRequest
    package let caller: Principal
}

/// What handlers may ask of a request.
package protocol Incoming: Sendable {
    var request: IncomingRequest { get }
}

/// The request itself. Features read it through `Call`.
package struct IncomingRequest: Sendable {
    let head: Request
    let parameters: [String: String]
    let query: Query
    let cookies: [String: String]
    let requestID: String
    let remoteAddress: String
    let receivedBody: ReceivedBody
}

extension Incoming {
    package var requestID: String { request.requestID }
    /// The address of the socket's other end, without port.
    package var remoteAddress: String { request.remoteAddress }
    package var path: String { request.head.uri.path }

    package func header(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { request.head.headers[$0] }
    }

    package func cookie(_ name: String) -> String? { request.cookies[name] }

    /// A parameter of the path, percent-decoded and not empty.
    package func parameter(_ name: String) throws -> String {
        guard let value = request.parameters[name], !value.isEmpty else { throw WebError.notFound }
        return value
    }

    /// A parameter of the path that is a UUID; anything else names nothing, so it is 404.
    package func id(_ name: String) throws -> String {
        let value = try parameter(name)
        guard Identifier.isValid(value) else { throw WebError.notFound }
        return value
    }

    /// A query parameter; an empty one counts as absent.
    package func query(_ name: String) -> String? {
        request.query[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A query parameter, which may be empty; nil when it is not there at all.
    package func given(_ name: String) -> String? { request.query[name] }

    package func date(_ name: String) throws -> CivilDate? {
        guard let text = query(name) else { return nil }
        guard let date = CivilDate(text) else {
            throw InvalidInput(name, code: "invalid_date", "Write a date as YYYY-MM-DD.")
        }
        return date
    }

    package func integer(_ name: String, default fallback: Int, in range: ClosedRange<Int>) throws -> Int {
        guard let text = query(name) else { return fallback }
        guard let value = Int(text), range.contains(value) else {
            throw InvalidInput(
                name, code: "out_of_range", "Write a whole number from \(range.lowerBound) to \(range.upperBound).")
        }
        return value
    }

    package func boolean(_ name: String) throws -> Bool? {
        switch query(name) {
        case nil: return nil
        case "true", "1": return true
        case "false", "0": return false
        default: throw InvalidInput(name, code: "invalid_boolean", "Write true or false.")
        }
    }

    /// One of the values of an enum.
    package func choice<T: RawRepresentable>(_ name: String, of type: T.Type) throws -> T?
    where T.RawValue == String, T: CaseIterable {
        guard let text = query(name) else { return nil }
        guard let value = T(rawValue: text) else {
            let values = T.allCases.map(\.rawValue).joined(separator: ", ")
            throw InvalidInput(name, code: "unknown_value", "Write one of \(values).")
        }
        return value
    }

    /// The body as it came, counted while it arrives.
    /// - Throws: `too_large` (413), `request_timeout` (408)
    package func body(upTo limit: Int) async throws -> [UInt8] {
        try await request.receivedBody.bytes(upTo: limit)
    }

    /// A large body in parts of at least `size` bytes but for the last one, as it comes; only one part is in memory. Can be
    /// had once.
    /// - Throws: `too_large` (413), `request_timeout` (408), and what `work` throws
    package func parts(
        of size: Int, upTo limit: Int, _ work: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws {
        try await request.receivedBody.parts(of: size, upTo: limit, work)
    }

    /// A JSON body.
    /// - Throws: `malformed_json` (400), `too_large` (413), `unsupported_media_type` (415), `invalid_input` (422) with
    ///   the path of the field, for example `operations[3].stamp`
    package func decode<T: Decodable>(_ type: T.Type, upTo limit: Int = 1 << 20) async throws -> T {
        try requireMediaType("application/json")
        return try JSONBody.decode(type, from: try await body(upTo: limit))
    }

    /// Refuses a body of another media type. Parameters such as charset are allowed.
    package func requireMediaType(_ types: String...) throws {
        let given = (header("Content-Type") ?? "").split(separator: ";").first.map {
            $0.trimmingCharacters(in: .whitespaces).lowercased()
        }
        guard let given, types.contains(given) else { throw WebError.unsupportedMedia(expected: types) }
    }
}
