import Kernel
import Persistence

extension JSONWriter {
    /// A card of a list.
    mutating func members(of note: NoteRow, name: NoteName) {
        card(note, name)
        member("score", decimal: note.score)
    }

    private mutating func card(_ note: NoteRow, _ name: NoteName) {
        member("id", note.id)
        member("name", name.shown)
        member("at", at: note.createdAt.milliseconds)
        member("state", note.state.rawValue)
        member("errorCode", note.errorCode)
        member("message", note.message)
        member("noteType", note.noteType?.rawValue)
        member("discipline", note.discipline?.rawValue)
        member("dateOfService", note.dateOfService)
        nest("violated") {
            $0.member("high", note.high)
            $0.member("medium", note.medium)
            $0.member("low", note.low)
        }
        member("pending", note.pending)
        member("undeterminable", note.undeterminable)
        member("episode", note.episode)
        member("batch", note.batch)
        member("rubric", rubric: note.rubricId, note.rubricVersion)
        member("cached", note.cached)
    }

    /// A note with its report; without one when its analysis has not ended.
    mutating func members(
        of note: NoteRow, name: NoteName, report: KeptReport?, verdicts: [String: FindingVerdict]
    ) {
        card(note, name)
        let analysis = report?.analysis
        member("masked", analysis?.masked)
        member("spans", analysis?.spans ?? []) { json, span in
            json.object {
                $0.member("start", span.start)
                $0.member("end", span.end)
                $0.member("type", span.type.rawValue)
                $0.member("sub", span.sub)
                $0.member("replacement", span.replacement)
                $0.member("confidence", decimal: span.confidence)
            }
        }
        member("findings", analysis?.findings ?? []) { json, finding in
            json.object { $0.members(of: finding, verdict: verdicts[finding.id]) }
        }
        nest("score") {
            $0.member("value", decimal: analysis?.score?.value)
            $0.member("numerator", analysis?.score?.numerator ?? 0)
            $0.member("denominator", analysis?.score?.denominator ?? 0)
            $0.member("capped", analysis?.score?.isCapped ?? false)
        }
        classification(analysis)
        member("checklist", analysis?.findings.filter { $0.status != .notApplicable } ?? []) { json, finding in
            json.object {
                $0.member("ruleId", finding.ruleId)
                $0.member("title", finding.title)
                $0.member("severity", finding.severity.rawValue)
                $0.member("status", finding.status.rawValue)
            }
        }
        let pictures = report?.source.pictures ?? []
        let notChecked = analysis.map { NotChecked.list($0, pictures: pictures.count) } ?? []
        member("notChecked", notChecked) { json, item in
            json.object {
                $0.member("what", item.what)
                $0.member("why", item.why)
            }
        }
        member("limits", texts: Report.limits)
        member("engineVersion", analysis?.engineVersion)
        member("encoding", report?.source.encoding)
        member("pages", report?.source.pages ?? 0)
        member("withheldImages", texts: pictures)
        member("warning", report?.source.warning)
        member("originalKept", note.hasOriginal)
        member("expiresAt", at: note.expiresAt?.milliseconds)
        let options = note.options.value
        nest("options") {
            $0.member("discipline", options.discipline?.rawValue)
            $0.member("type", options.type?.rawValue)
            $0.member("asOf", options.asOf.description)
            $0.member("strict", options.strict)
        }
        member("report", note.report)
    }

    private mutating func classification(_ analysis: MaskedAnalysis?) {
        name("classification")
        guard let analysis else { return value(JSONValue.null) }
        object {
            $0.member("type", analysis.noteType?.rawValue)
            $0.member("discipline", analysis.discipline?.rawValue)
            $0.member("typeEvidence", analysis.typeEvidence) { $0.evidence($1) }
            $0.member("disciplineEvidence", analysis.disciplineEvidence) { $0.evidence($1) }
            $0.member("conflicts", texts: analysis.conflicts)
            $0.member("recertification", analysis.recertification)
        }
    }

    mutating func evidence(_ evidence: MaskedAnalysis.Evidence, of note: String? = nil) {
        object {
            if let note { $0.member("document", note) }
            $0.member("start", evidence.start)
            $0.member("end", evidence.end)
            $0.member("maskedStart", evidence.start)
            $0.member("maskedEnd", evidence.end)
            $0.member("originalStart", evidence.originalStart)
            $0.member("originalEnd", evidence.originalEnd)
            $0.member("quote", evidence.quote)
            $0.member("page", evidence.page)
            $0.member("confidence", decimal: evidence.confidence)
        }
    }

    mutating func members(of finding: MaskedAnalysis.Finding, verdict: FindingVerdict?) {
        member("id", finding.id)
        member("ruleId", finding.ruleId)
        member("ruleVersion", finding.ruleVersion)
        member("title", finding.title)
        member("severity", finding.severity.rawValue)
        member("status", finding.status.rawValue)
        member("evidence", finding.evidence) { $0.evidence($1) }
        members(ofText: finding)
        name("verdict")
        guard let verdict else { return value(JSONValue.null) }
        object {
            $0.member("correct", verdict.correct)
            $0.member("comment", verdict.comment)
            $0.member("at", at: verdict.at.milliseconds)
        }
    }

    mutating func members(ofText finding: MaskedAnalysis.Finding) {
        member("searched", texts: finding.searched)
        member("missing", texts: finding.missing)
        member("due", finding.due?.description)
        member("maskedDue", finding.maskedDue)
        member("warning", finding.warning)
        member("reason", finding.reason)
        member("citation", of: finding.citation)
        member("tip", finding.tip)
        member("exampleWording", finding.exampleWording)
        member("financial", finding.financial)
    }

    mutating func member(_ name: String, of citation: Citation) {
        nest(name) {
            $0.member("publication", citation.publication)
            $0.member("chapter", citation.chapter)
            $0.member("section", citation.section)
            $0.member("effective", citation.effective)
        }
    }
}
