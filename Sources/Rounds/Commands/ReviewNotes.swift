import ArgumentParser
import Compliance
import Foundation
import Kernel

struct ReviewNotes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Check clinical notes against the documentation rules; needs neither a server nor a database.",
        discussion: """
            Plain text, RTF, PDF, DOCX and pictures. Notes are judged one by one; with --episode they are one patient's \
            chart and the rules about charts run too. A note that cannot be read stands in its place with the reason, the \
            others go on, and the exit code is 1. Rounds supports professional judgement and does not replace it.
            """)

    @Argument(help: "Notes.")
    var notes: [String]

    @Option(help: "PT, OT or SLP. Default: what the note looks like.")
    var discipline: Discipline?

    @Option(help: "evaluation, progress, daily or discharge. Default: what the note looks like.")
    var type: NoteType?

    @Option(help: "Day on which the notes are judged, YYYY-MM-DD. Default: today.", transform: ComplianceArguments.date)
    var asOf: CivilDate?

    @Flag(help: "The notes are one patient's chart.")
    var episode = false

    @Option(help: "json, html or text.")
    var format = ReviewFormat.text

    @OptionGroup var data: DataOptions

    func run() async throws {
        _ = try Rubric.bundled.usable
        let today = CivilDate(Instant.now(), in: .current)
        let context = ReviewContext(asOf: asOf ?? today, noteType: type, discipline: discipline)
        let read = await NoteFiles.read(notes)
        switch format {
        case .json:
            try StandardOutput.write(
                line: ReviewDocument(read, context: context, isEpisode: episode).json.canonicalBytes)
        case .html: try StandardOutput.write(Array(ReportHTML.page(bundle(read, context)).utf8))
        case .text: try StandardOutput.write(Array(ReportText.text(bundle(read, context)).utf8))
        }
        let errors = read.compactMap(\.problem)
        for error in errors { StandardError.write("rounds: \(error)") }
        if !errors.isEmpty { throw ExitCode(1) }
    }

    private func bundle(_ read: [ReadNote], _ context: ReviewContext) -> ReportBundle {
        ReportBundle.masked(
            read.map { ($0.file, $0.result.mapError { $0 as any Error }) }, context: context, isEpisode: episode)
    }
}

enum ReviewFormat: String, CaseIterable, ExpressibleByArgument { case json, html, text }
