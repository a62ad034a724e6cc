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
package struct AuditRow: Decodable, Sendable, Equatable {
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

    /// The hash that the row should have.
    package var computedHash: String {
        Self.hash(
            seq, [userId, action, resource, outcome], timestamp,
            [ipAddress, sessionId, requestId, reason, previousHash])
    }

    private static func hash(_ seq: Int64, _ first: [String?], _ time: Instant, _ rest: [String?]) -> String {
        func value(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
        let members = [.integer(seq)] + first.map(value) + [.integer(time.milliseconds)] + rest.map(value)
        return Digest.sha256Hex(JSONValue.array(members).canonicalBytes)
    }
}
