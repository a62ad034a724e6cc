import Foundation

/// A folder of its own for the database files of one run: in memory where the system has such a place, so that the real
/// durable commits cost nothing.
struct Folder: Sendable {
    let url: URL

    init() throws {
        let memory = URL(fileURLWithPath: "/dev/shm", isDirectory: true)
        let base =
            FileManager.default.isWritableFile(atPath: memory.path) ? memory : FileManager.default.temporaryDirectory
        url = base.appendingPathComponent("rounds-simulation-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    func file(_ number: Int) -> URL { url.appendingPathComponent("\(number).sqlite") }

    func remove() {
        try? FileManager.default.removeItem(at: url)
    }
}

/// A database as it lies on the disk at one moment: the file and its write-ahead log. Opening it is what a machine does
/// after a power cut.
struct DiskImage: Sendable {
    let database: Data
    let log: Data

    /// - Throws: when the file cannot be read
    init(of file: URL) throws {
        database = try Data(contentsOf: file)
        log = (try? Data(contentsOf: URL(fileURLWithPath: file.path + "-wal"))) ?? Data()
    }

    init(database: Data, log: Data = Data()) {
        self.database = database
        self.log = log
    }

    /// - Throws: when the file cannot be written
    func write(to file: URL) throws {
        try database.write(to: file)
        if !log.isEmpty { try log.write(to: URL(fileURLWithPath: file.path + "-wal")) }
    }

    /// This image with as much of a later log as was written before the power went: nothing that was not committed here
    /// survives as long as the cut lies before the later log's end.
    func torn(_ later: DiskImage, at fraction: Double) -> DiskImage {
        let begun = log.count
        let written = later.log.count
        guard written > begun, later.log.prefix(32) == log.prefix(32) || begun == 0 else { return self }
        let cut = begun + Int(Double(written - begun - 1) * fraction)
        return DiskImage(database: database, log: later.log.prefix(cut))
    }
}
