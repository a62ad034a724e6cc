package import Foundation

/// What the operating system says of this process and its machine; nil where it says nothing.
package struct MachineReadings: Sendable, Equatable {
    /// User and system time of this process, in seconds.
    package var processorSeconds: Double?
    /// Bytes of this process in memory.
    package var residentBytes: Int64?
    /// The part of the machine's memory that cannot be had any more, 0 to 1.
    package var memoryUsed: Double?
    /// The part of the data folder's disk that is taken, 0 to 1, as its owner can fill it.
    package var diskUsed: Double?
    package var diskFreeBytes: Int64?
    package var openFiles: Int?

    package init(
        processorSeconds: Double? = nil, residentBytes: Int64? = nil, memoryUsed: Double? = nil,
        diskUsed: Double? = nil, diskFreeBytes: Int64? = nil, openFiles: Int? = nil
    ) {
        self.processorSeconds = processorSeconds
        self.residentBytes = residentBytes
        self.memoryUsed = memoryUsed
        self.diskUsed = diskUsed
        self.diskFreeBytes = diskFreeBytes
        self.openFiles = openFiles
    }

    /// Reads `/proc` and asks the file system of `folder`; takes well below a millisecond.
    package static func now(folder: URL) -> MachineReadings {
        var readings = MachineReadings(
            processorSeconds: processorTime(), residentBytes: resident(), memoryUsed: memory(),
            openFiles: (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"))?.count)
        var disk = statvfs()
        if statvfs(folder.path, &disk) == 0 {
            let (free, used) = (Double(disk.f_bavail), Double(disk.f_blocks) - Double(disk.f_bfree))
            readings.diskFreeBytes = Int64(disk.f_bavail) * Int64(disk.f_frsize)
            if free + used > 0 { readings.diskUsed = used / (free + used) }
        }
        return readings
    }

    private static func processorTime() -> Double? {
        var usage = rusage()
        guard getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return nil }
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }

    private static func resident() -> Int64? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let fields = text.split(separator: " ")
        guard fields.count > 1, let pages = Int64(fields[1]) else { return nil }
        return pages * Int64(sysconf(Int32(_SC_PAGESIZE)))
    }

    private static func memory() -> Double? {
        guard let text = try? String(contentsOfFile: "/proc/meminfo", encoding: .utf8) else { return nil }
        return usedMemory(text)
    }

    /// Of `/proc/meminfo`: what is not available, over all.
    static func usedMemory(_ text: String) -> Double? {
        func kilobytes(_ name: String) -> Double? {
            text.split(separator: "\n").first { $0.hasPrefix(name + ":") }?
                .split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Double($0) }
        }
        guard let total = kilobytes("MemTotal"), let available = kilobytes("MemAvailable"), total > 0 else {
            return nil
        }
        return 1 - available / total
    }
}
