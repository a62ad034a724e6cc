package import Foundation

/// The form in which a CTranslate2 folder is written.
package enum ImportFormat: String, CaseIterable, Sendable {
    case f16
    /// Half the size, as good and faster.
    case q8 = "q8_0"

    var quantisation: Quantisation {
        switch self {
        case .f16: .f16
        case .q8: .q8
        }
    }
}

/// What is written into the manifest of a new model.
package struct ModelOrigin: Sendable {
    package var name: String?
    package var licence: String?
    package var source: String?

    package init(name: String? = nil, licence: String? = nil, source: String? = nil) {
        self.name = name
        self.licence = licence
        self.source = source
    }
}

extension ModelCatalogue {
    /// Copies a GGML file of whisper.cpp into the first folder. A manifest beside the file goes along.
    package func add(_ file: URL, _ origin: ModelOrigin = ModelOrigin()) throws(ModelError) -> InstalledModel {
        try GGMLCheck.check(file)
        guard let given = InstalledModel(file: file) else { throw .notAModel(path: file.path) }
        return try install(origin.name ?? given.name, given.quantisation, languages: given.languages, given.kind) {
            (target) throws(ModelError) in
            try JoinedFile([file], path: file.path).pieces { (piece) throws(ModelError) in try target.write(piece) }
            return (origin.licence ?? given.licence, origin.source ?? given.source ?? file.lastPathComponent)
        }
    }

    /// Writes the Whisper model of a CTranslate2 folder as a GGML file into the first folder.
    package func importFolder(
        _ folder: URL, as format: ImportFormat, _ origin: ModelOrigin = ModelOrigin()
    ) throws(ModelError) -> InstalledModel {
        let model = try CT2Model(folder: folder)
        let shape = try model.shape()
        let name = origin.name ?? Self.name(ofImported: folder)
        let head = GGMLHeader(shape: shape, weights: format.quantisation)
        return try install(name, head.quantisation, languages: head.languages, .whisper) {
            (target) throws(ModelError) in
            try WhisperImport(folder: folder, model: model, head: head).write(to: target)
            return (origin.licence, origin.source ?? "CTranslate2 folder \(folder.lastPathComponent)")
        }
    }

    /// `faster-whisper-tiny.en` → `tiny.en`; in the cache of a model hub (`models--who--faster-whisper-base/snapshots/…`)
    /// the name of the model.
    static func name(ofImported folder: URL) -> String {
        let parts = folder.standardizedFileURL.pathComponents
        var name = parts.last ?? ""
        if let hub = parts.last(where: { $0.hasPrefix("models--") }) {
            name = hub.components(separatedBy: "--").last ?? name
        }
        for prefix in ["faster-", "distil-whisper-", "whisper-"] where name.hasPrefix(prefix) {
            name = (prefix == "distil-whisper-" ? "distil-" : "") + name.dropFirst(prefix.count)
        }
        return name
    }

    private func install(
        _ name: String, _ quantisation: String, languages: [String], _ kind: ModelKind,
        write: (ModelFile) throws(ModelError) -> (licence: String?, source: String)
    ) throws(ModelError) -> InstalledModel {
        guard Self.isName(name) else { throw .invalidName(name) }
        let folder = try writableFolder()
        let stem =
            quantisation == "f16" || kind == .vad || name.hasSuffix("-\(quantisation)")
            ? name : "\(name)-\(quantisation)"
        let file = folder.appending(path: kind == .vad ? "\(stem).bin" : "ggml-\(stem).bin")
        let here = ModelCatalogue(folders: [folder]).all()
        guard !here.contains(where: { $0.name == name }), !FileManager.default.fileExists(atPath: file.path) else {
            throw .nameTaken(name)
        }
        let target = try ModelFile(file)
        let (licence, source) = try write(target)
        let digest = try target.seal()
        try GGMLCheck.check(target.unfinished)
        try target.finish(
            ModelManifest(
                name: name, kind: kind, languages: languages, licence: licence, sha256: digest, bytes: target.bytes,
                quantisation: quantisation, source: source))
        guard let installed = InstalledModel(file: file) else { throw .notAModel(path: file.path) }
        return installed
    }

    private static func isName(_ name: String) -> Bool {
        (1...64).contains(name.utf8.count) && !name.hasPrefix(".")
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
