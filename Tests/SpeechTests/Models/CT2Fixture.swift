import Foundation

@testable import Speech

/// A CTranslate2 Whisper folder with one layer on each side and weights out of a small generator: always the same.
struct CT2Fixture {
    struct Variable {
        var name: String
        var dimensions: [UInt32]
        var type: UInt8
        var bytes: Data
        /// What the file says; nil: the truth.
        var claimedBytes: UInt32?
    }

    var version: UInt32 = 6
    var specification = "WhisperSpec"
    var variables: [Variable] = []
    var claimedVariables: UInt32?
    var words: [String: Int] = ["Ġa": 1, "!": 0, "Ċ": 2, "é": 3, "漢": 4, "<|endoftext|>": 5]
    var tokenizer: String?

    init(_ element: CT2Model.Element = .float16, state: Int = 64) {
        let shape = WhisperShape(
            vocabulary: 51_864, audioContext: 1_500, audioState: state, audioHeads: 1, audioLayers: 1, textContext: 448,
            textState: state, textHeads: 1, textLayers: 1, mels: 80)
        var seen: Set<String> = []
        for tensor in shape.tensors where seen.insert(tensor.source.variable).inserted {
            var dimensions = tensor.dimensions
            if dimensions.last == 1 { dimensions.removeLast() }
            dimensions[0] *= tensor.source.count
            append(tensor.source.variable, dimensions, dimensions.count > 1 ? element : .float32)
        }
        variables.append(Variable(name: "decoder/activation", dimensions: [], type: 1, bytes: Data([0])))
    }

    private mutating func append(_ name: String, _ dimensions: [Int], _ element: CT2Model.Element) {
        let count = dimensions.reduce(1, *)
        // A run of 4,096 values that repeats, shifted by the number of the variable; every hundredth block is zero.
        var state = UInt32(variables.count + 1)
        var tile = Data()
        for place in 0..<4_096 {
            state = state &* 1_664_525 &+ 1_013_904_223
            let number = place / 32 % 100 == 7 ? 0 : Int(state >> 16) % 255 - 127
            switch element {
            case .int8: tile.append(UInt8(bitPattern: Int8(number)))
            case .float16: Self.append(Float16(Float(number) / 96).bitPattern, to: &tile)
            case .float32: Self.append((Float(number) / 96).bitPattern, to: &tile)
            }
        }
        var bytes = Data(capacity: count * element.bytes + tile.count)
        while bytes.count < count * element.bytes { bytes.append(tile) }
        let sizes = dimensions.map(UInt32.init)
        let type = UInt8(element.rawValue)
        variables.append(
            Variable(name: name, dimensions: sizes, type: type, bytes: bytes.prefix(count * element.bytes)))
        guard element == .int8 else { return }
        var scales = Data()
        for row in 0..<dimensions[0] { Self.append((Float(row % 50) + 40.3).bitPattern, to: &scales) }
        variables.append(Variable(name: name + "_scale", dimensions: [sizes[0]], type: 0, bytes: scales))
    }

    /// Changes the variable of this name; nil takes it out.
    mutating func change(_ name: String, _ change: (Variable) -> Variable?) {
        variables = variables.flatMap { $0.name == name ? change($0).map { [$0] } ?? [] : [$0] }
    }

    func write(to folder: URL, parts: Int = 1) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let binary = binary
        let size = binary.count / parts + 1
        for part in 0..<parts {
            let name = parts == 1 ? "model.bin" : "model.bin.part\(part + 1)"
            try binary.dropFirst(part * size).prefix(size).write(to: folder.appending(path: name))
        }
        let json: [String: Any] = [
            "added_tokens": [["id": 5, "content": "<|endoftext|>"]], "model": ["vocab": words],
        ]
        try (tokenizer.map { Data($0.utf8) } ?? JSONSerialization.data(withJSONObject: json))
            .write(to: folder.appending(path: "tokenizer.json"))
    }

    var binary: Data {
        var data = Data()
        Self.append(version, to: &data)
        Self.append(specification, to: &data)
        Self.append(UInt32(3), to: &data)
        Self.append(claimedVariables ?? UInt32(variables.count), to: &data)
        for variable in variables {
            Self.append(variable.name, to: &data)
            data.append(UInt8(variable.dimensions.count))
            for dimension in variable.dimensions { Self.append(dimension, to: &data) }
            data.append(variable.type)
            Self.append(variable.claimedBytes ?? UInt32(variable.bytes.count), to: &data)
            data.append(variable.bytes)
        }
        return data
    }

    private static func append(_ text: String, to data: inout Data) {
        append(UInt16(text.utf8.count + 1), to: &data)
        data.append(contentsOf: Array(text.utf8) + [0])
    }

    private static func append(_ number: some FixedWidthInteger, to data: inout Data) {
        withUnsafeBytes(of: number.littleEndian) { data.append(contentsOf: $0) }
    }
}

/// A folder that is gone after the test.
func withFolder<T>(_ body: (URL) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rounds-models-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}

/// Everything in a folder, hidden files too.
func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
}
