import Foundation
import HTTPTypes
import Kernel
import TestSupport

/// A browser with one tab: keeps cookies, sends them back, and echoes the CSRF token as the app does.
final class Browser {
    static let device = "00000000-0000-7000-8000-0000000000b1"

    private let client: Client
    var cookies: [String: String] = [:]
    var sendsCSRF = true

    init(_ client: Client) { self.client = client }

    func get(_ path: String) async throws -> Answer { try await send(.get, path, nil) }
    func post(_ path: String, _ json: JSONValue = .object([:])) async throws -> Answer {
        try await send(.post, path, json)
    }
    func patch(_ path: String, _ json: JSONValue) async throws -> Answer { try await send(.patch, path, json) }
    func delete(_ path: String) async throws -> Answer { try await send(.delete, path, nil) }

    func signIn(
        _ email: String, password: String = ApplicationUnderTest.password, device: String = Browser.device
    ) async throws -> Answer {
        try await post("/api/v1/auth/login", .credentials(email, password: password, device: device))
    }

    func refresh(device: String = Browser.device) async throws -> Answer {
        try await post("/api/v1/auth/refresh", .object(["device": .string(device)]))
    }

    private func send(_ method: HTTPRequest.Method, _ path: String, _ json: JSONValue?) async throws -> Answer {
        var headers: [HTTPField.Name: String] = [.contentType: "application/json"]
        // the refresh cookie belongs to one path; a browser keeps it from the others
        let sent = cookies.filter { $0.key != "rounds_refresh" || path.hasPrefix("/api/v1/auth") }
        if !sent.isEmpty { headers[.cookie] = sent.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        if sendsCSRF, method != .get, let name = HTTPField.Name("X-CSRF-Token") {
            headers[name] = cookies["rounds_csrf"] ?? ""
        }
        let answer = try await client.send(method, path, body: json?.canonicalBytes, headers)
        for cookie in answer.setCookies {
            cookies[cookie.name] = cookie.attributes.contains("Max-Age=0") ? nil : cookie.value
        }
        return answer
    }
}

struct SetCookie: Equatable {
    let name: String
    let value: String
    let attributes: Set<String>
}

extension Answer {
    var setCookies: [SetCookie] {
        headers[values: .setCookie].compactMap { line in
            let parts = line.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            guard let pair = parts.first, let equals = pair.firstIndex(of: "=") else { return nil }
            return SetCookie(
                name: String(pair[..<equals]), value: String(pair[pair.index(after: equals)...]),
                attributes: Set(parts.dropFirst()))
        }
    }
}

extension JSONValue {
    static func credentials(
        _ email: String, password: String = ApplicationUnderTest.password, device: String = Browser.device
    ) -> JSONValue {
        .object(["email": .string(email), "password": .string(password), "device": .string(device)])
    }

    static func account(_ email: String, _ role: String, name: String = "Ada Lovelace") -> JSONValue {
        .object([
            "email": .string(email), "name": .string(name), "role": .string(role),
            "password": .string(ApplicationUnderTest.password), "device": .string(Browser.device),
        ])
    }
}
