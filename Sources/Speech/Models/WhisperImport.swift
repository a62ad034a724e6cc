import Foundation

/// Writes a CTranslate2 Whisper model as whisper.cpp reads it: magic, sizes, mel filters, vocabulary, tensors. One piece
/// of one tensor is in memory at a time.
struct WhisperImport {
    let folder: URL
    let model: CT2Model
    let head: GGMLHeader

    func write(to file: ModelFile) throws(ModelError) {
        guard let shape = head.shape else { throw .notAModel(path: folder.path) }
        let words = try WhisperVocabulary.words(of: folder)
        guard words.count <= shape.vocabulary else {
            throw .damaged(path: folder.path, what: "it has more words than weights for them")
        }
        // Every source is looked up before anything is written: a missing one is told at once.
        var tensors: [(WhisperTensor, TensorSource)] = []
        for tensor in shape.tensors { tensors.append((tensor, try model.source(of: tensor))) }

        try file.write(numbers: [GGMLHeader.magic] + shape.numbers + [head.weights.fileType])
        try file.write(numbers: [shape.mels, MelFilters.bins])
        for weight in MelFilters.weights(mels: shape.mels) { try file.write(numbers: [Int(weight.bitPattern)]) }
        try file.write(numbers: [words.count])
        for word in words {
            try file.write(numbers: [word.count])
            try file.write(word)
        }
        let converter = TensorConverter()
        for (tensor, source) in tensors {
            let form = head.weights.of(tensor.form)
            try file.write(numbers: [tensor.dimensions.count, tensor.name.utf8.count, form.tensorType])
            try file.write(numbers: tensor.dimensions.reversed())
            try file.write(Array(tensor.name.utf8))
            try converter.write(source, as: form, to: file)
        }
    }
}
