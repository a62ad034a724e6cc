import Foundation

/// Finds a port. It is bound and let go, then bound again by the server: whoever takes it in between gets the same
/// sentence, only later.
enum Ports {
    /// - Throws: `port_in_use`, `no_free_port`, `address_not_usable`
    static func choose(_ wanted: Int?, host: String) throws -> Int {
        if let wanted {
            guard try isFree(wanted, host: host) else { throw StartError.portInUse(wanted) }
            return wanted
        }
        let range = Settings.defaultPort...(Settings.defaultPort + 100)
        guard let port = try range.first(where: { try isFree($0, host: host) }) else {
            throw StartError.noFreePort(range)
        }
        return port
    }

    private static func isFree(_ port: Int, host: String) throws -> Bool {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_PASSIVE
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &found) == 0, let address = found else {
            throw StartError.addressNotUsable(host)
        }
        defer { freeaddrinfo(found) }
        let descriptor = socket(address.pointee.ai_family, address.pointee.ai_socktype, address.pointee.ai_protocol)
        guard descriptor >= 0 else { throw StartError.addressNotUsable(host) }
        defer { close(descriptor) }
        // as the server does: a port in TIME_WAIT is free, one that somebody listens on is not
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        if bind(descriptor, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0 {
            if listen(descriptor, 1) == 0 { return true }
        }
        guard errno == EADDRINUSE || errno == EACCES else { throw StartError.addressNotUsable(host) }
        return false
    }
}
