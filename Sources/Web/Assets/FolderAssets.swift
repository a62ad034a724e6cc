package import Foundation

/// The files of a folder, read anew each time: for working on the web app (`ROUNDS_WEB_DIR`).
package struct FolderAssets: Assets {
    private let folder: URL

    package init(_ folder: URL) { self.folder = folder.resolvingSymlinksInPath() }

    package var paths: [String] {
        get throws {
            let manager = FileManager.default
            return try manager.subpathsOfDirectory(atPath: folder.path).filter { path in
                var isFolder: ObjCBool = false
                let exists = manager.fileExists(atPath: folder.appending(path: path).path, isDirectory: &isFolder)
                return exists && !isFolder.boolValue && !path.split(separator: "/").contains { $0.hasPrefix(".") }
            }.map { "/\($0)" }.sorted()
        }
    }

    /// Only what the folder lists is read, so no path leads out of it.
    package func asset(at path: String) throws -> Asset? {
        guard try paths.contains(path) else { return nil }
        return Asset(path: path, bytes: [UInt8](try Data(contentsOf: folder.appending(path: String(path.dropFirst())))))
    }

    package func hash(at path: String) throws -> String? { try asset(at: path)?.hash }
}
