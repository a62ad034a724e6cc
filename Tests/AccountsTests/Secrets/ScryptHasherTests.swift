import Foundation
import Testing

@testable import Accounts

struct ScryptHasherTests {
    private let hasher = ScryptHasher(.init(logCost: 4))

    @Test("The right password and no other")
    func verifies() async throws {
        let hash = try await hasher.hash("marble stapler ocean")
        #expect(hash.hasPrefix("$scrypt$ln=4,r=8,p=1$"))
        #expect(try await hasher.verify("marble stapler ocean", against: hash))
        for wrong in ["marble stapler Ocean", "marble stapler ocean ", "", "\u{0}", hash] {
            #expect(try await !hasher.verify(wrong, against: hash))
        }
    }

    @Test("Each hash has a salt of its own")
    func salted() async throws {
        #expect(try await hasher.hash("marble stapler ocean") != hasher.hash("marble stapler ocean"))
    }

    @Test("One password however its letters are composed")
    func composed() async throws {
        let hash = try await hasher.hash("caf\u{E9} und kuchen")
        #expect(try await hasher.verify("cafe\u{301} und kuchen", against: hash))
    }

    @Test("The third vector of RFC 7914 §12, its first 32 bytes")
    func vector() async throws {
        let hash = "$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI"
        #expect(try await hasher.verify("pleaseletmein", against: hash))
    }

    @Test("Parameters can be raised later: old hashes still verify and are known as outdated")
    func outdated() async throws {
        let strong = ScryptHasher(.init(logCost: 5))
        let old = try await hasher.hash("marble stapler ocean")
        #expect(try await strong.verify("marble stapler ocean", against: old))
        #expect(strong.isOutdated(old))
        #expect(try await !strong.isOutdated(strong.hash("marble stapler ocean")))
        #expect(ScryptHasher().decoy.hasPrefix("$scrypt$ln=17,r=8,p=1$"))
    }

    @Test(
        "A hash that cannot be read is nobody's password",
        arguments: [
            "", "x", "$scrypt$", "$argon2id$v=19$m=1,t=1,p=1$c2FsdA$aGFzaA", "$scrypt$ln=99,r=8,p=1$c2FsdA$aGFzaA",
            "$scrypt$ln=4,r=8,p=1$$", "$scrypt$ln=4,r=8,p=1$***$***",
        ])
    func unreadable(_ hash: String) async {
        await #expect(throws: AccountsError.self) { try await hasher.verify("x", against: hash) }
    }

    @Test("Nobody waits when too many wait already")
    func queueFull() async {
        let hasher = ScryptHasher(.init(logCost: 12), atOnce: 1, waitingLimit: 3)
        let refused = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do {
                        _ = try await hasher.hash("marble stapler ocean")
                        return false
                    } catch { return error as? AccountsError == .passwordQueueFull(retryAfter: 5) }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refused > 0)
        #expect(refused <= 36)
        await #expect(throws: Never.self) { try await hasher.hash("marble stapler ocean") }
    }
}
