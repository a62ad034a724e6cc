package import Kernel

/// JSON as tests write it: `["name": "Ada", "marks": [1, 2]]`.
extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral {
    package init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(Dictionary(members) { _, last in last })
    }
    package init(booleanLiteral flag: Bool) { self = .bool(flag) }
}
