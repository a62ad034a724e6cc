import Foundation

/// Reads pieces of a file by their offset.
struct AudioFile {
    private let handle: FileHandle
    let bytes: Int

    init(_ file: URL) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue,
            let handle = try? FileHandle(forReadingFrom: file)
        else { throw SpeechError.missingFile }
        self.handle = handle
        bytes = Int(try handle.seekToEnd())
        guard bytes > 0 else { throw SpeechError.emptyFile }
    }

    /// Fewer bytes than asked for at the end of the file.
    func read(at offset: Int, count: Int) throws -> [UInt8] {
        guard offset >= 0, offset < bytes, count > 0 else { return [] }
        try handle.seek(toOffset: UInt64(offset))
        var result: [UInt8] = []
        while result.count < count, let piece = try handle.read(upToCount: count - result.count), !piece.isEmpty {
            result += piece
        }
        return result
    }

    func kind() throws -> MediaKind {
        MediaKind(head: try read(at: 0, count: MediaKind.headLength))
    }

    /// - Throws: `SpeechError` when this cannot be a recording.
    func requireMedia() throws -> MediaKind {
        switch try kind() {
        case .foreign(let what): throw SpeechError.unsupported(what)
        case .unknown: throw SpeechError.undecodable
        case let kind: return kind
        }
    }
}
