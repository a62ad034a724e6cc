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
    /// Why there is nothing about the notes together, as a sentence.
    package let chartRemark: String?

    package init(items: [Item], chart: [MaskedAnalysis.Finding] = [], chartRemark: String? = nil) {
        self.items = items
        self.chart = chart
        self.chartRemark = chartRemark
    }

    /// Finds the identifiers of notes, judges them, and keeps the masked rendering alone.
    /// - Parameter isEpisode: The notes are one patient's: replacements are numbered through, and chart rules run too.
    package static func masked(
        _ notes: [(name: String, result: Result<NoteSource, any Error>)], context: ReviewContext,
        isEpisode: Bool = false, rubric: Rubric = .standard, analyser: Analyser = .standard
    ) -> ReportBundle {
        let options = AnalysisOptions(
            discipline: context.discipline, type: context.noteType, asOf: context.asOf, strictness: context.strictness)
        var secret = EpisodeSecret(key: [], pseudonyms: Pseudonyms())
        var items: [Item] = []
        var read: [(id: String, source: NoteSource, options: AnalysisOptions)] = []
        for (name, result) in notes {
            do {
                let source = try result.get()
                let found = try analyser.analyse(
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
        guard isEpisode else { return ReportBundle(items: items) }
        do {
            let chart = try analyser.chart(
                read, rubric: rubric, numbering: Numbering(episode: "", version: 0, secret: secret),
                asOf: context.asOf, left: [])
            return ReportBundle(items: items, chart: chart.items.map(\.finding))
        } catch {
            let why = (error as? any Failure)?.sentence ?? IdentifierError.detectorFailed.sentence
            return ReportBundle(items: items, chartRemark: "The rules about a whole chart were not run. \(why)")
        }
    }
}
