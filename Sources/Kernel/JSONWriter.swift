/// Writes JSON straight into bytes. Records are written thousands at a time and carry text that is JSON already, which
/// `Encodable` can neither splice nor keep up with.
package struct JSONWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    package init() {}

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
        open(.object)
        try body(&self)
        close(.object)
    }

    package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
        open(.array)
        try body(&self)
        close(.array)
    }

    package mutating func array<Elements: Sequence>(
        _ elements: Elements, _ body: (inout JSONWriter, Elements.Element) throws -> Void
    ) rethrows {
        try array { for element in elements { try body(&$0, element) } }
    }

    package enum Bracket: Sendable {
        case object, array
    }

    package mutating func open(_ bracket: Bracket) {
        separate()
        bytes.append(bracket == .object ? UInt8(ascii: "{") : UInt8(ascii: "["))
        needsComma = false
    }

    package mutating func close(_ bracket: Bracket) {
        bytes.append(bracket == .object ? UInt8(ascii: "}") : UInt8(ascii: "]"))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    /// The name of the member whose value is written next.
    package mutating func name(_ name: String) {
        separate()
        CanonicalJSON.append(name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }
}

// MARK: values

extension JSONWriter {
    package mutating func value(_ text: String?) {
        separate()
        if let text { CanonicalJSON.append(text, to: &bytes) } else { bytes.append(contentsOf: "null".utf8) }
    }

    package mutating func value(_ number: Int64?) {
        separate()
        bytes.append(contentsOf: (number.map(String.init) ?? "null").utf8)
    }

    package mutating func value(_ number: Int) { value(Int64(number)) }

    /// To four decimal places.
    package mutating func value(decimal number: Double?) {
        value(number.map { JSONValue.number(($0 * 10_000).rounded() / 10_000) } ?? .null)
    }

    package mutating func value(_ flag: Bool) {
        separate()
        bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    }

    package mutating func value(_ json: JSONValue) {
        separate()
        json.appendCanonical(to: &bytes)
    }

    /// Text that is JSON already.
    package mutating func raw(_ json: String) {
        separate()
        bytes.append(contentsOf: json.utf8)
    }

    package mutating func raw(_ json: [UInt8]) {
        separate()
        bytes.append(contentsOf: json)
    }

    /// One value, appended by the body.
    package mutating func raw(_ body: (inout [UInt8]) -> Void) {
        separate()
        body(&bytes)
    }
}

// MARK: members

extension JSONWriter {
    package mutating func member(_ name: String, _ text: String?) {
        self.name(name)
        value(text)
    }

    package mutating func member(_ name: String, _ number: Int64?) {
        self.name(name)
        value(number)
    }

    package mutating func member(_ name: String, _ number: Int?) { member(name, number.map(Int64.init)) }

    /// To four decimal places.
    package mutating func member(_ name: String, decimal number: Double?) {
        self.name(name)
        value(decimal: number)
    }

    package mutating func member(_ name: String, _ flag: Bool) {
        self.name(name)
        value(flag)
    }

    package mutating func member(_ name: String, _ json: JSONValue) {
        self.name(name)
        value(json)
    }

    package mutating func member(_ name: String, raw json: String) {
        self.name(name)
        raw(json)
    }

    /// An array whose elements were written before.
    package mutating func member(_ name: String, elements: [UInt8]) {
        self.name(name)
        open(.array)
        bytes.append(contentsOf: elements)
        close(.array)
    }

    package mutating func member(_ name: String, at milliseconds: Int64?) {
        member(name, milliseconds.map { Instant(milliseconds: $0).rfc3339 })
    }

    package mutating func member(_ name: String, with body: (inout JSONWriter) throws -> Void) rethrows {
        self.name(name)
        try body(&self)
    }

    package mutating func member(_ name: String, objects body: (inout JSONWriter) throws -> Void) rethrows {
        self.name(name)
        try array(body)
    }
}
