package import Foundation
package import Kernel

/// What the operating system says of the place where the data lies.
package struct Surroundings: Sendable, Equatable {
    /// As the kernel names it: `ext4`, `nfs4`; nil when it does not say.
    package var fileSystem: String?
    package var owner: UInt32?
    package var user: UInt32
    package var freeBytes: Int64?
    package var now: Instant

    /// - Parameter folder: exists
    package static func of(_ folder: URL, now: Instant = .now()) -> Surroundings {
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder.path)
        let disk = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
        let mounts = (try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8)) ?? ""
        return Surroundings(
            fileSystem: fileSystem(of: folder.resolvingSymlinksInPath().path, mounts: mounts),
            owner: (attributes?[.ownerAccountID] as? NSNumber)?.uint32Value, user: geteuid(),
            freeBytes: (disk?[.systemFreeSize] as? NSNumber)?.int64Value, now: now)
    }

    /// The type of the file system with the longest mount point above `path`; of two mounts on one point the later one
    /// counts.
    package static func fileSystem(of path: String, mounts: String) -> String? {
        var found: (length: Int, type: String)?
        for line in mounts.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 2 else { continue }
            let point = fields[1].replacing("\\040", with: " ")
            let isAbove = point == "/" || path == point || path.hasPrefix(point + "/")
            if isAbove, point.count >= found?.length ?? 0 { found = (point.count, String(fields[2])) }
        }
        return found?.type
    }

    /// Locks and shared memory, which SQLite's log needs, do not hold over a network.
    private static let networks: Set<String> = [
        "nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "fuse.sshfs", "fuse.glusterfs",
        "davfs", "fuse.davfs2",
    ]

    /// In the way of a start, the first that applies.
    package var obstacle: StartError.Obstacle? {
        if now < Self.before { return .clock }
        if let fileSystem, Self.networks.contains(fileSystem) { return .network(fileSystem) }
        if let owner, owner != user, user != 0 { return .owner }
        if let freeBytes, freeBytes < Self.leastFreeBytes { return .full }
        return nil
    }

    /// The first of January 2025. A machine without a battery for its clock begins in 1970; sign-ins and registers
    /// would be wrong.
    private static let before = Instant(milliseconds: 1_735_689_600_000)
    /// SQLite's log alone grows to 16 MB between two checkpoints.
    private static let leastFreeBytes: Int64 = 32 << 20
}
