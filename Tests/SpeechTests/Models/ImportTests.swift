import Foundation
import Kernel
import Testing

@testable import Speech

/// The hashes are those of the reference converter (numpy) on the same folders, mel filters left out.
struct ImportCase: CustomTestStringConvertible {
    let element: CT2Model.Element
    let format: ImportFormat
    let hash: String
    var testDescription: String { "\(element) to \(format.rawValue)" }
}

@Suite("Import of CTranslate2 folders")
struct ImportTests {
    /// Magic, sizes and the two numbers before the mel filters; the filters.
    private static let head = 56
    private static let filters = 80 * 201 * 4

    @Test(
        "Words and tensors are the reference's, byte for byte",
        arguments: [
            ImportCase(
                element: .float16, format: .f16,
                hash: "9ef91f5f7d886ce214830ea3798c6b60670811e74042708c9f069d24a9127ed2"),
            ImportCase(
                element: .float16, format: .q8, hash: "6f9b2882add64c7f2c5f9f5e3e32c8d8cb1da3fbd2a3e4421d79a333485075f1"
            ),
            ImportCase(
                element: .float32, format: .f16,
                hash: "fb84be61344d6de32fb1aa6c6a047e64dcf05b5da74fd74bc240f6bd050ad9ce"),
            ImportCase(
                element: .float32, format: .q8, hash: "88ac8a651c9e2eec78bb6e40c400e486613fafb673b86d63e740f5deba5c2a5c"
            ),
            ImportCase(
                element: .int8, format: .f16, hash: "a94d40677c00b84e4e733c3024b3a87681888c3b6cb792779a08724e8424c7a9"),
            ImportCase(
                element: .int8, format: .q8, hash: "89397daca301fc2b147c567ce7449d90458a12a5b559f7c4723dbaf37ad69dd9"),
        ])
    func likeTheReference(_ example: ImportCase) throws {
        try withFolder { folder in
            let source = folder.appending(path: "whisper-small")
            try CT2Fixture(example.element).write(to: source)
            let catalogue = ModelCatalogue(folders: [folder.appending(path: "models")])
            let model = try catalogue.importFolder(source, as: example.format)
            let data = try Data(contentsOf: model.file)
            let rest = data.prefix(Self.head) + data.dropFirst(Self.head + Self.filters)
            #expect(Digest.sha256Hex(rest) == example.hash)
            #expect(model.name == "small")
            #expect(model.quantisation == example.format.rawValue)
            #expect(model.sha256 == Digest.sha256Hex(data))
            #expect(model.bytes == data.count)
            #expect(model.languages == ["en"])
            #expect(try catalogue.find("small") == model)
        }
    }

    @Test("A binary in parts is the same model, wherever it was cut", arguments: [2, 3, 7])
    func parts(_ count: Int) throws {
        try withFolder { folder in
            try CT2Fixture().write(to: folder.appending(path: "whole"))
            try CT2Fixture().write(to: folder.appending(path: "parts"), parts: count)
            let catalogue = ModelCatalogue(folders: [folder.appending(path: "models")])
            let whole = try catalogue.importFolder(folder.appending(path: "whole"), as: .q8)
            let parts = try catalogue.importFolder(folder.appending(path: "parts"), as: .q8)
            #expect(whole.sha256 == parts.sha256)
        }
    }

    @Test(
        "Mel filters are librosa's",
        arguments: [
            // row, bin, weight: computed once with numpy from the formulas of Slaney's scale
            (0, 1, Float(0.024862595)), (20, 20, 0.013890394), (40, 43, 0.0147355655), (79, 192, 0.0031647116),
            (0, 0, 0), (20, 40, 0), (79, 200, 0),
        ])
    func melFilters(row: Int, bin: Int, weight: Float) {
        let weights = MelFilters.weights(mels: 80)
        #expect(weights.count == 80 * 201)
        #expect(abs(weights[row * 201 + bin] - weight) < 1e-6)
    }

    @Test(
        "A word is the bytes that its characters stand for",
        arguments: [
            ("!", [0x21]), ("Ġa", [0x20, 0x61]), ("Ċ", [0x0A]), ("é", [0xE9]), ("ł", [0xA0]), ("Ń", [0xAD]),
            ("漢", [0xE6, 0xBC, 0xA2]), ("", []),
        ] as [(String, [UInt8])])
    func words(word: String, bytes: [UInt8]) {
        #expect(WhisperVocabulary.bytes(of: word) == bytes)
    }

    @Test(
        "A folder gives its name",
        arguments: [
            ("/m/faster-whisper-tiny.en", "tiny.en"), ("/m/whisper-base", "base"), ("/m/base", "base"),
            ("/m/faster-distil-whisper-small.en", "distil-small.en"),
            ("/c/models--Systran--faster-whisper-large-v3/snapshots/0123abcd", "large-v3"),
        ])
    func named(path: String, name: String) {
        #expect(ModelCatalogue.name(ofImported: URL(fileURLWithPath: path)) == name)
    }

    @Test("What a killed import left is removed by the next, what a running one writes stays")
    func leftovers() throws {
        try withFolder { folder in
            let source = folder.appending(path: "small")
            try CT2Fixture().write(to: source)
            let models = folder.appending(path: "models")
            try FileManager.default.createDirectory(at: models, withIntermediateDirectories: true)
            let dead = ".ggml-old.bin.\(Int32.max).partial"
            let running = ".ggml-new.bin.\(getppid()).partial"
            for name in [dead, running] { try Data("x".utf8).write(to: models.appending(path: name)) }
            _ = try ModelCatalogue(folders: [models]).importFolder(source, as: .q8)
            #expect(names(in: models) == [running, "ggml-small-q8_0.bin", "ggml-small-q8_0.json"])
        }
    }
}
