package import Foundation

/// The models of this installation. Folders are looked through in their order; the first file of a name wins.
/// Nothing is kept in memory: a model that is put into a folder is there at once.
package struct ModelCatalogue: Sendable {
    package let folders: [URL]
    /// Name of the model that the settings of the installation ask for; it comes before the one in use.
    package let preferred: String?

    package init(folders: [URL], preferred: String? = nil) {
        self.folders = folders
        self.preferred = preferred
    }

    /// The folder that flag or settings name, then `models` of the data folder, then `.deps/models` of the checkout that
    /// the executable lies in.
    package static func standard(
        dataFolder: URL?, first: URL? = nil, preferred: String? = nil
    ) -> ModelCatalogue {
        var folders: [URL] = []
        if let first { folders.append(first) }
        if let dataFolder { folders.append(dataFolder.appending(path: "models", directoryHint: .isDirectory)) }
        if let checkout = checkoutFolder() { folders.append(checkout) }
        return ModelCatalogue(folders: folders, preferred: preferred)
    }

    /// Speech models in the order of the folders, within a folder by name.
    package func models() -> [InstalledModel] {
        all().filter { $0.kind == .whisper }
    }

    /// Models of every kind; of two with one name and kind the one that is found first.
    package func all() -> [InstalledModel] {
        var seen: Set<[String]> = []
        return folders.flatMap(Self.models(in:)).filter { seen.insert([$0.kind.rawValue, $0.name]).inserted }
    }

    /// The model of this name, with or without its quantisation (`base` finds `base-q8_0`); without a name the
    /// preferred one, else the one in use, else base, else the first. The file is looked through before it is handed out, so that one cut short is an
    /// error here and not in the recogniser.
    package func find(_ name: String?) throws(ModelError) -> InstalledModel {
        let models = models()
        let found: InstalledModel?
        if let name = name ?? preferred {
            found = Self.find(name, in: models)
            if found == nil { throw .missing(name: name) }
        } else {
            found = inUse.flatMap { Self.find($0, in: models) } ?? Self.find("base", in: models) ?? models.first
        }
        guard let found else { throw .noneInstalled }
        try GGMLCheck.check(found.file)
        return found
    }

    package func voiceActivityModel() throws(ModelError) -> URL {
        guard let found = all().first(where: { $0.kind == .vad }) else { throw .voiceActivityMissing }
        return found.file
    }

    private static func find(_ name: String, in models: [InstalledModel]) -> InstalledModel? {
        models.first { $0.name == name } ?? models.first { $0.plainName == name }
    }

    private static func models(in folder: URL) -> [InstalledModel] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().filter { $0.hasSuffix(".bin") && !$0.hasPrefix(".") }
            .compactMap { InstalledModel(file: folder.appending(path: $0)) }
    }

    private static func checkoutFolder() -> URL? {
        guard let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else {
            return nil
        }
        var folder = URL(fileURLWithPath: executable).deletingLastPathComponent()
        while folder.path != "/" {
            let package = folder.appending(path: "Package.swift").path
            let models = folder.appending(path: ".deps/models", directoryHint: .isDirectory)
            if FileManager.default.fileExists(atPath: package) { return models }
            folder.deleteLastPathComponent()
        }
        return nil
    }
}
