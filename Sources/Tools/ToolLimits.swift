/// What one run of a program may use. `.max` and `.infinity` mean no limit of that kind.
///
/// Memory, processor time and file size are limits of the kernel (`setrlimit(2)`): no input talks its way round them.
package struct ToolLimits: Sendable {
    /// From start to end, the time in which the caller works on streamed output included.
    package var wallSeconds: Double
    /// Address space of each process (`RLIMIT_AS`).
    package var memoryBytes: Int
    /// Bytes on standard output.
    package var outputBytes: Int
    /// Size of each file that is written (`RLIMIT_FSIZE`).
    package var fileBytes: Int
    /// Processor time of each process (`RLIMIT_CPU`).
    package var cpuSeconds: Int

    package init(
        wallSeconds: Double = 10, memoryBytes: Int = 256 << 20, outputBytes: Int = 64 << 20,
        fileBytes: Int = 64 << 20, cpuSeconds: Int = 10
    ) {
        self.wallSeconds = wallSeconds
        self.memoryBytes = memoryBytes
        self.outputBytes = outputBytes
        self.fileBytes = fileBytes
        self.cpuSeconds = cpuSeconds
    }
}
