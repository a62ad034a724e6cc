/// What became of one operation.
package struct Verdict: Sendable, Equatable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// At least one of its values is what is shown now, or was shown already.
        case applied
        /// Heard before; `original` is the verdict of the first time.
        case duplicate
        /// Kept in the history; something later, or something that a fill gives way to, is shown.
        case superseded
        /// Kept in the history and listed as a dispute for a person to settle.
        case conflict
        /// Refused with a code, for good: the device keeps it, shows it, and may capture it anew.
        case rejected
    }

    package let id: String
    package let kind: Kind
    package let original: Kind?
    package let code: String?
    package let message: String?
    package let flags: [MarkFlag]
    package let dispute: String?

    package init(
        id: String, _ kind: Kind, original: Kind? = nil, code: String? = nil, message: String? = nil,
        flags: [MarkFlag] = [], dispute: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.original = original
        self.code = code
        self.message = message
        self.flags = flags
        self.dispute = dispute
    }

    init(id: String, _ rejection: Rejection) {
        self.init(id: id, .rejected, code: rejection.code, message: rejection.sentence)
    }

    /// The answer when the operation comes again. A verdict never changes: what was refused is refused with the same words.
    var replayed: Verdict {
        if kind == .rejected { return self }
        return Verdict(
            id: id, .duplicate, original: kind, code: code, message: message, flags: flags, dispute: dispute)
    }
}
