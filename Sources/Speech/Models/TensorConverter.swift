/// Reads a tensor a few rows at a time, gives them the form that GGML wants and writes them. Plain loops over raw
/// memory on purpose: the set-up of the tests imports seventy million weights in a build without optimisation.
struct TensorConverter: ~Copyable {
    private static let most = 262_144
    private let raw = UnsafeMutableRawBufferPointer.allocate(byteCount: 4 * most, alignment: 16)
    private let scales = UnsafeMutablePointer<Float>.allocate(capacity: most)
    private let values = UnsafeMutablePointer<Float>.allocate(capacity: most)
    private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 4 * most, alignment: 16)
    /// Every 16-bit float as a 32-bit one; converting one by one is a call of the run-time library on x86.
    private let halves = UnsafeMutablePointer<Float>.allocate(capacity: 65_536)

    init() {
        var pattern = 0
        while pattern < 65_536 {
            halves[pattern] = Float(Float16(bitPattern: UInt16(pattern)))
            pattern += 1
        }
    }

    deinit {
        raw.deallocate()
        scales.deallocate()
        values.deallocate()
        output.deallocate()
        halves.deallocate()
    }

    func write(_ source: TensorSource, as form: Quantisation, to file: ModelFile) throws(ModelError) {
        let step = max(1, Self.most / source.rowElements)
        var row = 0
        while row < source.rows {
            let rows = min(step, source.rows - row)
            let count = rows * source.rowElements
            let bytes = UnsafeMutableRawBufferPointer(rebasing: raw[..<(count * source.element.bytes)])
            try source.file.read(at: source.offset + row * source.rowElements * source.element.bytes, into: bytes)
            if (form == .f16 && source.element == .float16) || (form == .f32 && source.element == .float32) {
                try file.write(UnsafeRawBufferPointer(bytes))
            } else {
                if let offset = source.scales {
                    try source.file.read(
                        at: offset + row * 4, into: UnsafeMutableRawBufferPointer(start: scales, count: rows * 4))
                }
                decode(source.element, rows: rows, rowElements: source.rowElements)
                guard let length = encode(count, as: form) else {
                    throw .damaged(path: source.file.path, what: "a weight is not a finite number")
                }
                try file.write(UnsafeRawBufferPointer(rebasing: output[..<length]))
            }
            row += rows
        }
    }

    /// `raw` → `values`
    private func decode(_ element: CT2Model.Element, rows: Int, rowElements: Int) {
        let base = raw.baseAddress!
        let count = rows * rowElements
        var index = 0
        switch element {
        case .float32:
            values.update(from: base.assumingMemoryBound(to: Float.self), count: count)
        case .float16:
            let halves = halves
            let patterns = base.assumingMemoryBound(to: UInt16.self)
            while index < count {
                values[index] = halves[Int(patterns[index])]
                index &+= 1
            }
        case .int8:
            let numbers = base.assumingMemoryBound(to: Int8.self)
            var row = 0
            while row < rows {
                let scale = scales[row]
                let end = index &+ rowElements
                while index < end {
                    values[index] = Float(numbers[index]) / scale
                    index &+= 1
                }
                row &+= 1
            }
        }
    }

    /// `values` → `output`; the number of bytes, or nil when a weight is infinite or not a number.
    private func encode(_ count: Int, as form: Quantisation) -> Int? {
        let target = output.baseAddress!
        switch form {
        case .q8: return quantise(count, target)
        case .f16:
            let patterns = target.assumingMemoryBound(to: UInt16.self)
            var index = 0
            while index < count {
                patterns[index] = Float16(values[index]).bitPattern
                index &+= 1
            }
            return count * 2
        default:
            target.copyMemory(from: values, byteCount: count * 4)
            return count * 4
        }
    }

    /// Blocks of 32: the largest magnitude divided by 127 is the scale, and each weight the nearest multiple of it, of
    /// two equally near ones the even.
    private func quantise(_ count: Int, _ target: UnsafeMutableRawPointer) -> Int? {
        // A float of this size has no digits behind the point: adding it rounds, and the low byte of the sum is the
        // result in two's complement.
        let rounder: Float = 12_582_912
        let values = values
        let sums = UnsafeMutablePointer<UInt32>.allocate(capacity: 32)
        defer { sums.deallocate() }
        let lowBytes = UnsafeRawPointer(sums).assumingMemoryBound(to: UInt8.self)
        var source = 0
        var place = target
        while source < count {
            var largest: UInt32 = 0
            var index = 0
            while index < 32 {
                let magnitude = values[source &+ index].bitPattern & 0x7FFF_FFFF
                if magnitude > largest { largest = magnitude }
                index &+= 1
            }
            if largest >= 0x7F80_0000 { return nil }
            let scale = Float(bitPattern: largest) / 127
            let divisor: Float = scale == 0 ? 1 : scale
            place.storeBytes(of: Float16(scale).bitPattern, as: UInt16.self)
            let bytes = (place + 2).assumingMemoryBound(to: UInt8.self)
            index = 0
            while index < 32 {
                sums[index] = (values[source &+ index] / divisor + rounder).bitPattern
                bytes[index] = lowBytes[index &* 4]
                index &+= 1
            }
            source &+= 32
            place += 34
        }
        return count / 32 * 34
    }
}
