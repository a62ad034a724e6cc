import Kernel

/// A JSON Schema 2020-12, as far as the API needs it. It documents bodies and parameters in the OpenAPI file.
package struct Schema: Sendable {
    indirect enum Shape: Sendable {
        case text(min: Int, max: Int?, format: String?, pattern: String?)
        case integer(min: Int?, max: Int?)
        case number, boolean, any
        case enumeration([String])
        case array(Schema, max: Int?)
        case object(name: String?, [Property])
        case map(Schema)
        case nullable(Schema)
        case either([Schema])
        case file([String])
        case events
    }

    package struct Property: Sendable {
        package let name: String
        package let schema: Schema
        package let isRequired: Bool

        package static func required(_ name: String, _ schema: Schema) -> Property {
            Property(name: name, schema: schema, isRequired: true)
        }
        package static func optional(_ name: String, _ schema: Schema) -> Property {
            Property(name: name, schema: schema, isRequired: false)
        }
    }

    let shape: Shape
    private(set) var note: String?

    private init(_ shape: Shape) { self.shape = shape }

    /// The same schema with a sentence for the reader of the API.
    package func described(_ note: String) -> Schema {
        var copy = self
        copy.note = note
        return copy
    }

    package static var string: Schema { Schema(.text(min: 0, max: nil, format: nil, pattern: nil)) }
    /// Lengths in Unicode code points, as JSON Schema counts.
    package static func string(min: Int = 0, max: Int, format: String? = nil) -> Schema {
        Schema(.text(min: min, max: max, format: format, pattern: nil))
    }
    package static func string(pattern: String) -> Schema {
        Schema(.text(min: 0, max: nil, format: nil, pattern: pattern))
    }
    package static var uuid: Schema { Schema(.text(min: 0, max: nil, format: "uuid", pattern: nil)) }
    /// `YYYY-MM-DD`
    package static var date: Schema { Schema(.text(min: 0, max: nil, format: "date", pattern: nil)) }
    /// RFC 3339 with offset
    package static var instant: Schema { Schema(.text(min: 0, max: nil, format: "date-time", pattern: nil)) }
    package static var email: Schema { Schema(.text(min: 0, max: nil, format: "email", pattern: nil)) }
    /// `HH:MM`
    package static var time: Schema { .string(pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$") }

    package static var integer: Schema { Schema(.integer(min: nil, max: nil)) }
    package static func integer(min: Int? = nil, max: Int? = nil) -> Schema { Schema(.integer(min: min, max: max)) }
    package static func integer(_ range: ClosedRange<Int>) -> Schema {
        Schema(.integer(min: range.lowerBound, max: range.upperBound))
    }
    package static var number: Schema { Schema(.number) }
    package static var boolean: Schema { Schema(.boolean) }
    /// Any JSON value.
    package static var any: Schema { Schema(.any) }
    package static func enumeration(_ values: [String]) -> Schema { Schema(.enumeration(values)) }
    package static func array(of element: Schema, max: Int? = nil) -> Schema { Schema(.array(element, max: max)) }
    /// A named object becomes a component that other schemas refer to.
    package static func object(_ name: String, _ properties: [Property]) -> Schema {
        Schema(.object(name: name, properties))
    }
    package static func object(name: String? = nil, _ properties: [Property]) -> Schema {
        Schema(.object(name: name, properties))
    }
    /// An object with any member names.
    package static func map(of value: Schema) -> Schema { Schema(.map(value)) }
    package static func nullable(_ schema: Schema) -> Schema { Schema(.nullable(schema)) }
    /// Exactly one of these.
    package static func either(_ schemas: Schema...) -> Schema { Schema(.either(schemas)) }

    /// An answer that is not JSON, for example `.file("text/csv")`.
    package static func file(_ types: String...) -> Schema { Schema(.file(types)) }
    package static func file(_ types: [String]) -> Schema { Schema(.file(types)) }
    /// A stream of server-sent events.
    package static var events: Schema { Schema(.events) }

    /// `{"items": […], "next": cursor|null}`, the shape of every list.
    package static func page(of element: Schema) -> Schema {
        .object([
            .required("items", .array(of: element)),
            .required("next", .nullable(.string).described("Cursor of the next page; null on the last one.")),
        ])
    }
}
