import Foundation

/// The filter bank that turns a spectrum into mels: triangles of equal area on Slaney's scale, as librosa makes them
/// and Whisper was trained with.
enum MelFilters {
    /// Frequencies of a transform of 400 samples at 16 kHz.
    static let bins = 201
    private static let highest = 8_000.0
    /// Slaney's scale: linear up to 1 kHz, where mel 15 lies, then 27 mels for each factor of 6.4.
    private static let linearHertz = 200.0 / 3
    private static let breakMel = 15.0
    private static let step = log(6.4) / 27

    /// `mels` rows of `bins` weights.
    static func weights(mels: Int) -> [Float] {
        let top = mel(highest)
        let corners = (0...mels + 1).map { hertz(top * Double($0) / Double(mels + 1)) }
        var weights: [Float] = []
        weights.reserveCapacity(mels * bins)
        for row in 0..<mels {
            let (low, peak, high) = (corners[row], corners[row + 1], corners[row + 2])
            for bin in 0..<bins {
                let frequency = highest * Double(bin) / Double(bins - 1)
                let slope = min((frequency - low) / (peak - low), (high - frequency) / (high - peak))
                weights.append(Float(max(0, slope) * 2 / (high - low)))
            }
        }
        return weights
    }

    private static func mel(_ hertz: Double) -> Double {
        hertz < 1_000 ? hertz / linearHertz : breakMel + log(hertz / 1_000) / step
    }

    private static func hertz(_ mel: Double) -> Double {
        mel < breakMel ? mel * linearHertz : 1_000 * exp(step * (mel - breakMel))
    }
}
