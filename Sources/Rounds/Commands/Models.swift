import ArgumentParser
import Foundation
import Speech

struct Models: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Speech models: what is there, what is used, how to get more.",
        subcommands: [ModelsList.self, ModelsAdd.self, ModelsImport.self, ModelsUse.self, ModelsTest.self])
}

/// Where models are; the same for every command that needs one.
struct ModelOptions: ParsableArguments {
    @OptionGroup var data: DataOptions

    @Option(help: "Folder of models to look in first, and to add to. Default: ROUNDS_MODELS, then models in the data.")
    var modelsDir: String?

    func catalogue() throws -> ModelCatalogue {
        try data.models(in: modelsDir)
    }
}

/// What the manifest of a new model says besides what its file says.
struct ModelOriginOptions: ParsableArguments {
    @Option(help: "Name of the model. Default: from the file or folder (ggml-small.bin is small).")
    var name: String?

    @Option(help: "Its licence, as an SPDX identifier: MIT.")
    var licence: String?

    @Option(help: "Where it comes from, in words.")
    var source: String?

    var origin: ModelOrigin { ModelOrigin(name: name, licence: licence, source: source) }
}

struct ModelsAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a GGML file of whisper.cpp: it is checked and copied.")

    @Argument(help: "The file, such as ggml-small-q5_1.bin.")
    var file: String

    @OptionGroup var description: ModelOriginOptions
    @OptionGroup var options: ModelOptions

    func run() throws {
        let model = try options.catalogue().add(URL(fileURLWithPath: file), description.origin)
        print("\(model.name)\t\(model.file.path)")
    }
}

struct ModelsImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import a CTranslate2 folder of Whisper, as faster-whisper keeps it.",
        discussion: "The folder holds tokenizer.json and model.bin, or model.bin.part1, model.bin.part2 and so on.")

    @Argument(help: "The folder.", completion: .directory)
    var folder: String

    @Option(help: "f16, or q8_0 with half the size.")
    var format = ImportFormat.q8

    @OptionGroup var description: ModelOriginOptions
    @OptionGroup var options: ModelOptions

    func run() throws {
        let folder = URL(fileURLWithPath: folder, isDirectory: true)
        let model = try options.catalogue().importFolder(folder, as: format, description.origin)
        print("\(model.name)\t\(model.file.path)")
    }
}

extension ImportFormat: ExpressibleByArgument {}

struct ModelsUse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "use", abstract: "Choose the model that is used when none is named.")

    @Argument(help: "Name of the model.")
    var name: String

    @OptionGroup var options: ModelOptions

    func run() throws {
        try options.catalogue().use(name)
    }
}
