import Compliance
import Kernel

/// What `rounds review --format json` prints about all notes of one call. It quotes the notes, for it goes back to whoever
/// has them; HTML and text, which may be passed on, hold the masked rendering alone (`ReportBundle`).
struct ReviewDocument {
    struct Reviewed {
        let source: NoteSource
        let review: Review
    }

    private let notes: [(file: String, result: Result<Reviewed, NoteFileError>)]
    private let chart: [ChartFinding]?

    init(_ read: [ReadNote], context: ReviewContext, isEpisode: Bool) {
        let reviewer = Reviewer()
        var chartNotes: [ChartNote] = []
        notes = read.map { note in
            let result = note.result.map { source in
                let facts = NoteFacts(note: NoteText(source.text), context: context)
                if isEpisode { chartNotes.append(ChartNote(id: note.file, facts: facts)) }
                return Reviewed(source: source, review: reviewer.review(facts))
            }
            return (note.file, result)
        }
        chart = isEpisode ? ChartReviewer().review(chartNotes, asOf: context.asOf) : nil
    }

    var json: JSONValue {
        var members: [String: JSONValue] = [
            "notes": .array(
                notes.map { file, result in
                    switch result {
                    case .success(let reviewed):
                        reviewed.review.withPages(of: reviewed.source).json(file: file)
                    case .failure(let error): .object(["file": .string(file), "error": error.json])
                    }
                })
        ]
        if let chart { members["episode"] = .object(["findings": .array(chart.map(\.json))]) }
        return .object(members)
    }
}

extension ChartFinding {
    /// As for a note; each piece of evidence names its note.
    var json: JSONValue {
        guard case .object(var members) = finding.json else { return finding.json }
        members["evidence"] = .array(
            places.map { place in
                guard case .object(var evidence) = place.evidence.json else { return .null }
                evidence["file"] = .string(place.note)
                return .object(evidence)
            })
        members["notes"] = .array(notes.map(JSONValue.string))
        return .object(members)
    }
}
