package import Kernel

/// A point in the order of all operations: a hybrid logical clock (Kulkarni et al., "Logical Physical Clocks and Consistent
/// Snapshots in Globally Distributed Databases", 2014) with the device as the last word.
///
/// On the wire it is text of fixed width, `<12 hex digits of milliseconds>-<4 hex digits of counter>-<device uuid>`, whose
/// order is the stamps' order.
package struct Stamp: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970, 48 bits.
    package let milliseconds: Int64
    package let counter: UInt16
    /// A lowercase UUID.
    package let device: String

    static let latestMilliseconds: Int64 = 0xFFFF_FFFF_FFFF

    /// Milliseconds outside 48 bits are brought to the nearest bound.
    package init(milliseconds: Int64, counter: UInt16, device: String) {
        self.milliseconds = min(max(milliseconds, 0), Self.latestMilliseconds)
        self.counter = counter
        self.device = device
    }

    /// Nil for anything but the wire text.
    package init?(_ text: String) {
        var text = text
        let parsed = text.withUTF8 { bytes -> (UInt64, UInt64, String)? in
            guard
                bytes.count == 54, bytes[12] == UInt8(ascii: "-"), bytes[17] == UInt8(ascii: "-"),
                let milliseconds = Hex.lowercaseNumber(bytes[0..<12]),
                let counter = Hex.lowercaseNumber(bytes[13..<17])
            else { return nil }
            return (milliseconds, counter, String(decoding: bytes[18...], as: UTF8.self))
        }
        guard let (milliseconds, counter, device) = parsed, Identifier.isValid(device) else { return nil }
        self.init(milliseconds: Int64(milliseconds), counter: UInt16(counter), device: device)
    }

    package var text: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(54)
        Hex.append(UInt64(milliseconds), digits: 12, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Hex.append(UInt64(counter), digits: 4, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(contentsOf: device.utf8)
        return String(decoding: bytes, as: UTF8.self)
    }

    package var instant: Instant { Instant(milliseconds: milliseconds) }

    /// The smallest stamp of a device that is greater than this one, whichever device made this one.
    package func next(on device: String) -> Stamp {
        counter == .max
            ? Stamp(milliseconds: milliseconds + 1, counter: 0, device: device)
            : Stamp(milliseconds: milliseconds, counter: counter + 1, device: device)
    }

    package static func < (left: Stamp, right: Stamp) -> Bool {
        if left.milliseconds != right.milliseconds { return left.milliseconds < right.milliseconds }
        if left.counter != right.counter { return left.counter < right.counter }
        return left.device < right.device
    }
}

extension Stamp: Codable, CustomStringConvertible, LosslessStringConvertible {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let stamp = Stamp(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a stamp")
        }
        self = stamp
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var description: String { text }
}
