import Foundation
import Kernel
import Persistence

/// What the order of an episode's notes shows, masked.
struct EpisodeChart: Sendable {
    struct Place: Sendable {
        let note: String
        /// Of the masked text of that note, with masked words.
        let evidence: MaskedAnalysis.Evidence
    }

    struct Item: Sendable {
        let finding: MaskedAnalysis.Finding
        let places: [Place]
        let notes: [String]
    }

    let items: [Item]
    let visits: VisitCounter
    let dueDates: [DueDate]
    /// Ids of notes whose names, birth date or record number are another patient's than those of most others.
    let strangers: [String]
    /// Ids of notes whose text was not kept, or whose analysis has not ended: they are not in it.
    let left: [String]
}

extension Analyser {
    /// - Parameter notes: id, text and options of each, in any order
    func chart(
        _ notes: [(id: String, source: NoteSource, options: AnalysisOptions)], rubric: Rubric, numbering: Numbering,
        asOf: CivilDate, left: [String]
    ) throws -> EpisodeChart {
        var maps: [String: (MaskMap, NoteSource)] = [:]
        var masks: [WordMask] = []
        var chart: [ChartNote] = []
        var marks: [(id: String, marks: PatientMarks)] = []
        for (id, source, options) in notes {
            let note = NoteText(source.text)
            let identified = try identify(note, options, numbering.startOfCare, numbering.pseudonyms)
            maps[id] = (try MaskMap(note, identified), source)
            masks.append(WordMask(note, identified) { try self.identify($0, options, nil, .init()) })
            var context = options.context
            context.asOf = asOf
            chart.append(ChartNote(id: id, note: note, context: context, rubric: rubric))
            let birth = chart.last?.facts.serviceDates.birth?.date
            marks.append((id, PatientMarks(identified, birth: birth)))
        }
        let reviewer = ChartReviewer(rubric: rubric)
        let items = try reviewer.review(chart, asOf: asOf).map { found in
            let places = found.places.compactMap { place -> EpisodeChart.Place? in
                maps[place.note].map { map, source in
                    EpisodeChart.Place(
                        note: place.note, evidence: MaskedAnalysis.Evidence(place.evidence, source, map))
                }
            }
            return EpisodeChart.Item(
                finding: try MaskedAnalysis.Finding(found.finding, places.map(\.evidence), masks), places: places,
                notes: found.notes)
        }
        return EpisodeChart(
            items: items, visits: reviewer.visits(chart, asOf: asOf),
            dueDates: reviewer.dueDates(chart, asOf: asOf), strangers: PatientMarks.strangers(marks), left: left)
    }
}

extension MaskedAnalysis.Finding {
    /// A finding about several notes: the words of each of them are masked.
    init(_ finding: Finding, _ evidence: [MaskedAnalysis.Evidence], _ masks: [WordMask]) throws {
        let quotes = zip(finding.evidence, evidence).map { ($0.quote, $1.quote) }
        func mask(_ text: String) throws -> String {
            // dates are counted from the same day in every note of an episode, so the first mask replaces them all
            try masks.reduce(text) { try $1.mask($0, quoting: quotes) }
        }
        self.init(
            id: finding.id, ruleId: finding.ruleId, ruleVersion: finding.ruleVersion, title: finding.title,
            severity: finding.severity, status: finding.status, evidence: evidence, searched: finding.searched,
            missing: try finding.missing.map(mask), due: finding.due,
            maskedDue: finding.due.flatMap { due in masks.first?.offset(of: due) },
            warning: try finding.warning.map(mask), reason: try mask(finding.reason), citation: finding.citation,
            tip: finding.tip, exampleWording: finding.exampleWording, financial: finding.financial)
    }
}

extension ComplianceStore {
    /// The chart rules over the notes of an episode, as of today. To look at it goes into the audit trail.
    func chart(of episode: String, by actor: Actor) async throws -> (row: EpisodeRow, notes: [NoteRow], EpisodeChart) {
        let notes = try await notes(ofEpisode: episode, owner: actor.userID).inOrderOfService
        let now = clock.now()
        let row = try await database.write { tx in
            let row = try EpisodeRow.find(episode, of: actor.userID, tx)
            try tx.audit(actor.entry("episode.view", row.resource), at: now)
            return row
        }
        var known: [(id: String, source: NoteSource, options: AnalysisOptions)] = []
        for note in notes where note.state == .ready {
            guard let source = try await original(of: note) else { continue }
            known.append((note.id, source, note.options.value))
        }
        let read = Set(known.map(\.id))
        let left = notes.map(\.id).filter { !read.contains($0) }
        let (rubric, today) = (try await activeRubric(), try await today())
        let numbering = Numbering(episode: episode, version: row.version, secret: try secret(of: row))
        let chart = try await Blocking.run { [analyser, known] in
            try analyser.chart(known, rubric: rubric, numbering: numbering, asOf: today, left: left)
        }
        return (row, notes, chart)
    }
}

extension [NoteRow] {
    /// By the day of service, `[DATE+21d]`; notes of one day, and at the end those without one, as they came.
    fileprivate var inOrderOfService: [NoteRow] {
        let days = map { note in
            note.dateOfService.flatMap { Int($0.dropFirst("[DATE".count).dropLast("d]".count)) } ?? .max
        }
        return zip(days, self).enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
            .map(\.element.1)
    }
}
