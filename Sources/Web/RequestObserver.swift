/// A request that was answered, for whoever counts. Nothing in it tells who asked or what for.
package struct AnsweredRequest: Sendable {
    /// GET, POST and so on; OTHER for a method that no route has.
    package let method: String
    /// The template, as `/api/v1/people/{id}`; `asset` for the web app, `none` for an address that is no route's.
    package let route: String
    package let status: Int
    /// Until the answer began.
    package let time: Duration

    package init(method: String, route: String, status: Int, time: Duration) {
        self.method = method
        self.route = route
        self.status = status
        self.time = time
    }
}

/// Told of every request, on the way out; must return at once.
package protocol RequestObserver: Sendable {
    func answered(_ request: AnsweredRequest)
}
