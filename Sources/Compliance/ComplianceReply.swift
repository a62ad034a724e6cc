import Kernel
import Web

extension Reply {
    /// An answer of one object.
    static func object(status: Int = 200, _ body: (inout JSONWriter) throws -> Void) rethrows -> Reply {
        var writer = JSONWriter()
        try writer.object(body)
        return .bytes(writer.bytes, type: "application/json", status: status)
    }

    /// `{"items": […], "next": cursor|null}`
    static func list<Item>(
        _ items: some Sequence<Item>, next: String? = nil, _ body: (inout JSONWriter, Item) throws -> Void
    ) rethrows -> Reply {
        try .object { json in
            try json.member("items", items) { json, item in try json.object { try body(&$0, item) } }
            json.member("next", next)
        }
    }

    /// Answers that hold a note's own words are kept nowhere, neither by a browser nor for an Idempotency-Key.
    var unkept: Reply { header("Cache-Control", "no-store") }
}

extension JSONWriter {
    mutating func member<Item>(
        _ name: String, _ items: some Sequence<Item>, _ body: (inout JSONWriter, Item) throws -> Void
    ) rethrows {
        self.name(name)
        try array(items, body)
    }

    mutating func member(_ name: String, texts: [String]) {
        member(name, texts) { $0.value($1) }
    }

    mutating func nest(_ name: String, _ body: (inout JSONWriter) throws -> Void) rethrows {
        self.name(name)
        try object(body)
    }

    /// `{"id": …, "version": …}`
    mutating func member(_ name: String, rubric id: String?, _ version: String?) {
        self.name(name)
        guard let id, let version else { return value(JSONValue.null) }
        object {
            $0.member("id", id)
            $0.member("version", version)
        }
    }
}

extension Incoming {
    /// Who asks, for the audit trail.
    func actor(_ caller: Principal) -> Actor { Actor(caller, address: remoteAddress, requestID: requestID) }
}

extension Call {
    var actor: Actor { actor(caller) }
}
