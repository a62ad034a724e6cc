import Synchronization

/// On whose behalf work is done, for the audit trail. Bound around the handler of a request and around a command, so that
/// stores need not hand it through; child tasks have it too.
package final class Requester: Sendable {
    @TaskLocal package static var current: Requester?

    /// nil where nobody is signed in, and for whoever uses the command line.
    package let userID: String?
    package let ipAddress: String?
    package let sessionID: String?
    package let requestID: String?
    /// What is asked for, in the words of the API's description, as `changeAccount`.
    package let action: String
    /// The address without its query; parameters that are no ids stay names in braces, as they may be a person's.
    package let resource: String
    /// Whether a write that says nothing itself is a row of the trail.
    package let isChange: Bool
    private let said = Atomic(false)

    package init(
        userID: String?, ipAddress: String? = nil, sessionID: String? = nil, requestID: String? = nil, action: String,
        resource: String, isChange: Bool
    ) {
        self.userID = userID
        self.ipAddress = ipAddress
        self.sessionID = sessionID
        self.requestID = requestID
        self.action = action
        self.resource = resource
        self.isChange = isChange
    }

    /// Whether a row of the trail tells of it already.
    package var isAudited: Bool { said.load(ordering: .acquiring) }
    package func noteAudit() { said.store(true, ordering: .releasing) }
}
