import Foundation
import Testing

@testable import Speech

/// A folder that must be refused, and the code of the refusal.
struct DamagedFolder: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let code: String
    let make: @Sendable (URL) throws -> Void

    static func made(
        _ name: String, _ code: String, _ make: @escaping @Sendable (URL) throws -> Void
    ) -> DamagedFolder {
        DamagedFolder(testDescription: name, code: code, make: make)
    }

    /// A good folder with one thing changed.
    static func changed(
        _ name: String, _ code: String, _ change: @escaping @Sendable (inout CT2Fixture) -> Void
    ) -> DamagedFolder {
        made(name, code) { folder in
            var fixture = CT2Fixture()
            change(&fixture)
            try fixture.write(to: folder)
        }
    }

    /// A good folder whose binary is written anew.
    static func binary(
        _ name: String, _ code: String, _ binary: @escaping @Sendable (Data) -> Data
    ) -> DamagedFolder {
        made(name, code) { folder in
            let fixture = CT2Fixture()
            try fixture.write(to: folder)
            try binary(fixture.binary).write(to: folder.appending(path: "model.bin"))
        }
    }

    static let weight = "decoder/layer_0/ffn/linear_0/weight"

    static let all: [DamagedFolder] = [
        .made("nothing in it", "not_a_model") { (_: URL) in },
        .binary("an empty binary", "not_a_model") { (_: Data) in Data() },
        .binary("text", "not_a_model") { (_: Data) in Data(String(repeating: "no model ", count: 99).utf8) },
        .made("a folder called model.bin", "not_a_model") { folder in
            try FileManager.default.createDirectory(
                at: folder.appending(path: "model.bin"), withIntermediateDirectories: true)
        },
        .made("a pipe called model.bin", "not_a_model") { folder in
            mkfifo(folder.appending(path: "model.bin").path, 0o600)
        },
        .changed("an old version", "model_unsupported") { $0.version = 3 },
        .changed("a version to come", "not_a_model") { $0.version = 7 },
        .changed("another network", "model_unsupported") { $0.specification = "TransformerSpec" },
        .binary("cut in the first variable", "model_damaged") { (data: Data) in data.prefix(40) },
        .binary("cut in the middle", "model_damaged") { (data: Data) in data.prefix(data.count / 2) },
        .binary("cut before the last byte", "model_damaged") { (data: Data) in data.dropLast() },
        .changed("more variables than bytes", "model_damaged") { $0.claimedVariables = .max },
        .changed("a name as long as a page", "model_damaged") { fixture in
            fixture.change(weight) { $0.with { $0.name = String(repeating: "x", count: 60_000) } }
        },
        .changed("sizes that overflow", "model_damaged") { fixture in
            fixture.change(weight) { $0.with { $0.dimensions = Array(repeating: .max, count: 255) } }
        },
        .changed("sizes that do not fit the bytes", "model_damaged") { fixture in
            fixture.change(weight) { $0.with { $0.dimensions = [256, 65] } }
        },
        .changed("bytes beyond the end", "model_damaged") { fixture in
            fixture.change(weight) { $0.with { $0.claimedBytes = .max } }
        },
        .changed("a missing weight", "model_damaged") { $0.change(weight) { _ in nil } },
        .changed("a missing embedding", "model_damaged") {
            $0.change("decoder/embeddings/weight") { _ in nil }
        },
        .changed("a weight twice", "model_damaged") { $0.variables.append($0.variables[0]) },
        .changed("a weight on its side", "model_damaged") { fixture in
            fixture.change(weight) { $0.with { $0.dimensions.reverse() } }
        },
        .changed("one dimension for a table", "model_damaged") { fixture in
            fixture.change("decoder/embeddings/weight") { $0.with { $0.dimensions = [51_864 * 64] } }
        },
        .changed("a type that weights do not have", "model_unsupported") { fixture in
            fixture.change(weight) { $0.with { $0.type = 2 } }
        },
        .changed("a type that does not exist", "model_unsupported") { fixture in
            fixture.change(weight) { $0.with { $0.type = 200 } }
        },
        .made("8-bit weights without scales", "model_damaged") { folder in
            var fixture = CT2Fixture(.int8)
            fixture.change(weight + "_scale") { _ in nil }
            try fixture.write(to: folder)
        },
        .made("8-bit weights with a scale too few", "model_damaged") { folder in
            var fixture = CT2Fixture(.int8)
            fixture.change(weight + "_scale") {
                $0.with {
                    $0.dimensions = [255]
                    $0.bytes = $0.bytes.dropLast(4)
                }
            }
            try fixture.write(to: folder)
        },
        // Known only while the tensor is written.
        .changed("an infinite weight", "model_damaged") { fixture in
            fixture.change(weight) { $0.with { $0.bytes.replaceSubrange(64..<66, with: [0x00, 0x7C]) } }
        },
        .changed("a weight that is no number", "model_damaged") { fixture in
            fixture.change(weight) { $0.with { $0.bytes.replaceSubrange(64..<66, with: [0x01, 0xFE]) } }
        },
        .made("a state that is no multiple of 64", "model_unsupported") { folder in
            try CT2Fixture(state: 32).write(to: folder)
        },
        .made("no second part", "model_damaged") { folder in
            try CT2Fixture().write(to: folder, parts: 3)
            try FileManager.default.removeItem(at: folder.appending(path: "model.bin.part2"))
        },
        .made("no tokenizer", "model_damaged") { folder in
            try CT2Fixture().write(to: folder)
            try FileManager.default.removeItem(at: folder.appending(path: "tokenizer.json"))
        },
        .changed("a tokenizer that is no JSON", "model_damaged") { $0.tokenizer = "{" },
        .changed("a tokenizer of brackets", "model_damaged") {
            $0.tokenizer = String(repeating: "[", count: 100_000)
        },
        .changed("a tokenizer without words", "model_damaged") { $0.words = [:] },
        .changed("words with a gap", "model_damaged") { $0.words["!"] = 9 },
        .changed("a word below zero", "model_damaged") { $0.words["!"] = -1 },
        .changed("two words with one number", "model_damaged") { $0.words["!"] = 1 },
    ]
}

extension CT2Fixture.Variable {
    func with(_ change: (inout Self) -> Void) -> Self {
        var copy = self
        change(&copy)
        return copy
    }
}

@Suite("Damaged and hostile CTranslate2 folders")
struct DamagedFolderTests {
    @Test("It is refused with a reason, and nothing is left behind", arguments: DamagedFolder.all)
    func refused(_ example: DamagedFolder) throws {
        try withFolder { folder in
            let source = folder.appending(path: "source")
            try FileManager.default.createDirectory(at: source, withIntermediateDirectories: true)
            try example.make(source)
            let models = folder.appending(path: "models")
            let error = #expect(throws: ModelError.self) {
                _ = try ModelCatalogue(folders: [models]).importFolder(source, as: .q8)
            }
            #expect(error?.code == example.code, "\(error?.sentence ?? "")")
            #expect(names(in: models) == [])
        }
    }
}
