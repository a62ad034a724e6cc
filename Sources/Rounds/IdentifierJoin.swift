import Compliance
import Kernel
import Scribe

/// The notes' way of finding identifiers, for transcripts that are about to be shared.
struct NoteIdentifiers: IdentifierFinder {
    func identifiers(in text: String) async throws -> [PossibleIdentifier] {
        try await Blocking.run {
            try Scrubber().scrub(NoteText(text)).spans.map {
                PossibleIdentifier(range: $0.start..<$0.end, type: $0.type.rawValue)
            }
        }
    }
}
