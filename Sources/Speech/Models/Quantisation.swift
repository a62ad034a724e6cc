/// How GGML stores the weights of a file: the number in its head, the number at each tensor, and the size of a block.
struct Quantisation: Hashable, Sendable {
    let name: String
    /// `ggml_ftype` in the head.
    let fileType: Int
    /// `ggml_type` at a tensor.
    let tensorType: Int
    let elementsPerBlock: Int
    let bytesPerBlock: Int

    static let f32 = Quantisation(name: "f32", fileType: 0, tensorType: 0, elementsPerBlock: 1, bytesPerBlock: 4)
    static let f16 = Quantisation(name: "f16", fileType: 1, tensorType: 1, elementsPerBlock: 1, bytesPerBlock: 2)
    /// Blocks of 32: a 16-bit scale, then 32 bytes.
    static let q8 = Quantisation(name: "q8_0", fileType: 7, tensorType: 8, elementsPerBlock: 32, bytesPerBlock: 34)

    /// What whisper.cpp 1.8 reads (ggml.h).
    static let all = [
        f32, f16, q8,
        Quantisation(name: "q4_0", fileType: 2, tensorType: 2, elementsPerBlock: 32, bytesPerBlock: 18),
        Quantisation(name: "q4_1", fileType: 3, tensorType: 3, elementsPerBlock: 32, bytesPerBlock: 20),
        Quantisation(name: "q5_0", fileType: 8, tensorType: 6, elementsPerBlock: 32, bytesPerBlock: 22),
        Quantisation(name: "q5_1", fileType: 9, tensorType: 7, elementsPerBlock: 32, bytesPerBlock: 24),
        Quantisation(name: "q2_k", fileType: 10, tensorType: 10, elementsPerBlock: 256, bytesPerBlock: 84),
        Quantisation(name: "q3_k", fileType: 11, tensorType: 11, elementsPerBlock: 256, bytesPerBlock: 110),
        Quantisation(name: "q4_k", fileType: 12, tensorType: 12, elementsPerBlock: 256, bytesPerBlock: 144),
        Quantisation(name: "q5_k", fileType: 13, tensorType: 13, elementsPerBlock: 256, bytesPerBlock: 176),
        Quantisation(name: "q6_k", fileType: 14, tensorType: 14, elementsPerBlock: 256, bytesPerBlock: 210),
    ]

    /// `number` of a head carries the version of the quantisation in thousands.
    static func of(fileType number: Int) -> Quantisation? {
        all.first { $0.fileType == number % 1_000 }
    }

    /// The form of one tensor in a file of this quantisation.
    func of(_ form: WhisperTensor.Form) -> Quantisation {
        switch form {
        case .plain: .f32
        case .convolution: self == .f32 ? .f32 : .f16
        case .weight: self
        }
    }

    /// Bytes of so many elements in rows of `row`; nil when a row is no whole number of blocks.
    func bytes(elements: Int, row: Int) -> Int? {
        guard row % elementsPerBlock == 0 else { return nil }
        return elements / elementsPerBlock * bytesPerBlock
    }
}
