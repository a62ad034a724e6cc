import ArgumentParser
import Compliance
import Kernel

struct Scrub: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take identifiers out of clinical notes on this machine; needs neither a server nor a database.",
        discussion: """
            Plain text, RTF, PDF, DOCX and pictures. A note that cannot be read stands in its place with the reason, the \
            others go on, and the exit code is 1.
            """)

    @Argument(help: "Notes.")
    var notes: [String]

    @Flag(help: "Also take out what is only probably an identifier.")
    var strict = false

    @Option(help: "json (spans and masked text) or text (masked text).")
    var format = ScrubFormat.text

    @OptionGroup var data: DataOptions

    func run() async throws {
        let scrubber = Scrubber(strict: strict)
        var failed = false
        var documents: [JSONValue] = []
        for note in await NoteFiles.read(notes) {
            let scrubbed = note.result.flatMap { source in
                Result { try scrubber.scrub(NoteText(source.text)) }
                    .mapError { _ in NoteFileError(IdentifierError.detectorFailed) }
            }
            switch scrubbed {
            case .success(let identified):
                if format == .text { try StandardOutput.write(Array(text(identified, of: note).utf8)) }
                documents.append(json(identified, file: note.file))
            case .failure(let error):
                failed = true
                StandardError.write("rounds: \(note.file): \(error.sentence)")
                documents.append(.object(["file": .string(note.file), "error": error.json]))
            }
        }
        if format == .json {
            try StandardOutput.write(line: JSONValue.object(["notes": .array(documents)]).canonicalBytes)
        }
        if failed { throw ExitCode(1) }
    }

    /// Several notes stand under their names.
    private func text(_ identified: Identified, of note: ReadNote) -> String {
        let heading = notes.count > 1 ? "── \(note.file)\n" : ""
        return heading + identified.masked + (identified.masked.hasSuffix("\n") ? "" : "\n")
    }

    private func json(_ identified: Identified, file: String) -> JSONValue {
        let spans = identified.spans.map { span in
            var members: [String: JSONValue] = [
                "start": .integer(Int64(span.start)), "end": .integer(Int64(span.end)),
                "type": .string(span.type.rawValue), "text": .string(span.text),
                "replacement": .string(span.replacement), "confidence": .number(span.confidence),
            ]
            if let sub = span.sub { members["sub"] = .string(sub) }
            return JSONValue.object(members)
        }
        return .object(["file": .string(file), "spans": .array(spans), "masked": .string(identified.masked)])
    }
}

enum ScrubFormat: String, CaseIterable, ExpressibleByArgument { case json, text }
