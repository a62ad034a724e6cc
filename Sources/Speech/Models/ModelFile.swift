import Foundation
import Kernel

/// A model file while it is written: under a hidden name first, under its own when it is whole and on the disk. Given
/// up, by an error or by being forgotten, it leaves nothing behind.
final class ModelFile {
    private let target: URL
    private let partial: URL
    private let descriptor: Int32
    private var digest = Digest.Running()
    private(set) var bytes = 0
    private var isDone = false
    private var gathered: [UInt8] = []

    init(_ target: URL) throws(ModelError) {
        self.target = target
        let folder = target.deletingLastPathComponent()
        Self.sweep(folder)
        partial = folder.appending(path: ".\(target.lastPathComponent).\(getpid()).partial")
        descriptor = open(partial.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .unwritable(path: target.path, reason: Self.reason(errno)) }
    }

    deinit {
        close(descriptor)
        if !isDone { unlink(partial.path) }
    }

    /// Where the bytes are until `finish`.
    var unfinished: URL { partial }

    func write(_ bytes: UnsafeRawBufferPointer) throws(ModelError) {
        try flush()
        try send(bytes)
    }

    /// Small pieces are gathered.
    func write(_ bytes: [UInt8]) throws(ModelError) {
        gathered += bytes
        if gathered.count >= 65_536 { try flush() }
    }

    func write(numbers: [Int]) throws(ModelError) {
        for number in numbers {
            let bits = UInt32(truncatingIfNeeded: number)
            try write([0, 8, 16, 24].map { UInt8(truncatingIfNeeded: bits >> $0) })
        }
    }

    /// SHA-256 of what was written, in hexadecimal; everything is on the disk.
    func seal() throws(ModelError) -> String {
        try flush()
        guard fsync(descriptor) == 0 else { throw .unwritable(path: target.path, reason: Self.reason(errno)) }
        return digest.hex
    }

    /// Puts the manifest beside the file and the file under its name, so that it is never seen without its manifest.
    func finish(_ manifest: ModelManifest) throws(ModelError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let beside = InstalledModel.manifestFile(of: target)
        do {
            try encoder.encode(manifest).write(to: beside, options: .atomic)
        } catch {
            throw .unwritable(path: beside.path, reason: Self.reason(of: error))
        }
        guard rename(partial.path, target.path) == 0 else {
            let reason = Self.reason(errno)
            unlink(beside.path)
            throw .unwritable(path: target.path, reason: reason)
        }
        isDone = true
        let folder = open(target.deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }

    private func flush() throws(ModelError) {
        guard !gathered.isEmpty else { return }
        let bytes = gathered
        gathered = []
        var failure: ModelError?
        bytes.withUnsafeBytes { buffer in
            do throws(ModelError) { try send(buffer) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    private func send(_ buffer: UnsafeRawBufferPointer) throws(ModelError) {
        digest.update(buffer)
        bytes += buffer.count
        var done = 0
        while done < buffer.count {
            let sent = Foundation.write(descriptor, buffer.baseAddress! + done, buffer.count - done)
            if sent < 0, errno == EINTR { continue }
            guard sent > 0 else { throw .unwritable(path: target.path, reason: Self.reason(errno)) }
            done += sent
        }
    }

    /// Removes what an import that was killed left behind.
    private static func sweep(_ folder: URL) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
            let parts = name.split(separator: ".")
            guard name.hasPrefix("."), parts.last == "partial",
                let process = parts.dropLast().last.flatMap({ Int32($0) }),
                process != getpid(), kill(process, 0) != 0, errno == ESRCH
            else { continue }
            unlink(folder.appending(path: name).path)
        }
    }

    private static func reason(_ number: Int32) -> String { String(cString: strerror(number)).lowercased() }

    static func reason(of error: any Error) -> String {
        let cocoa = error as NSError
        if let underlying = cocoa.userInfo[NSUnderlyingErrorKey] as? NSError, underlying.domain == NSPOSIXErrorDomain {
            return reason(Int32(underlying.code))
        }
        return cocoa.localizedDescription
    }
}
