import CryptoExtras
import Foundation
import Kernel
import Synchronization

/// Makes and checks password hashes. Live: `ScryptHasher`; tests inject cheap parameters or count the calls.
package protocol PasswordHasher: Sendable {
    /// The hash with its parameters and salt, to be stored as it is.
    func hash(_ password: String) async throws -> String
    func verify(_ password: String, against hash: String) async throws -> Bool
    /// Whether `hash` was made with weaker parameters than new ones are.
    func isOutdated(_ hash: String) -> Bool
    /// A hash of no password, checked for accounts that do not exist so that they take as long as others.
    var decoy: String { get }
}

/// scrypt in the notation `$scrypt$ln=17,r=8,p=1$salt$key` (standard Base64 without padding).
///
/// One hash takes 128 MB and about 0.3 s, so at most two run at once, on threads of their own; the cooperative pool
/// never waits for them. When `waitingLimit` callers wait already, the next one is refused (503) rather than kept for
/// minutes.
package final class ScryptHasher: PasswordHasher {
    package struct Parameters: Sendable, Equatable {
        /// Base-2 logarithm of the cost N.
        package let logCost: Int
        package let blockSize: Int
        package let parallelism: Int

        package init(logCost: Int, blockSize: Int = 8, parallelism: Int = 1) {
            self.logCost = logCost
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        /// The OWASP password storage recommendation for scrypt.
        package static let recommended = Parameters(logCost: 17)
    }

    private static let saltLength = 16
    private static let keyLength = 32

    package let decoy: String
    private let parameters: Parameters
    private let waitingLimit: Int
    private let atOnce: Int
    private let queue = OperationQueue()
    private let pending = Mutex(0)

    package init(_ parameters: Parameters = .recommended, atOnce: Int = 2, waitingLimit: Int = 32) {
        self.parameters = parameters
        self.atOnce = atOnce
        self.waitingLimit = waitingLimit
        decoy = Self.text(parameters, salt: RandomToken.bytes(Self.saltLength), key: RandomToken.bytes(Self.keyLength))
        queue.maxConcurrentOperationCount = atOnce
        queue.qualityOfService = .userInitiated
    }

    package func hash(_ password: String) async throws -> String {
        let parameters = parameters
        return try await run {
            let salt = RandomToken.bytes(Self.saltLength)
            return Self.text(parameters, salt: salt, key: try Self.derive(password, salt: salt, parameters))
        }
    }

    package func verify(_ password: String, against hash: String) async throws -> Bool {
        guard let parsed = Self.parse(hash) else { throw AccountsError.wrongCredentials }
        return try await run {
            Digest.constantTimeEqual(try Self.derive(password, salt: parsed.salt, parsed.parameters), parsed.key)
        }
    }

    package func isOutdated(_ hash: String) -> Bool {
        guard let stored = Self.parse(hash)?.parameters else { return false }
        return stored.logCost < parameters.logCost || stored.blockSize < parameters.blockSize
    }

    private func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        let admitted = pending.withLock { count in
            guard count < atOnce + waitingLimit else { return false }
            count += 1
            return true
        }
        guard admitted else { throw AccountsError.passwordQueueFull(retryAfter: 5) }
        defer { pending.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Result(catching: work)) }
        }
    }

    /// Two ways to type "é" are one password (NFC). An empty one, which no account can have, still costs the same work.
    private static func derive(_ password: String, salt: [UInt8], _ parameters: Parameters) throws -> [UInt8] {
        var bytes = Array(password.precomposedStringWithCanonicalMapping.utf8)
        if bytes.isEmpty { bytes = [0] }
        let key = try KDF.Scrypt.deriveKey(
            from: bytes, salt: salt, outputByteCount: keyLength, rounds: 1 << parameters.logCost,
            blockSize: parameters.blockSize, parallelism: parameters.parallelism)
        return key.withUnsafeBytes { Array($0) }
    }

    private static func text(_ parameters: Parameters, salt: [UInt8], key: [UInt8]) -> String {
        let cost = "ln=\(parameters.logCost),r=\(parameters.blockSize),p=\(parameters.parallelism)"
        return "$scrypt$\(cost)$\(base64(salt))$\(base64(key))"
    }

    private static func parse(_ hash: String) -> (parameters: Parameters, salt: [UInt8], key: [UInt8])? {
        let parts = hash.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt" else { return nil }
        var values: [Substring: Int] = [:]
        for pair in parts[2].split(separator: ",") {
            let sides = pair.split(separator: "=")
            guard sides.count == 2, let value = Int(sides[1]) else { return nil }
            values[sides[0]] = value
        }
        guard let logCost = values["ln"], let blockSize = values["r"], let parallelism = values["p"],
            (1...20).contains(logCost), (1...16).contains(blockSize), (1...4).contains(parallelism),
            let salt = bytes(parts[3]), let key = bytes(parts[4]), !salt.isEmpty, key.count == keyLength
        else { return nil }
        let parameters = Parameters(logCost: logCost, blockSize: blockSize, parallelism: parallelism)
        return (parameters, salt, key)
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("=", with: "")
    }

    private static func bytes(_ text: Substring) -> [UInt8]? {
        Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4)).map(Array.init)
    }
}
