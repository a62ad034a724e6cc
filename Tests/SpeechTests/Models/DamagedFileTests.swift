import Foundation
import Testing

@testable import Speech

/// A change to a good GGML file that whisper.cpp must never see.
struct DamagedFile: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let code: String
    let change: @Sendable (inout Data) -> Void

    init(_ name: String, _ code: String, _ change: @escaping @Sendable (inout Data) -> Void) {
        testDescription = name
        self.code = code
        self.change = change
    }

    /// One of the twelve numbers of the head.
    static func head(_ index: Int, _ number: Int32, _ code: String = "model_unsupported") -> DamagedFile {
        DamagedFile("number \(index) of the head is \(number)", code) { $0.set(number, at: 4 * index) }
    }

    /// Where the vocabulary begins: behind the head and the mel filters.
    static let vocabulary = 56 + 80 * 201 * 4
    /// Where the first tensor begins: five words of 1 to 3 bytes, each behind its length.
    static let firstTensor = vocabulary + 4 + 5 * 4 + (1 + 2 + 1 + 1 + 3)

    static let all: [DamagedFile] = [
        DamagedFile("empty", "not_a_model") { $0 = Data() },
        head(0, 0, "not_a_model"), head(1, -1), head(1, 50_000), head(1, .max), head(2, 0), head(3, -64), head(3, 100),
        head(3, .max), head(4, 7), head(5, .max), head(6, 0), head(7, 128), head(9, .min), head(10, 81), head(11, 4),
        head(11, -1), head(11, 99), head(12, 128, "model_damaged"), head(13, .max, "model_damaged"),
        DamagedFile("cut in the head", "not_a_model") { $0 = $0.prefix(30) },
        DamagedFile("cut in the filters", "model_damaged") { $0 = $0.prefix(9_000) },
        DamagedFile("cut in a tensor", "model_damaged") { $0 = $0.prefix($0.count / 2) },
        DamagedFile("cut before the last byte", "model_damaged") { $0.removeLast() },
        DamagedFile("no tensors", "model_damaged") { $0 = $0.prefix(firstTensor) },
        DamagedFile("a vocabulary without end", "model_damaged") { $0.set(.max, at: vocabulary) },
        DamagedFile("a vocabulary below zero", "model_damaged") { $0.set(-1, at: vocabulary) },
        DamagedFile("a word as long as the file", "model_damaged") { $0.set(-1, at: vocabulary + 4) },
        DamagedFile("a tensor of nine dimensions", "model_damaged") { $0.set(9, at: firstTensor) },
        DamagedFile("a name below zero", "model_damaged") { $0.set(-1, at: firstTensor + 4) },
        DamagedFile("another type", "model_damaged") { $0.set(1, at: firstTensor + 8) },
        DamagedFile("another size", "model_damaged") { $0.set(65, at: firstTensor + 12) },
        DamagedFile("another name", "model_damaged") { $0[firstTensor + 20] = 0x58 },
        DamagedFile("bytes behind the end", "model_damaged") { $0.append(contentsOf: [2, 0, 0, 0]) },
    ]
}

extension Data {
    fileprivate mutating func set(_ number: Int32, at offset: Int) {
        Swift.withUnsafeBytes(of: number.littleEndian) { replaceSubrange(offset..<offset + 4, with: $0) }
    }
}

@Suite("Damaged and hostile GGML files")
struct DamagedFileTests {
    @Test("A file that was changed is refused; the one it was made from is not")
    func refused() throws {
        try withFolder { folder in
            let source = folder.appending(path: "source")
            var fixture = CT2Fixture()
            fixture.words["<|endoftext|>"] = nil
            try fixture.write(to: source)
            let model = try ModelCatalogue(folders: [folder.appending(path: "made")]).importFolder(source, as: .q8)
            let good = try Data(contentsOf: model.file)
            let models = folder.appending(path: "models")
            for example in DamagedFile.all {
                var data = good
                example.change(&data)
                let file = folder.appending(path: "ggml-changed.bin")
                try data.write(to: file)
                let error = #expect(throws: ModelError.self, "\(example.testDescription)") {
                    try ModelCatalogue(folders: [models]).add(file)
                }
                #expect(error?.code == example.code, "\(example.testDescription): \(error?.sentence ?? "")")
                #expect(names(in: models) == [], "\(example.testDescription)")
            }
            // In a folder of models it is not handed to the recogniser either.
            try good.prefix(good.count / 2).write(to: model.file)
            #expect(throws: ModelError.self) {
                try ModelCatalogue(folders: [folder.appending(path: "made")]).find(nil)
            }
        }
    }
}
