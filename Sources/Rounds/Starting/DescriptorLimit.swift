import Foundation

/// Every browser of the school keeps a connection open; the usual 1,024 descriptors of a process would be few.
enum DescriptorLimit {
    /// Raises the soft limit to the hard one (at most 65,536) and returns how many connections may be open.
    static func raise() -> Int {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(resource, &limit) == 0 else { return 512 }
        let wanted = min(limit.rlim_max, 65_536)
        if limit.rlim_cur < wanted {
            limit.rlim_cur = wanted
            setrlimit(resource, &limit)
            getrlimit(resource, &limit)
        }
        // the rest is for files, the database and outgoing connections
        return max(64, Int(limit.rlim_cur) - 128)
    }
}
