/// A CTranslate2 folder as a Whisper model.
extension CT2Model {
    /// The sizes of the model, from the sizes of its variables.
    func shape() throws(ModelError) -> WhisperShape {
        let embeddings = try sizes("decoder/embeddings/weight", 2)
        let state = embeddings[1]
        let shape = WhisperShape(
            vocabulary: embeddings[0], audioContext: try sizes("encoder/position_encodings/encodings", 2)[0],
            audioState: state, audioHeads: state / 64, audioLayers: layers("encoder/layer_"),
            textContext: try sizes("decoder/position_encodings/encodings", 2)[0],
            textState: state, textHeads: state / 64, textLayers: layers("decoder/layer_"),
            mels: try sizes("encoder/conv1/weight", 3)[1])
        if let fault = shape.fault { throw .unsupported(path: path, what: "it has \(fault)") }
        return shape
    }

    /// The variable that a tensor is taken from and, of 8-bit weights, the scales of its rows.
    func source(of tensor: WhisperTensor) throws(ModelError) -> TensorSource {
        let name = tensor.source.variable
        let variable = try variable(name)
        var expected = tensor.dimensions
        // The bias of a convolution is a column in GGML alone.
        if expected.count == 2, expected[1] == 1 { expected.removeLast() }
        let rows = expected[0]
        expected[0] = rows * tensor.source.count
        guard variable.dimensions == expected else {
            throw .damaged(path: path, what: "“\(name)” has the sizes \(variable.dimensions), not \(expected)")
        }
        guard let element = variable.element else {
            throw .unsupported(path: path, what: "“\(name)” is of a type that is not known here")
        }
        let rowElements = tensor.elements / rows
        let firstRow = rows * tensor.source.index
        var scales: Int?
        if element == .int8 {
            let scale = try self.variable(name + "_scale")
            guard scale.element == .float32, scale.dimensions == [expected[0]] else {
                throw .damaged(path: path, what: "“\(name)_scale” does not fit its weights")
            }
            scales = scale.offset + firstRow * 4
        }
        return TensorSource(
            file: file, element: element, offset: variable.offset + firstRow * rowElements * element.bytes,
            rows: rows, rowElements: rowElements, scales: scales)
    }

    private func variable(_ name: String) throws(ModelError) -> Variable {
        guard let variable = variables[name] else { throw .damaged(path: path, what: "“\(name)” is missing") }
        return variable
    }

    private func sizes(_ name: String, _ rank: Int) throws(ModelError) -> [Int] {
        let dimensions = try variable(name).dimensions
        guard dimensions.count == rank else { throw .damaged(path: path, what: "“\(name)” has other dimensions") }
        return dimensions
    }

    /// How many layers have a number: `encoder/layer_0/…`, not `encoder/layer_norm/…`.
    private func layers(_ prefix: String) -> Int {
        var found: Set<Substring> = []
        for name in variables.keys where name.hasPrefix(prefix) {
            let number = name.dropFirst(prefix.count).prefix { $0 != "/" }
            if Int(number) != nil { found.insert(number) }
        }
        return found.count
    }
}

/// Where the numbers of a tensor lie: whole rows, one after the other.
struct TensorSource {
    let file: JoinedFile
    let element: CT2Model.Element
    let offset: Int
    let rows: Int
    let rowElements: Int
    /// Where the scales of 8-bit rows lie: 32-bit floats, one for each row.
    let scales: Int?
}
