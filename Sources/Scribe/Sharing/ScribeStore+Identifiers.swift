import Kernel
import Persistence

/// A word of a segment that may tell who somebody is.
struct FoundIdentifier: Sendable {
    let segment: Segment
    /// Code points of the segment's text.
    let range: Range<Int>
    let type: String
    let text: String
}

extension ScribeStore {
    /// The transcript is read as one text, so that a name said once is found wherever it comes again.
    func identifiers(in recording: Recording, by finder: any IdentifierFinder) async throws -> [FoundIdentifier] {
        guard let transcript = recording.transcript else { return [] }
        let segments = try await database.read { reader in
            try Segment.all(of: transcript, recording: recording.id, reader).filter { !$0.isSilent }
        }
        let found = try await finder.identifiers(in: segments.map(\.text).joined(separator: "\n"))
        var items: [FoundIdentifier] = []
        var start = 0
        var rest = found[...]
        for segment in segments {
            let scalars = Array(segment.text.unicodeScalars)
            while let next = rest.first, next.range.lowerBound < start + scalars.count {
                rest.removeFirst()
                let range = max(0, next.range.lowerBound - start)..<min(scalars.count, next.range.upperBound - start)
                guard !range.isEmpty else { continue }
                items.append(
                    FoundIdentifier(
                        segment: segment, range: range, type: next.type,
                        text: String(String.UnicodeScalarView(scalars[range]))))
            }
            start += scalars.count + 1
        }
        return items
    }
}
