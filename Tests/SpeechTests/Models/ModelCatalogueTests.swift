import Foundation
import Kernel
import Testing

@testable import Speech

@Suite("The models of an installation")
struct ModelCatalogueTests {
    /// A folder with an imported model called `small` and a catalogue of `names` under it.
    private func withModel<T>(_ body: (URL, InstalledModel) throws -> T) throws -> T {
        try withFolder { folder in
            let source = folder.appending(path: "source")
            try CT2Fixture().write(to: source)
            let catalogue = ModelCatalogue(folders: [folder.appending(path: "made")])
            return try body(
                folder, try catalogue.importFolder(source, as: .q8, ModelOrigin(name: "small", licence: "MIT")))
        }
    }

    private func voiceModel() -> Data {
        Data([0x6C, 0x6D, 0x67, 0x67, 10, 0, 0, 0]) + Data("silero-16k".utf8) + Data(repeating: 0, count: 64)
    }

    @Test("Folders are looked through in the order of the documentation")
    func order() {
        let data = URL(fileURLWithPath: "/data", isDirectory: true)
        let override = URL(fileURLWithPath: "/override", isDirectory: true)
        func paths(_ first: URL?) -> [String] {
            ModelCatalogue.standard(dataFolder: data, first: first).folders.map(\.path)
        }
        #expect(paths(override).prefix(2) == ["/override", "/data/models"])
        #expect(paths(nil).first == "/data/models")
        // The tests lie in a checkout.
        #expect(paths(nil).last?.hasSuffix("/.deps/models") == true)
    }

    @Test("Of two files with one name the first folder's is found; without a manifest a file is what its head says")
    func search() throws {
        try withModel { folder, model in
            let (first, second) = (folder.appending(path: "first"), folder.appending(path: "second"))
            for place in [first, second] {
                try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
                try FileManager.default.copyItem(at: model.file, to: place.appending(path: "ggml-base.en-q8_0.bin"))
            }
            try Data("no model".utf8).write(to: first.appending(path: "ggml-notes.bin"))
            let catalogue = ModelCatalogue(folders: [folder.appending(path: "nowhere"), first, second])
            let found = try catalogue.find("base.en")
            #expect(found.name == "base.en-q8_0")
            #expect(found.file.path == first.appending(path: "ggml-base.en-q8_0.bin").path)
            #expect(found.quantisation == "q8_0")
            #expect(found.multilingual == false)
            #expect(found.languages == ["en"])
            #expect(found.sha256 == nil)
            #expect(catalogue.models() == [found])
        }
    }

    @Test("A manifest of another file is left out of account")
    func foreignManifest() throws {
        try withModel { _, model in
            let handle = try FileHandle(forWritingTo: model.file)
            try handle.truncate(atOffset: UInt64(model.bytes - 1))
            try handle.close()
            #expect(InstalledModel(file: model.file)?.licence == nil)
        }
    }

    @Test("Without a name: the one in use, else base, else the first")
    func unnamed() throws {
        try withModel { folder, model in
            let catalogue = ModelCatalogue(folders: [folder.appending(path: "models")])
            #expect(throws: ModelError.noneInstalled) { try catalogue.find(nil) }
            _ = try catalogue.add(model.file, ModelOrigin(name: "alpha"))
            #expect(try catalogue.find(nil).name == "alpha")
            _ = try catalogue.add(model.file, ModelOrigin(name: "base"))
            #expect(try catalogue.find(nil).name == "base")
            try catalogue.use("alpha")
            #expect(try catalogue.find(nil).name == "alpha")
            #expect(throws: ModelError.missing(name: "beta")) { try catalogue.use("beta") }
            #expect(catalogue.inUse == "alpha")
        }
    }

    @Test(
        "What is missing says which command installs it",
        arguments: [
            (ModelError.missing(name: "base"), "scripts/models"), (.missing(name: "tiny.en"), "scripts/models"),
            (.missing(name: "large-v3"), "rounds models import FOLDER --name large-v3"),
            (.noneInstalled, "scripts/models"), (.voiceActivityMissing, "scripts/setup"),
        ])
    func advice(error: ModelError, command: String) {
        #expect(error.sentence.contains(command))
        #expect(error.code == "model_missing")
    }

    @Test("The voice activity model is known by its head and is no speech model")
    func voiceActivity() throws {
        try withFolder { folder in
            let catalogue = ModelCatalogue(folders: [folder.appending(path: "models")])
            #expect(throws: ModelError.voiceActivityMissing) { try catalogue.voiceActivityModel() }
            let file = folder.appending(path: "silero-v6.2.0.bin")
            try voiceModel().write(to: file)
            let added = try catalogue.add(file)
            #expect(added.kind == .vad)
            #expect(try catalogue.voiceActivityModel() == added.file)
            #expect(catalogue.models().isEmpty)
        }
    }

    @Test("An added file is the same bytes, with the manifest that stood beside it")
    func added() throws {
        try withModel { folder, model in
            let copy = try ModelCatalogue(folders: [folder.appending(path: "models")]).add(model.file)
            #expect(copy.name == "small")
            #expect(copy.licence == "MIT")
            #expect(copy.sha256 == model.sha256)
            #expect(try Data(contentsOf: copy.file) == Data(contentsOf: model.file))
        }
    }

    @Test("A name is used once")
    func taken() throws {
        try withModel { folder, model in
            let catalogue = ModelCatalogue(folders: [folder.appending(path: "models")])
            _ = try catalogue.add(model.file)
            #expect(throws: ModelError.nameTaken("small")) { try catalogue.add(model.file) }
            #expect(names(in: catalogue.folders[0]) == ["ggml-small-q8_0.bin", "ggml-small-q8_0.json"])
        }
    }

    @Test(
        "A name that is no name is refused",
        arguments: ["", ".small", "../small", "a/b", "a b", "größe", "a\0b", String(repeating: "a", count: 65)])
    func invalid(name: String) throws {
        try withModel { folder, model in
            let models = folder.appending(path: "models")
            #expect(throws: ModelError.invalidName(name)) {
                try ModelCatalogue(folders: [models]).add(model.file, ModelOrigin(name: name))
            }
            #expect(names(in: models) == [])
        }
    }

    @Test("A folder that cannot be written is told, not a crash")
    func unwritable() throws {
        try withModel { folder, model in
            let file = folder.appending(path: "file")
            try Data().write(to: file)
            let error = #expect(throws: ModelError.self) {
                try ModelCatalogue(folders: [file.appending(path: "models")]).add(model.file)
            }
            #expect(error?.code == "models_unwritable")
        }
    }
}
