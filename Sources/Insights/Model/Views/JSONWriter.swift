import Kernel

/// Writes one JSON document member by member, in the order of the calls, without a tree of values in between.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    mutating func object(_ body: (inout JSONWriter) -> Void) { enclose("{", "}", body) }
    mutating func array(_ body: (inout JSONWriter) -> Void) { enclose("[", "]", body) }

    mutating func array<Elements: Sequence>(
        _ elements: Elements, _ body: (inout JSONWriter, Elements.Element) -> Void
    ) {
        array { for element in elements { body(&$0, element) } }
    }

    /// The name of the member whose value is written next.
    mutating func name(_ name: String) {
        text(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func text(_ text: String) { value { CanonicalJSON.append(text, to: &$0) } }

    /// Digits and signs that need no escape.
    mutating func plainText(_ text: [UInt8]) {
        value {
            $0.append(UInt8(ascii: "\""))
            $0.append(contentsOf: text)
            $0.append(UInt8(ascii: "\""))
        }
    }

    /// `YYYY-MM-DD HH:MM` of a day already written out and the minute of the day.
    mutating func stamp(_ date: [UInt8], minute: Int) {
        value {
            $0.append(UInt8(ascii: "\""))
            $0.append(contentsOf: date)
            $0.append(UInt8(ascii: " "))
            Self.append(minute / 60, to: &$0)
            $0.append(UInt8(ascii: ":"))
            Self.append(minute % 60, to: &$0)
            $0.append(UInt8(ascii: "\""))
        }
    }

    private static func append(_ number: Int, to bytes: inout [UInt8]) {
        bytes.append(UInt8(0x30 + number / 10))
        bytes.append(UInt8(0x30 + number % 10))
    }

    mutating func integer(_ number: Int) { value { $0.append(contentsOf: String(number).utf8) } }
    mutating func null() { value { $0.append(contentsOf: "null".utf8) } }

    /// To four decimal places.
    mutating func number(_ number: Double?) {
        guard let number else { return null() }
        value { $0.append(contentsOf: CanonicalJSON.text((number * 10_000).rounded() / 10_000).utf8) }
    }

    mutating func member(_ name: String, _ text: String?) {
        self.name(name)
        if let text { self.text(text) } else { null() }
    }

    mutating func member(_ name: String, _ integer: Int?) {
        self.name(name)
        if let integer { self.integer(integer) } else { null() }
    }

    mutating func member(_ name: String, number: Double?) {
        self.name(name)
        self.number(number)
    }

    private mutating func enclose(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
        value { $0.append(UInt8(ascii: open)) }
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func value(_ body: (inout [UInt8]) -> Void) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        body(&bytes)
        needsComma = true
    }
}
