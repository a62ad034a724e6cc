/// Everything that stands between the network and the handlers, shared by all of them.
package struct Gate: Sendable {
    package struct Limits: Sendable {
        /// Requests worked on at once, besides pushes and event streams.
        package var concurrentRequests = 256
        package var pushes = PushLimits()
        /// Off with `RATE_LIMIT_ENABLED=false`.
        package var isRateLimited = true

        package init() {}
    }

    let authenticator: any Authenticator
    let idempotency: any IdempotencyStore
    let streams: EventStreams
    let recorder: (any AccessRecorder)?
    let admission: Admission
    let pushes: PushAdmission
    let rateLimit: RateLimit?

    package init(
        authenticator: any Authenticator, idempotency: any IdempotencyStore, streams: EventStreams,
        recorder: (any AccessRecorder)? = nil, limits: Limits = Limits()
    ) {
        self.authenticator = authenticator
        self.idempotency = idempotency
        self.streams = streams
        self.recorder = recorder
        admission = Admission(limit: limits.concurrentRequests)
        pushes = PushAdmission(limits.pushes)
        rateLimit = limits.isRateLimited ? RateLimit() : nil
    }
}
