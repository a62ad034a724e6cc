import Foundation

/// One file, or several read as one, at any place. Nothing is mapped or held: a file that shrinks while it is read is
/// an error, not a crash.
final class JoinedFile {
    let path: String
    let count: Int
    private var parts: [(descriptor: Int32, range: Range<Int>)] = []

    /// `path` is what errors call it.
    init(_ files: [URL], path: String) throws(ModelError) {
        self.path = path
        var end = 0
        for file in files {
            // A named pipe must not make us wait for a writer.
            let descriptor = open(file.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
            var status = stat()
            guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
                if descriptor >= 0 { close(descriptor) }
                for part in parts { close(part.descriptor) }
                throw .notAModel(path: file.path)
            }
            parts.append((descriptor, end..<end + Int(status.st_size)))
            end += Int(status.st_size)
        }
        count = end
    }

    deinit {
        for part in parts { close(part.descriptor) }
    }

    /// Fills the buffer with the bytes from `offset` on.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ModelError) {
        guard offset >= 0, offset <= count, buffer.count <= count - offset else { throw cutShort() }
        var done = 0
        while done < buffer.count {
            let place = offset + done
            guard let part = parts.first(where: { $0.range.contains(place) }) else { throw cutShort() }
            let wanted = min(buffer.count - done, part.range.upperBound - place)
            let got = pread(
                part.descriptor, buffer.baseAddress! + done, wanted, off_t(place - part.range.lowerBound))
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { throw cutShort() }
            done += got
        }
    }

    /// Hands over everything from the beginning, a megabyte at a time.
    func pieces(_ body: (UnsafeRawBufferPointer) throws(ModelError) -> Void) throws(ModelError) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        var offset = 0
        while offset < count {
            let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, count - offset)])
            try read(at: offset, into: piece)
            try body(UnsafeRawBufferPointer(piece))
            offset += piece.count
        }
    }

    func cutShort() -> ModelError { .damaged(path: path, what: "it is cut short") }
}
