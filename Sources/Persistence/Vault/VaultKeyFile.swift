import Foundation
import Kernel

/// One line for each key, the one that seals first: `id base64`, the id in hex. Only its owner may read it (0600).
struct VaultKeyFile {
    let url: URL

    /// The keys, or a new one written durably when there is no file. Of two processes that start at once both get what
    /// the first one wrote.
    func loadOrCreate() throws -> [VaultKey] {
        if let keys = try read() { return keys }
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let draft = try write(Self.line(.make()))
        defer { unlink(draft) }
        // a link fails where a rename would replace what another process has just made
        if link(draft, url.path) != 0, errno != EEXIST { throw unusable }
        guard let keys = try read() else { throw unusable }
        return keys
    }

    private func read() throws -> [VaultKey]? {
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        guard let data = FileManager.default.contents(atPath: url.path),
            let text = String(data: data, encoding: .utf8), chmod(url.path, 0o600) == 0
        else { throw unusable }
        let keys = try text.split(separator: "\n").map { line in
            guard let key = Self.key(line) else { throw unusable }
            return key
        }
        guard !keys.isEmpty else { throw unusable }
        return keys
    }

    private func write(_ text: String) throws -> String {
        let draft = url.path + ".\(UUID().uuidString)"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw unusable }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(text.utf8))
            try handle.synchronize()
            try handle.close()
        } catch {
            unlink(draft)
            throw unusable
        }
        return draft
    }

    private static func line(_ key: VaultKey) -> String {
        "\(Hex.text(key.id)) \(Data(key.bytes).base64EncodedString())\n"
    }

    private static func key(_ line: Substring) -> VaultKey? {
        let parts = line.split(separator: " ")
        guard parts.count == 2, let id = Hex.bytes(String(parts[0])), id.count == VaultKey.idLength,
            let bytes = Data(base64Encoded: String(parts[1])), bytes.count == 32
        else { return nil }
        return VaultKey(id: id, bytes: Array(bytes))
    }

    private var unusable: VaultError { .unusableKeyFile(url.lastPathComponent) }
}
