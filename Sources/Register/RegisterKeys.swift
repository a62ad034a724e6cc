package import Foundation
import Kernel

/// The installation's secret for receipts and check-in codes: 32 random bytes in the data folder, readable by the owner
/// only. Each use derives a key of its own, so that a code on a screen says nothing about a signature.
package struct RegisterKeys: Sendable {
    let receipts: [UInt8]
    let checkIn: [UInt8]

    package init(secret: [UInt8]) {
        receipts = Digest.hmacSHA256(Array("rounds receipt".utf8), key: secret)
        checkIn = Digest.hmacSHA256(Array("rounds check-in".utf8), key: secret)
    }

    /// Reads `register.key` of the folder, or makes it.
    /// - Throws: `RegisterError.unusableKeyFile`
    package static func load(from folder: URL) throws -> RegisterKeys {
        let file = folder.appendingPathComponent("register.key")
        if let stored = try? Data(contentsOf: file) {
            guard stored.count == 32 else { throw RegisterError.unusableKeyFile }
            return RegisterKeys(secret: Array(stored))
        }
        var random = SystemRandomNumberGenerator()
        let secret = (0..<4).flatMap { _ in withUnsafeBytes(of: random.next()) { Array($0) } }
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try write(secret, to: file)
        } catch {
            throw RegisterError.unusableKeyFile
        }
        guard let stored = try? Data(contentsOf: file), stored.count == 32 else { throw RegisterError.unusableKeyFile }
        return RegisterKeys(secret: Array(stored))
    }

    /// A link fails where a rename would replace: of two processes that start at once, both use what the first wrote.
    private static func write(_ secret: [UInt8], to file: URL) throws {
        let draft = file.path + "." + UUID().uuidString
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw RegisterError.unusableKeyFile }
        defer { unlink(draft) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Data(secret))
        try handle.synchronize()
        try handle.close()
        if link(draft, file.path) != 0, errno != EEXIST { throw RegisterError.unusableKeyFile }
    }
}
