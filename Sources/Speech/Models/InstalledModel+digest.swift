import Foundation
import Kernel

extension InstalledModel {
    /// Whether the file is the one that its manifest was written for; nil without a manifest. Reads the whole file.
    package func matchesManifest() throws(ModelError) -> Bool? {
        guard let sha256 else { return nil }
        var digest = Digest.Running()
        try JoinedFile([file], path: file.path).pieces { digest.update($0) }
        return digest.hex == sha256
    }
}
