import Foundation
import HTTPTypes
import Kernel
import TestSupport
import Testing

/// Credentials that are expired, forged or cut: one answer for all of them, and no way around it.
@Suite struct BadInputTokenTests {
    @Test("A token that is not ours, not whole or not meant for this is no sign-in")
    func forged() async throws {
        try await SituationSchool.with { school in
            let ada = try await school.teacher("Ada")
            let login = try await school.login(ada)
            let access = try #require(login["accessToken"]?.string)
            let refresh = try #require(login["refreshToken"]?.string)
            let parts = access.split(separator: ".").map(String.init)
            let claims = try #require(Self.claims(parts[1]))
            let owner = try #require(school.owner.userID)
            var later = claims
            later["exp"] = .integer(4_102_444_800)
            var others = claims
            others["sub"] = .string(owner)
            let none = Self.part(["alg": "none", "typ": "JWT"])
            let unknownKey = Self.part(["alg": "HS256", "kid": "another", "typ": "JWT"])
            let path = "/api/v1/attendance/sessions"
            for (name, header) in [
                ("nothing", ""), ("a word", "Bearer token"), ("two parts", "Bearer \(parts[0]).\(parts[1])"),
                ("no signature", "Bearer \(parts[0]).\(parts[1])."), ("a cut one", "Bearer \(access.dropLast(4))"),
                ("a longer one", "Bearer \(access)AAAA"), ("the refresh token", "Bearer \(refresh)"),
                ("another user", "Bearer \(parts[0]).\(Self.part(others)).\(parts[2])"),
                ("a later end", "Bearer \(parts[0]).\(Self.part(later)).\(parts[2])"),
                ("alg none", "Bearer \(none).\(parts[1])."),
                ("alg none, signed", "Bearer \(none).\(parts[1]).\(parts[2])"),
                ("an unknown key", "Bearer \(unknownKey).\(parts[1]).\(parts[2])"),
                ("basic", "Basic \(Data("ada:secret".utf8).base64EncodedString())"),
                ("a long one", "Bearer \(String(repeating: "A", count: 6000))"),
            ] {
                let answer = try await school.app.get(path, [.authorization: header])
                answer.expectProblem(401, "unauthenticated", name)
                let cookie = header.replacing("Bearer ", with: "rounds_access=")
                try await school.app.get(path, [.cookie: cookie]).expectProblem(
                    401, "unauthenticated", "cookie: \(name)")
            }
            #expect(try await school.app.get(path, [.authorization: "Bearer \(access)"]).status == 200)
        }
    }

    @Test("Access and refresh tokens end; a refresh token that is used twice ends the sign-in")
    func expired() async throws {
        try await SituationSchool.with { school in
            let ada = try await school.teacher("Ada")
            let device = Identifier.v7()
            let login = try await school.login(ada, device: device)
            let access = try #require(login["accessToken"]?.string)
            let refresh = try #require(login["refreshToken"]?.string)
            func renew(_ token: String, _ device: String) async throws -> Answer {
                try await school.app.post(
                    "/api/v1/auth/token/refresh", ["refreshToken": .string(token), "device": .string(device)])
            }
            school.clock.advance(seconds: 3600)
            let me = [HTTPField.Name.authorization: "Bearer \(access)"]
            try await school.app.get("/api/v1/auth/sessions", me).expectProblem(401, "unauthenticated", "expired")
            for token in ["", "x", access, String(refresh.dropLast(2)), refresh + "x"] {
                try await renew(token, device).expectProblem(401, "session_ended", "refresh \(token.prefix(8))")
            }
            let renewed = try await renew(refresh, device)
            #expect(renewed.status == 200 && renewed["accessToken"]?.string != nil)
            school.clock.advance(seconds: 3600)
            try await renew(refresh, device).expectProblem(401, "refresh_reused", "a refresh token used twice")
            let next = try #require(renewed["refreshToken"]?.string)
            try await renew(next, device).expectProblem(401, "session_ended", "the family after a reuse")
        }
    }

    @Test("Sign-ins that cannot be: types, devices, lengths")
    func logins() async throws {
        try await SituationSchool.with { school in
            let device = JSONValue.string(Identifier.v7())
            let path = "/api/v1/auth/token"
            for item in [
                BadInputCase(.post, path, [:], 422, "invalid_input"),
                BadInputCase(.post, path, ["email": 1, "password": "x", "device": device], 422, "invalid_input"),
                BadInputCase(
                    .post, path, ["email": "a@b.example", "password": "x", "device": "phone"], 422, "invalid_input",
                    field: "device"),
                BadInputCase(
                    .post, path, ["email": "a@b.example", "password": "x", "device": device], 401, "wrong_credentials"),
                BadInputCase(
                    .post, path, ["email": "' OR 1=1 --", "password": "x", "device": device], 401, "wrong_credentials"),
                BadInputCase(
                    .post, path,
                    [
                        "email": "a@b.example", "password": .string(String(repeating: "x", count: 20_000)),
                        "device": device,
                    ], 413, "too_large"),
            ] { try await item.check(school.app.client) }
        }
    }

    private static func part(_ members: [String: JSONValue]) -> String {
        Data(JSONValue.object(members).canonicalBytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static func claims(_ part: String) -> [String: JSONValue]? {
        let base64 = part.replacing("-", with: "+").replacing("_", with: "/")
        let padded = base64 + String(repeating: "=", count: (4 - base64.count % 4) % 4)
        return Data(base64Encoded: padded).flatMap { try? JSONDecoder().decode(JSONValue.self, from: $0) }?.object
    }
}
