/// Against DNS rebinding: before the first account exists, everybody who reaches the port is the owner, so only names
/// that always mean this computer are answered. A page of another site that pointed its own name here is refused.
enum HostCheck {
    static func check(authority: String?, port: Int?) throws {
        guard let authority, let (host, givenPort) = split(authority),
            ["localhost", "127.0.0.1", "[::1]"].contains(host.lowercased()),
            port == nil || (givenPort ?? 80) == port
        else { throw WebError.hostNotAllowed }
    }

    /// `host[:port]` with an IPv6 address in brackets.
    static func split(_ authority: String) -> (host: String, port: Int?)? {
        let end = authority.lastIndex(of: "]") ?? authority.startIndex
        guard let colon = authority[end...].lastIndex(of: ":") else { return (authority, nil) }
        guard let port = UInt16(authority[authority.index(after: colon)...]) else { return nil }
        return (String(authority[..<colon]), Int(port))
    }
}
