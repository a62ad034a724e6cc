import Foundation

/// A file of secrets in the data folder, readable by its owner only (0600).
enum SecretFile {
    /// The content of the file, or `make()` written durably when there is none. When two processes start at once, both
    /// get what the first one wrote.
    static func loadOrCreate(_ url: URL, make: () -> String) throws -> String {
        if let text = try read(url) { return text }
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let draft = try write(make(), beside: url)
        defer { unlink(draft) }
        // A link, not a rename: it fails instead of replacing what another process made in the meantime.
        if link(draft, url.path) != 0, errno != EEXIST { throw AccountsError.unusableKeyFile(url.lastPathComponent) }
        guard let text = try read(url) else { throw AccountsError.unusableKeyFile(url.lastPathComponent) }
        return text
    }

    static func replace(_ url: URL, with text: String) throws {
        let draft = try write(text, beside: url)
        guard rename(draft, url.path) == 0 else {
            unlink(draft)
            throw AccountsError.unusableKeyFile(url.lastPathComponent)
        }
    }

    private static func read(_ url: URL) throws -> String? {
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        guard let data = FileManager.default.contents(atPath: url.path), let text = String(data: data, encoding: .utf8),
            chmod(url.path, 0o600) == 0
        else { throw AccountsError.unusableKeyFile(url.lastPathComponent) }
        return text
    }

    private static func write(_ text: String, beside url: URL) throws -> String {
        let draft = url.path + ".\(UUID().uuidString)"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw AccountsError.unusableKeyFile(url.lastPathComponent) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(text.utf8))
            try handle.synchronize()
            try handle.close()
        } catch {
            unlink(draft)
            throw AccountsError.unusableKeyFile(url.lastPathComponent)
        }
        return draft
    }
}
