import Kernel

/// Takes the members of a record one after the other; how they look on the wire is its own affair.
protocol RecordMembers {
    mutating func member(_ name: String, _ text: String?)
    mutating func member(_ name: String, _ number: Int64?)
    mutating func member(_ name: String, _ flag: Bool)
    mutating func member(_ name: String, _ json: JSONValue)
    mutating func member(_ name: String, raw json: String)
    mutating func member(_ name: String, at milliseconds: Int64?)
    /// - Parameter stored: `versions` as `Versioned.storedVersions` writes it
    mutating func member(versions stored: String)
}

extension JSONWriter: RecordMembers {
    mutating func member(versions stored: String) { member("versions", raw: stored) }
}
