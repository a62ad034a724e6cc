package import Persistence

/// A place where something was found, with what is needed to go there.
package struct SearchHit: Sendable {
    package enum Place: Sendable, Equatable {
        /// - second: where the segment begins
        case transcript(recording: String, segment: String, second: Double)
        /// - page: nil where the file has no pages to turn to
        case attachment(String, page: Int?)
        /// The caller's own note.
        case note(String)
    }

    package let session: SessionInfo
    package let place: Place
    package let snippet: [TextPiece]
}

package struct SearchPage: Sendable {
    package let hits: [SearchHit]
    package let next: String?
    package let total: Int
    /// Whether there is more than `total`.
    package let isMore: Bool
}

/// Where to look.
package struct SearchScope: Sendable {
    package var module: String?
    package var session: String?

    package init(module: String? = nil, session: String? = nil) { (self.module, self.session) = (module, session) }
}
