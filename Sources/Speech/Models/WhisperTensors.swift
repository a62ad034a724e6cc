/// A tensor of a GGML Whisper file and where a CTranslate2 folder has it.
struct WhisperTensor: Hashable, Sendable {
    enum Form: Sendable {
        /// Always 32-bit floats.
        case plain
        /// 16-bit floats, quantised or not.
        case convolution
        /// As the file is quantised.
        case weight
    }

    /// A run of whole rows: part `index` of `count` equal ones.
    struct Source: Hashable, Sendable {
        var variable: String
        var index = 0
        var count = 1
    }

    let name: String
    /// Outermost first, as CTranslate2 and numpy count; GGML writes them the other way round.
    let dimensions: [Int]
    let form: Form
    let source: Source

    var elements: Int { dimensions.reduce(1, *) }
}

extension WhisperShape {
    /// Every tensor in the order in which it is written. CTranslate2 joins what is multiplied with the same input:
    /// query, key and value of self-attention, key and value of attention to the audio. Keys have no bias in Whisper.
    var tensors: [WhisperTensor] {
        let state = audioState
        var list = [
            table("encoder.positional_embedding", audioContext, .plain, "encoder/position_encodings/encodings")
        ]
        for (number, inputs) in [(1, mels), (2, state)] {
            let name = "encoder.conv\(number)"
            let source = "encoder/conv\(number)"
            list.append(
                WhisperTensor(
                    name: "\(name).weight", dimensions: [state, inputs, 3], form: .convolution,
                    source: .init(variable: "\(source)/weight")))
            list.append(
                WhisperTensor(
                    name: "\(name).bias", dimensions: [state, 1], form: .plain,
                    source: .init(variable: "\(source)/bias")))
        }
        list += norm("encoder.ln_post", "encoder/layer_norm")
        for layer in 0..<audioLayers { list += block("encoder", layer, attendsToAudio: false) }
        list.append(table("decoder.positional_embedding", textContext, .plain, "decoder/position_encodings/encodings"))
        list.append(table("decoder.token_embedding.weight", vocabulary, .weight, "decoder/embeddings/weight"))
        list += norm("decoder.ln", "decoder/layer_norm")
        for layer in 0..<textLayers { list += block("decoder", layer, attendsToAudio: true) }
        return list
    }

    private func block(_ side: String, _ layer: Int, attendsToAudio: Bool) -> [WhisperTensor] {
        let state = audioState
        let name = "\(side).blocks.\(layer)"
        let source = "\(side)/layer_\(layer)"
        var list = norm("\(name).attn_ln", "\(source)/self_attention/layer_norm")
        let joined = "\(source)/self_attention/linear_0"
        list += linear("\(name).attn.query", state, state, joined, part: 0, of: 3)
        list += linear("\(name).attn.key", state, state, joined, part: 1, of: 3, bias: false)
        list += linear("\(name).attn.value", state, state, joined, part: 2, of: 3)
        list += linear("\(name).attn.out", state, state, "\(source)/self_attention/linear_1")
        if attendsToAudio {
            list += norm("\(name).cross_attn_ln", "\(source)/attention/layer_norm")
            list += linear("\(name).cross_attn.query", state, state, "\(source)/attention/linear_0")
            let audio = "\(source)/attention/linear_1"
            list += linear("\(name).cross_attn.key", state, state, audio, part: 0, of: 2, bias: false)
            list += linear("\(name).cross_attn.value", state, state, audio, part: 1, of: 2)
            list += linear("\(name).cross_attn.out", state, state, "\(source)/attention/linear_2")
        }
        list += norm("\(name).mlp_ln", "\(source)/ffn/layer_norm")
        list += linear("\(name).mlp.0", 4 * state, state, "\(source)/ffn/linear_0")
        list += linear("\(name).mlp.2", state, 4 * state, "\(source)/ffn/linear_1")
        return list
    }

    private func table(_ name: String, _ rows: Int, _ form: WhisperTensor.Form, _ variable: String) -> WhisperTensor {
        WhisperTensor(name: name, dimensions: [rows, audioState], form: form, source: .init(variable: variable))
    }

    private func norm(_ name: String, _ source: String) -> [WhisperTensor] {
        [("weight", "gamma"), ("bias", "beta")].map { part, variable in
            WhisperTensor(
                name: "\(name).\(part)", dimensions: [audioState], form: .plain,
                source: .init(variable: "\(source)/\(variable)"))
        }
    }

    private func linear(
        _ name: String, _ outputs: Int, _ inputs: Int, _ source: String, part: Int = 0, of parts: Int = 1,
        bias: Bool = true
    ) -> [WhisperTensor] {
        let weight = WhisperTensor(
            name: "\(name).weight", dimensions: [outputs, inputs], form: .weight,
            source: .init(variable: "\(source)/weight", index: part, count: parts))
        let offset = WhisperTensor(
            name: "\(name).bias", dimensions: [outputs], form: .plain,
            source: .init(variable: "\(source)/bias", index: part, count: parts))
        return bias ? [weight, offset] : [weight]
    }
}
