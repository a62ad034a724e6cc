/// Where the data is.
package enum DatabaseLocation: Sendable {
    /// A file; its folder is made when missing.
    case sqlite(_ path: String)
    /// A libpq URL, `postgres://user:password@host:5432/name`. `poolSize`: connections for reading; one more writes and
    /// one more listens.
    case postgres(_ url: String, poolSize: Int = 8)
}

extension DatabaseLocation: CustomStringConvertible {
    /// For logs: without user, password and options.
    package var description: String {
        switch self {
        case .sqlite(let path):
            return "SQLite \(path)"
        case .postgres(let url, _):
            let place = url.split(separator: "@").last?.split(separator: "?").first ?? ""
            return "PostgreSQL \(url.contains("@") ? String(place) : "of the environment")"
        }
    }
}
