package import Foundation

/// Looks through a GGML file before the recogniser gets it: whisper.cpp trusts the lengths in a file, and one that was
/// cut short or made up would end the process. Reads heads only, not the weights.
package enum GGMLCheck {
    package static func check(_ file: URL) throws(ModelError) {
        var reader = ByteReader(try JoinedFile([file], path: file.path))
        let header = try GGMLHeader(&reader)
        // The voice activity model comes with whisper.cpp; its weights are a few hundred kilobytes without a plan.
        guard let shape = header.shape else { return }
        try filters(&reader, shape)
        try vocabulary(&reader, shape)
        try tensors(&reader, shape, header.weights)
    }

    private static func filters(_ reader: inout ByteReader, _ shape: WhisperShape) throws(ModelError) {
        guard try reader.int32() == shape.mels, try reader.int32() == MelFilters.bins else {
            throw .damaged(path: reader.file.path, what: "its mel filters have another size")
        }
        try reader.skip(shape.mels * MelFilters.bins * 4)
    }

    private static func vocabulary(_ reader: inout ByteReader, _ shape: WhisperShape) throws(ModelError) {
        let count = try reader.int32()
        guard (1...shape.vocabulary).contains(count) else {
            throw .damaged(path: reader.file.path, what: "its vocabulary has \(count) words")
        }
        for _ in 0..<count { try reader.skip(try reader.uint32()) }
    }

    private static func tensors(
        _ reader: inout ByteReader, _ shape: WhisperShape, _ weights: Quantisation
    ) throws(ModelError) {
        var missing = Dictionary(uniqueKeysWithValues: shape.tensors.map { ($0.name, $0) })
        while !reader.isAtEnd {
            let (rank, length, type) = (try reader.int32(), try reader.int32(), try reader.int32())
            guard (1...3).contains(rank), (1...256).contains(length) else {
                throw .damaged(path: reader.file.path, what: "a tensor has \(rank) dimensions")
            }
            var dimensions: [Int] = []
            for _ in 0..<rank { dimensions.insert(try reader.int32(), at: 0) }
            let name = String(decoding: try reader.bytes(length), as: UTF8.self)
            guard let tensor = missing.removeValue(forKey: name) else {
                throw .damaged(path: reader.file.path, what: "the tensor “\(name)” has no place in it")
            }
            let form = weights.of(tensor.form)
            guard dimensions == tensor.dimensions, type == form.tensorType,
                let bytes = form.bytes(elements: tensor.elements, row: tensor.dimensions.last ?? 1)
            else { throw .damaged(path: reader.file.path, what: "the tensor “\(name)” has another shape or type") }
            try reader.skip(bytes)
        }
        if let name = missing.keys.min() {
            throw .damaged(path: reader.file.path, what: "the tensor “\(name)” is missing")
        }
    }
}
