/// Bytes of a WAV file as one channel of numbers from -1 to 1: the mean of its channels.
struct WaveSamples {
    let format: WaveFormat

    /// - Parameter bytes: whole frames; what is left over at the end is ignored.
    func mono(_ bytes: [UInt8]) -> [Float] {
        let frame = format.frameBytes
        let count = bytes.count / frame
        let scale = 1 / Float(format.channels)
        let width = format.encoding.bytes
        return [Float](unsafeUninitializedCapacity: count) { result, initialized in
            bytes.withUnsafeBytes { raw in
                for index in 0..<count {
                    var sum: Float = 0
                    for channel in 0..<format.channels {
                        sum += value(raw, at: index * frame + channel * width)
                    }
                    result[index] = sum * scale
                }
            }
            initialized = count
        }
    }

    private func value(_ raw: UnsafeRawBufferPointer, at offset: Int) -> Float {
        switch format.encoding {
        case .unsigned8: return (Float(raw[offset]) - 128) / 128
        case .signed(let bytes):
            // into the upper bytes of 32 bits, so that every width has the same scale
            var bits: UInt32 = 0
            for index in 0..<bytes {
                let place = format.isBigEndian ? bytes - 1 - index : index
                bits |= UInt32(raw[offset + index]) << (8 * (place + 4 - bytes))
            }
            return Float(Int32(bitPattern: bits)) / 2_147_483_648
        case .float32:
            let bits = raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
            return Self.finite(
                Float(bitPattern: format.isBigEndian ? UInt32(bigEndian: bits) : UInt32(littleEndian: bits)))
        case .float64:
            let bits = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            return Self.finite(
                Float(Double(bitPattern: format.isBigEndian ? UInt64(bigEndian: bits) : UInt64(littleEndian: bits))))
        case .muLaw: return G711.muLaw[Int(raw[offset])]
        case .aLaw: return G711.aLaw[Int(raw[offset])]
        }
    }

    /// Float files may hold anything; one NaN would spread through the whole window.
    private static func finite(_ value: Float) -> Float {
        value.isFinite ? min(max(value, -16), 16) : 0
    }
}

/// ITU-T G.711, expanded to -1…1.
enum G711 {
    static let muLaw: [Float] = (0..<256).map { code in
        let inverted = ~UInt8(code)
        let exponent = Int(inverted >> 4 & 7)
        let magnitude = ((Int(inverted & 0x0F) << 3) + 0x84) << exponent - 0x84
        return Float(inverted & 0x80 == 0 ? magnitude : -magnitude) / 32768
    }

    static let aLaw: [Float] = (0..<256).map { code in
        let toggled = UInt8(code) ^ 0x55
        let exponent = Int(toggled >> 4 & 7)
        let mantissa = Int(toggled & 0x0F) << 4
        let magnitude = exponent == 0 ? mantissa + 8 : (mantissa + 0x108) << (exponent - 1)
        return Float(toggled & 0x80 == 0 ? -magnitude : magnitude) / 32768
    }
}
