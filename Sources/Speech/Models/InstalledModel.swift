package import Foundation

package enum ModelKind: String, Codable, Sendable {
    /// Recognises speech.
    case whisper
    /// Tells voice from silence (Silero).
    case vad
}

/// What stands beside a model as NAME.json: where it comes from and how to know it again.
package struct ModelManifest: Codable, Hashable, Sendable {
    /// As a user types it: "base", "tiny.en".
    package var name: String
    package var kind: ModelKind
    /// ISO 639 codes as Whisper has them; empty for a model that needs none.
    package var languages: [String]
    /// SPDX identifier, when known.
    package var licence: String?
    /// Of the model file, hexadecimal.
    package var sha256: String
    /// Size of the model file.
    package var bytes: Int
    /// "f16", "q8_0", "q5_1" …
    package var quantisation: String
    /// What it was made from, in words.
    package var source: String?
}

/// A model file that can be used.
package struct InstalledModel: Codable, Hashable, Sendable {
    package let name: String
    package let kind: ModelKind
    package let file: URL
    package let languages: [String]
    package let multilingual: Bool
    package let quantisation: String
    package let bytes: Int
    /// Known when a manifest stands beside the file.
    package let licence: String?
    package let sha256: String?
    package let source: String?

    /// A file as it lies in a folder, judged by its first bytes; nil when it is no model.
    init?(file: URL) {
        guard let header = try? GGMLHeader(reading: file) else { return nil }
        // A manifest of another file that once had this name says nothing about this one.
        let manifest = Self.manifest(of: file).flatMap { $0.bytes == header.bytes ? $0 : nil }
        name = manifest?.name ?? Self.name(of: file)
        kind = header.kind
        self.file = file
        languages = manifest?.languages ?? header.languages
        multilingual = header.multilingual
        quantisation = header.quantisation
        bytes = header.bytes
        licence = manifest?.licence
        sha256 = manifest?.sha256
        source = manifest?.source
    }

    /// `ggml-base.en-q5_1.bin` → `base.en-q5_1`
    static func name(of file: URL) -> String {
        let stem = file.deletingPathExtension().lastPathComponent
        return stem.hasPrefix("ggml-") ? String(stem.dropFirst(5)) : stem
    }

    /// The name without a quantisation at its end: `base-q8_0` → `base`
    var plainName: String {
        let suffix = "-" + quantisation
        return name.hasSuffix(suffix) ? String(name.dropLast(suffix.count)) : name
    }

    static func manifestFile(of file: URL) -> URL {
        file.deletingPathExtension().appendingPathExtension("json")
    }

    private static func manifest(of file: URL) -> ModelManifest? {
        guard let data = try? Data(contentsOf: manifestFile(of: file)) else { return nil }
        return try? JSONDecoder().decode(ModelManifest.self, from: data)
    }
}
