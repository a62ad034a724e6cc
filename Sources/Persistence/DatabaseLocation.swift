/// Where the data is.
package enum DatabaseLocation: Sendable {
    /// A file; its folder is made when missing.
    case sqlite(_ path: String)
    /// A libpq URL, `postgres://user:password@host:5432/name`. `poolSize`: connections for reading; one more writes and
    /// one more listens.
    case postgres(_ url: String, poolSize: Int = 8)
}
