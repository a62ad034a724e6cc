package import Foundation

/// A private folder for the time of one piece of work.
package enum ScratchFolder {
    /// Makes a folder that only this user can enter, and removes it with all it holds when `body` ends, however it does.
    /// - Parameter inMemory: for pictures of clinical pages, which must not touch a disk; where the system has no such place
    ///   it is an ordinary temporary folder
    package static func with<T>(inMemory: Bool = false, _ body: (URL) async throws -> T) async throws -> T {
        let memory = URL(fileURLWithPath: "/dev/shm", isDirectory: true)
        let isThere = inMemory && FileManager.default.isWritableFile(atPath: memory.path)
        let folder = (isThere ? memory : FileManager.default.temporaryDirectory)
            .appendingPathComponent("rounds-" + UUID().uuidString.lowercased(), isDirectory: true)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }
}
