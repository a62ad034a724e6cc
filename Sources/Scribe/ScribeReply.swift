import Kernel
import Web

extension Reply {
    static func json(_ writer: JSONWriter, status: Int = 200) -> Reply {
        .bytes(writer.bytes, type: "application/json", status: status)
    }

    /// An answer of one object.
    static func object(status: Int = 200, _ body: (inout JSONWriter) throws -> Void) rethrows -> Reply {
        var writer = JSONWriter()
        try writer.object(body)
        return .json(writer, status: status)
    }

    /// `{"items": […], "next": cursor|null}`
    static func list<Item>(
        _ items: some Sequence<Item>, next: String? = nil, _ body: (inout JSONWriter, Item) throws -> Void
    ) rethrows -> Reply {
        try .object { json in
            try json.member(
                "items", objects: { list in for item in items { try list.object { try body(&$0, item) } } })
            json.member("next", next)
        }
    }
}

extension JSONWriter {
    /// Seconds to three decimal places.
    mutating func value(seconds: Double?) {
        value(seconds.map { JSONValue.number(($0 * 1_000).rounded() / 1_000) } ?? .null)
    }

    mutating func member(_ name: String, seconds: Double?) {
        self.name(name)
        value(seconds: seconds)
    }
}
