package import Foundation

/// The data folder, for its owner only. While a server runs it holds a lock in it, so that no second one starts on the
/// same data; the lock goes with the process, however it ends.
package final class DataFolder: Sendable {
    package let url: URL
    private let lock: FileHandle?

    /// - Throws: `folder_not_usable`, `folder_in_use`
    package init(_ url: URL, isLocked: Bool = true) throws {
        self.url = url
        do {
            if !FileManager.default.fileExists(atPath: url.path) {
                try FileManager.default.createDirectory(
                    at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            }
        } catch {
            throw StartError.folderNotUsable(path: url.path, reason: "it cannot be made")
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), isFolder.boolValue else {
            throw StartError.folderNotUsable(path: url.path, reason: "it is not a folder")
        }
        guard FileManager.default.isWritableFile(atPath: url.path) else {
            throw StartError.folderNotUsable(path: url.path, reason: "it is not writable")
        }
        lock = isLocked ? try Self.lock(url) : nil
    }

    private static func lock(_ url: URL) throws -> FileHandle {
        let descriptor = open(url.appending(path: "lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StartError.folderNotUsable(path: url.path, reason: "its lock file cannot be opened")
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw StartError.folderInUse(path: url.path) }
        return file
    }
}
