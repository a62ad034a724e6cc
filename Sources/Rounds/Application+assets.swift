import Foundation
import Web
import WebAssets

/// The web app: compiled in, or from a folder while somebody works on it.
func makeAssets(folder: URL?) -> any Assets {
    if let folder { return FolderAssets(folder) }
    var sources: [String: EmbeddedAssets.Source] = [:]
    var index = 0
    while let asset = rounds_asset_at(index) {
        let position = index
        sources[String(cString: asset.pointee.path)] = {
            guard let asset = rounds_asset_at(position) else { return [] }
            return [UInt8](UnsafeBufferPointer(start: asset.pointee.bytes, count: asset.pointee.size))
        }
        index += 1
    }
    return EmbeddedAssets(sources)
}
