/// The command line that starts a tool inside its limits: `unshare` takes the network away, `prlimit` sets the limits,
/// `nice` lowers the priority; each replaces itself by the next, so that one process is left.
enum Launcher {
    static func command(_ tool: Tool, _ arguments: [String], limits: ToolLimits, niceness: Int) async throws -> [String]
    {
        var command = await Isolation.shared.prefix()
        command += [try Tool.find("prlimit").path]
        command += [
            option("as", limits.memoryBytes), option("fsize", limits.fileBytes), option("cpu", limits.cpuSeconds),
            "--core=0", "--nofile=256", "--",
        ]
        if niceness > 0 { command += [try Tool.find("nice").path, "-n", String(min(niceness, 19))] }
        return command + [tool.path] + arguments
    }

    private static func option(_ name: String, _ value: Int) -> String {
        "--\(name)=\(value == .max ? "unlimited" : String(max(0, value)))"
    }
}

/// How a child is kept from the network: found out once by trying, as containers and kernels differ in what they allow.
actor Isolation {
    static let shared = Isolation()

    private var found: Task<[String], Never>?

    /// The words to put in front of a command; none where the kernel forbids every way.
    func prefix() async -> [String] {
        if let found { return await found.value }
        let trial = Task { await Self.tryAll() }
        found = trial
        return await trial.value
    }

    private static func tryAll() async -> [String] {
        guard let unshare = try? Tool.find("unshare"), let nothing = try? Tool.find("true") else { return [] }
        let ways = [["--net", "--"], ["--net", "--map-current-user", "--"]]
        for way in ways where (try? await ToolProcess.succeeds([unshare.path] + way + [nothing.path])) == true {
            return [unshare.path] + way
        }
        return []
    }
}
