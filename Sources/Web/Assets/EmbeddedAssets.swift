import Synchronization

/// The files inside the executable. Each is hashed and packed when it is first asked for, so a start costs nothing.
package final class EmbeddedAssets: Assets {
    package typealias Source = @Sendable () -> [UInt8]

    private let sources: [String: Source]
    private let ready = Mutex<[String: Asset]>([:])

    package init(_ sources: [String: Source]) { self.sources = sources }

    package var paths: [String] { sources.keys.sorted() }

    package func asset(at path: String) -> Asset? {
        if let asset = ready.withLock({ $0[path] }) { return asset }
        guard let source = sources[path] else { return nil }
        let asset = Asset(path: path, bytes: source())
        ready.withLock { $0[path] = asset }
        return asset
    }
}
