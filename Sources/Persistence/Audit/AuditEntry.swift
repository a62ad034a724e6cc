package import Kernel

/// Who did what to which thing, as the audit trail keeps it. No member holds a person's name or clinical text; `reason`
/// is a code or words from which identifiers were taken out.
package struct AuditEntry: Sendable, Equatable {
    package enum Outcome: String, Codable, Sendable, CaseIterable, SQLBindable {
        case done, refused, failed
    }

    /// nil where nobody is signed in, and for work that the program does by itself.
    package let userID: String?
    /// A verb of the feature, as `document.view`.
    package let action: String
    /// Kind and id, as `document/0190…`.
    package let resource: String
    package let outcome: Outcome
    package let ipAddress: String?
    package let sessionID: String?
    package let requestID: String?
    package let reason: String?

    package init(
        _ action: String, _ resource: String, _ outcome: Outcome = .done, by userID: String?, ipAddress: String? = nil,
        sessionID: String? = nil, requestID: String? = nil, reason: String? = nil
    ) {
        self.userID = userID
        self.action = action
        self.resource = resource
        self.outcome = outcome
        self.ipAddress = ipAddress
        self.sessionID = sessionID
        self.requestID = requestID
        self.reason = reason
    }
}

/// An entry in its place. `hash` is SHA-256 over the canonical JSON of an array of everything else, `previousHash`
/// included, so no row can be changed, moved or taken out without all later ones showing it.
package struct AuditRow: Sendable, Equatable {
    /// From 1, without gaps.
    package let seq: Int64
    package let userId: String?
    package let action: String
    package let resource: String
    package let outcome: String
    package let timestamp: Instant
    package let ipAddress: String?
    package let sessionId: String?
    package let requestId: String?
    package let reason: String?
    package let previousHash: String
    package let hash: String

    /// What the first row has as the hash of the one before it.
    package static let beginning = String(repeating: "0", count: 64)
    /// The action of a row that says: the end that this row follows on was not written by Rounds.
    package static let foreignEnd = "audit.foreign_end"

    init(_ entry: AuditEntry, seq: Int64, at now: Instant, after previousHash: String) {
        self.seq = seq
        userId = entry.userID
        action = entry.action
        resource = entry.resource
        outcome = entry.outcome.rawValue
        timestamp = now
        ipAddress = entry.ipAddress
        sessionId = entry.sessionID
        requestId = entry.requestID
        reason = entry.reason
        self.previousHash = previousHash
        hash = Self.hash(
            seq, [entry.userID, entry.action, entry.resource, entry.outcome.rawValue], now,
            [entry.ipAddress, entry.sessionID, entry.requestID, entry.reason, previousHash])
    }

    /// A row as it lies in the table; nil when a value is of another type.
    package init?(stored values: [SQLValue]) {
        guard values.count == 12, let seq = values[0].integer, let action = values[2].text,
            let resource = values[3].text, let outcome = values[4].text, let time = values[5].integer,
            let previousHash = values[10].text, let hash = values[11].text,
            [1, 6, 7, 8, 9].allSatisfy({ values[$0] == .null || values[$0].text != nil })
        else { return nil }
        (self.seq, self.action, self.resource, self.outcome) = (seq, action, resource, outcome)
        timestamp = Instant(milliseconds: time)
        (userId, ipAddress, sessionId) = (values[1].text, values[6].text, values[7].text)
        (requestId, reason) = (values[8].text, values[9].text)
        (self.previousHash, self.hash) = (previousHash, hash)
    }

    /// The hash that the row should have.
    package var computedHash: String {
        Self.hash(
            seq, [userId, action, resource, outcome], timestamp,
            [ipAddress, sessionId, requestId, reason, previousHash])
    }

    /// The bytes of `JSONValue.array(…).canonicalBytes`, written at once: this decides how long a verification takes.
    private static func hash(_ seq: Int64, _ first: [String?], _ time: Instant, _ rest: [String?]) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        func append(_ text: String?) {
            bytes.append(UInt8(ascii: ","))
            if let text { CanonicalJSON.append(text, to: &bytes) } else { bytes.append(contentsOf: "null".utf8) }
        }
        bytes.append(UInt8(ascii: "["))
        bytes.append(contentsOf: String(seq).utf8)
        for text in first { append(text) }
        bytes.append(UInt8(ascii: ","))
        bytes.append(contentsOf: String(time.milliseconds).utf8)
        for text in rest { append(text) }
        bytes.append(UInt8(ascii: "]"))
        return Digest.sha256Hex(bytes)
    }
}
