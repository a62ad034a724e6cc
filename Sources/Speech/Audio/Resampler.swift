import Foundation

/// Changes the sampling rate by a band-limited, windowed-sinc interpolation, a piece at a time: the pieces together give
/// what the whole would have given.
struct Resampler {
    /// Zero crossings of the sinc on each side; with the Kaiser window more than 80 dB of stop band.
    private static let crossings = 24
    private static let beta = 9.0

    private let up: Int
    private let down: Int
    /// Taps on each side, in input samples.
    private let reach: Int
    /// For each of `up` phases the weights of 2·reach samples; empty when the phases are too many to keep.
    private let table: [Float]
    private let cutoff: Double

    /// Input that is still needed; the first one is sample `base` of the whole.
    private var pending: [Float] = []
    private var base = 0
    private var produced = 0

    /// - Parameters: rates in Hz.
    init(from source: Int, to target: Int) {
        let divisor = Self.commonDivisor(source, target)
        up = target / divisor
        down = source / divisor
        // going down, the pass band ends below half the new rate
        cutoff = min(1, Double(target) / Double(source)) * 0.95
        reach = Int((Double(Self.crossings) / cutoff).rounded(.up))
        pending = [Float](repeating: 0, count: reach)
        base = -reach
        guard up <= 1024 else {
            table = []
            return
        }
        var table: [Float] = []
        for phase in 0..<up {
            table += Self.weights(fraction: Double(phase) / Double(up), reach: reach, cutoff: cutoff)
        }
        self.table = table
    }

    /// - Returns: the samples that are certain by now; the last few wait for the next piece.
    mutating func take(_ samples: [Float]) -> [Float] {
        if up == down { return samples }
        pending += samples
        return drain(until: base + pending.count - reach)
    }

    /// The last samples, as if silence followed.
    mutating func finish() -> [Float] {
        if up == down { return [] }
        let end = base + pending.count
        pending += [Float](repeating: 0, count: reach + 1)
        return drain(until: end)
    }

    private mutating func drain(until end: Int) -> [Float] {
        var result: [Float] = []
        while produced * down / up < end {
            let place = produced * down
            let whole = place / up
            let first = whole - reach + 1 - base
            let phase = place % up
            result.append(
                table.isEmpty
                    ? Self.sum(
                        pending, first,
                        Self.weights(
                            fraction: Double(phase) / Double(up), reach: reach, cutoff: cutoff), 0, 2 * reach)
                    : Self.sum(pending, first, table, phase * 2 * reach, 2 * reach))
            produced += 1
        }
        let unused = min(pending.count, produced * down / up - reach + 1 - base)
        if unused > 0 {
            pending.removeFirst(unused)
            base += unused
        }
        return result
    }

    private static func sum(_ samples: [Float], _ first: Int, _ weights: [Float], _ offset: Int, _ count: Int) -> Float
    {
        samples.withUnsafeBufferPointer { samples in
            weights.withUnsafeBufferPointer { weights in
                var sum: Float = 0
                for index in 0..<count { sum += samples[first + index] * weights[offset + index] }
                return sum
            }
        }
    }

    /// Weights of the 2·reach samples around a place `fraction` behind the one in the middle; they add up to 1.
    private static func weights(fraction: Double, reach: Int, cutoff: Double) -> [Float] {
        let weights = (0..<2 * reach).map { index in
            let distance = Double(index - reach + 1) - fraction
            let angle = Double.pi * distance * cutoff
            let sinc = abs(angle) < 1e-9 ? 1 : sin(angle) / angle
            let edge = distance / Double(reach)
            return sinc * (abs(edge) >= 1 ? 0 : bessel(beta * (1 - edge * edge).squareRoot()) / bessel(beta))
        }
        let total = weights.reduce(0, +)
        return weights.map { Float($0 / total) }
    }

    /// Modified Bessel function of the first kind, order zero.
    private static func bessel(_ x: Double) -> Double {
        var sum = 1.0
        var term = 1.0
        for index in 1..<60 {
            term *= (x / 2 / Double(index)) * (x / 2 / Double(index))
            sum += term
        }
        return sum
    }

    private static func commonDivisor(_ a: Int, _ b: Int) -> Int {
        b == 0 ? a : commonDivisor(b, a % b)
    }
}
