import Kernel
import Synchronization

/// The files inside the executable. Each is hashed and packed when it is first asked for, so a start costs nothing, and
/// the list of hashes, which every device fetches, packs nothing: a library for charts stays out of memory until a chart
/// is drawn.
package final class EmbeddedAssets: Assets {
    package typealias Source = @Sendable () -> [UInt8]

    private let sources: [String: Source]
    private let ready = Mutex<[String: Asset]>([:])
    private let hashes = Mutex<[String: String]>([:])

    package init(_ sources: [String: Source]) { self.sources = sources }

    package var paths: [String] { sources.keys.sorted() }

    package func asset(at path: String) -> Asset? {
        if let asset = ready.withLock({ $0[path] }) { return asset }
        guard let source = sources[path] else { return nil }
        let asset = Asset(path: path, source: source)
        ready.withLock { $0[path] = asset }
        return asset
    }

    package func hash(at path: String) -> String? {
        if let hash = hashes.withLock({ $0[path] }) { return hash }
        guard let source = sources[path] else { return nil }
        let hash = Digest.sha256Hex(source())
        hashes.withLock { $0[path] = hash }
        return hash
    }
}
