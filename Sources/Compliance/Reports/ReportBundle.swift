import Kernel

/// Several reports in one document; masked.
package struct ReportBundle: Sendable {
    package enum Item: Sendable {
        case report(Report)
        case unread(name: String, message: String)
    }

    package let items: [Item]
    /// Of the notes together.
    package let chart: [MaskedAnalysis.Finding]

    package init(items: [Item], chart: [MaskedAnalysis.Finding] = []) {
        self.items = items
        self.chart = chart
    }

    /// Finds the identifiers of notes, judges them, and keeps the masked rendering alone.
    /// - Parameter isEpisode: The notes are one patient's: replacements are numbered through, and chart rules run too.
    package static func masked(
        _ notes: [(name: String, result: Result<NoteSource, any Error>)], context: ReviewContext,
        isEpisode: Bool = false,
        rubric: Rubric = .standard
    ) -> ReportBundle {
        let options = AnalysisOptions(
            discipline: context.discipline, type: context.noteType, asOf: context.asOf, strictness: context.strictness)
        var secret = EpisodeSecret(key: [], pseudonyms: Pseudonyms())
        var items: [Item] = []
        var read: [(id: String, source: NoteSource, options: AnalysisOptions)] = []
        for (name, result) in notes {
            do {
                let source = try result.get()
                let found = try Analyser.standard.analyse(
                    source, options, rubric: rubric, pseudonyms: secret.pseudonyms, startOfCare: secret.startOfCare)
                if isEpisode { (secret.pseudonyms, secret.startOfCare) = (found.pseudonyms, found.startOfCare) }
                read.append((name, source, options))
                items.append(
                    .report(
                        Report(
                            name: name, asOf: context.asOf, analysis: found.analysis, encoding: source.encoding,
                            pages: source.pages, pictures: source.pictures.count, warning: source.warning)))
            } catch let failure as any Failure {
                items.append(.unread(name: name, message: failure.sentence))
            } catch {
                items.append(.unread(name: name, message: IdentifierError.detectorFailed.sentence))
            }
        }
        return ReportBundle(items: items, chart: isEpisode ? chart(read, secret, context.asOf, rubric) : [])
    }

    private static func chart(
        _ notes: [(id: String, source: NoteSource, options: AnalysisOptions)], _ secret: EpisodeSecret,
        _ asOf: CivilDate, _ rubric: Rubric
    ) -> [MaskedAnalysis.Finding] {
        let numbering = Numbering(episode: "", version: 0, secret: secret)
        let chart = try? Analyser.standard.chart(notes, rubric: rubric, numbering: numbering, asOf: asOf, left: [])
        return chart?.items.map(\.finding) ?? []
    }
}
