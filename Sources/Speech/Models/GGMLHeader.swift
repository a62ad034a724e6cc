import CWhisper
import Foundation

/// The head of a GGML file of whisper.cpp, enough to say what the file is.
struct GGMLHeader {
    static let magic = 0x6767_6d6c
    private static let voiceActivity = "silero-16k"

    let kind: ModelKind
    /// nil for a voice activity model.
    let shape: WhisperShape?
    let weights: Quantisation
    /// Size of the file; 0 for one that is still to be written.
    let bytes: Int

    var quantisation: String { weights.name }
    var multilingual: Bool { shape?.multilingual ?? false }

    /// The codes of Whisper's languages in the order of their tokens.
    var languages: [String] {
        guard let shape else { return [] }
        let count = min(shape.languageCount, Int(whisper_lang_max_id()) + 1)
        return (0..<count).map { String(cString: whisper_lang_str(Int32($0))) }
    }

    /// The head of a file to be written.
    init(shape: WhisperShape, weights: Quantisation) {
        kind = .whisper
        self.shape = shape
        self.weights = weights
        bytes = 0
    }

    init(reading file: URL) throws(ModelError) {
        var reader = ByteReader(try JoinedFile([file], path: file.path))
        try self.init(&reader)
    }

    /// Leaves the reader behind the numbers of a Whisper head.
    init(_ reader: inout ByteReader) throws(ModelError) {
        let file = reader.file
        bytes = file.count
        guard file.count >= 48, try reader.uint32() == Self.magic else { throw .notAModel(path: file.path) }
        let first = try reader.int32()
        if first == Self.voiceActivity.utf8.count {
            guard try reader.bytes(first) == Array(Self.voiceActivity.utf8) else { throw .notAModel(path: file.path) }
            kind = .vad
            shape = nil
            weights = .f32
            return
        }
        let shape = WhisperShape(
            vocabulary: first, audioContext: try reader.int32(), audioState: try reader.int32(),
            audioHeads: try reader.int32(), audioLayers: try reader.int32(), textContext: try reader.int32(),
            textState: try reader.int32(), textHeads: try reader.int32(), textLayers: try reader.int32(),
            mels: try reader.int32())
        if let fault = shape.fault { throw .unsupported(path: file.path, what: "it has \(fault)") }
        let type = try reader.int32()
        guard type >= 0, let weights = Quantisation.of(fileType: type) else {
            throw .unsupported(path: file.path, what: "its quantisation has the number \(type)")
        }
        kind = .whisper
        self.shape = shape
        self.weights = weights
    }
}
