import Foundation
import Kernel
import Testing

@testable import Accounts

struct AccessTokensTests {
    private static let now = Instant(milliseconds: 1_763_717_400_000)
    private static let account = "00000000-0000-7000-8000-00000000000a"
    private static let session = "00000000-0000-7000-8000-00000000000b"
    private static let clock = WallClock(now: { now })

    private static func encoded(_ text: String) -> String {
        Data(text.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
            "=", with: "")
    }

    /// A token made by hand, as an attacker would.
    private static func forge(header: String, payload: String, key: [UInt8]?) -> String {
        let signed = encoded(header) + "." + encoded(payload)
        let signature = key.map { Data(Digest.hmacSHA256(Array(signed.utf8), key: $0)) } ?? Data()
        let text = signature.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
        return signed + "." + text.replacing("=", with: "")
    }

    private static func payload(exp: Int64 = 600, iat: Int64 = 0, sid: String = session) -> String {
        let seconds = now.milliseconds / 1000
        return #"{"sub":"\#(account)","sid":"\#(sid)","iat":\#(seconds + iat),"exp":\#(seconds + exp)}"#
    }

    @Test("A token of ours is good until it expires")
    func lifetime() async throws {
        let keys = AccountsKeys.ephemeral()
        let token = try await AccessTokens(keys: keys, clock: Self.clock).sign(
            account: Self.account, session: Self.session)
        for (seconds, good) in [(0, true), (899, true), (900, false), (86_400, false), (-59, true), (-120, false)] {
            let later = WallClock(now: { Self.now.adding(seconds: Int64(seconds)) })
            let claims = await AccessTokens(keys: keys, clock: later).verify(token)
            #expect((claims != nil) == good, "\(seconds) s later")
            if good { #expect(claims?.sub == Self.account && claims?.sid == Self.session) }
        }
    }

    @Test("Both active keys verify, the newest signs, a retired one is forgotten")
    func rotation() async throws {
        let old = AccountsKeys.AccessKey.make(at: Self.now)
        let new = AccountsKeys.AccessKey.make(at: Self.now)
        let before = await AccessTokens(keys: AccountsKeys(access: [old], stable: []), clock: Self.clock)
        let during = await AccessTokens(keys: AccountsKeys(access: [new, old], stable: []), clock: Self.clock)
        let after = await AccessTokens(keys: AccountsKeys(access: [new], stable: []), clock: Self.clock)
        let token = try await before.sign(account: Self.account, session: Self.session)
        #expect(await during.verify(token) != nil)
        #expect(await after.verify(token) == nil)
        let next = try await during.sign(account: Self.account, session: Self.session)
        #expect(await after.verify(next) != nil)
    }

    @Test("Forged tokens are nobody's")
    func forged() async throws {
        let keys = AccountsKeys.ephemeral()
        let (kid, key) = (keys.access[0].kid, keys.access[0].bytes)
        let tokens = await AccessTokens(keys: keys, clock: Self.clock)
        let good = #"{"alg":"HS256","typ":"JWT","kid":"\#(kid)"}"#
        #expect(await tokens.verify(Self.forge(header: good, payload: Self.payload(), key: key)) != nil, "the control")

        let other = RandomToken.bytes(32)
        let honest = try await tokens.sign(account: Self.account, session: Self.session)
        let parts = honest.split(separator: ".").map(String.init)
        let stranger = Self.payload(sid: "00000000-0000-7000-8000-0000000000ff")
        let forgeries: [(String, String)] = [
            (
                "alg none, no signature",
                Self.forge(header: #"{"alg":"none","kid":"\#(kid)"}"#, payload: Self.payload(), key: nil)
            ),
            ("alg None", Self.forge(header: #"{"alg":"None","kid":"\#(kid)"}"#, payload: Self.payload(), key: nil)),
            (
                "alg RS256, HMAC with the key",
                Self.forge(header: #"{"alg":"RS256","kid":"\#(kid)"}"#, payload: Self.payload(), key: key)
            ),
            ("alg HS512", Self.forge(header: #"{"alg":"HS512","kid":"\#(kid)"}"#, payload: Self.payload(), key: key)),
            ("no alg", Self.forge(header: #"{"kid":"\#(kid)"}"#, payload: Self.payload(), key: key)),
            ("no kid", Self.forge(header: #"{"alg":"HS256"}"#, payload: Self.payload(), key: key)),
            ("unknown kid", Self.forge(header: #"{"alg":"HS256","kid":"beef"}"#, payload: Self.payload(), key: key)),
            ("another key", Self.forge(header: good, payload: Self.payload(), key: other)),
            ("an empty key", Self.forge(header: good, payload: Self.payload(), key: [])),
            (
                "crit",
                Self.forge(
                    header: #"{"alg":"HS256","kid":"\#(kid)","crit":["b64"]}"#, payload: Self.payload(), key: key)
            ),
            (
                "another type",
                Self.forge(header: #"{"alg":"HS256","typ":"JWE","kid":"\#(kid)"}"#, payload: Self.payload(), key: key)
            ),
            ("tampered payload", parts[0] + "." + Self.encoded(stranger) + "." + parts[2]),
            ("stripped signature", parts[0] + "." + parts[1] + "."),
            ("two parts", parts[0] + "." + parts[1]),
            ("four parts", honest + ".x"),
            ("expired", Self.forge(header: good, payload: Self.payload(exp: -1, iat: -900), key: key)),
            ("from the future", Self.forge(header: good, payload: Self.payload(exp: 9000, iat: 3600), key: key)),
            ("ends before it begins", Self.forge(header: good, payload: Self.payload(exp: 1, iat: 2), key: key)),
            ("ids that are none", Self.forge(header: good, payload: Self.payload(sid: "' OR 1=1 --"), key: key)),
            ("no claims", Self.forge(header: good, payload: "{}", key: key)),
            ("not JSON", Self.forge(header: good, payload: "hello", key: key)),
            ("empty", ""), ("dots", ".."), ("rubbish", "%%%.\u{0}.🐝"),
            ("very long", honest + String(repeating: "A", count: 4096)),
        ]
        for (name, token) in forgeries {
            #expect(await tokens.verify(token) == nil, "\(name)")
        }
    }
}
