/// The masked note with its replacements and the words that findings rest on set off.
struct NoteMarkup {
    struct Piece {
        let range: Range<Int>
        let isReplacement: Bool
        /// Rules that rest on it, and whether one of them is broken.
        let rules: [String]
        let isBroken: Bool
    }

    /// Words that a finding rests on.
    private struct Rest {
        /// Of the catalogue, then of the note.
        let order: Int
        let range: Range<Int>
        let finding: MaskedAnalysis.Finding
    }

    private let scalars: [Unicode.Scalar]
    let pieces: [Piece]

    init(_ analysis: MaskedAnalysis) {
        scalars = Array(analysis.masked.unicodeScalars)
        let count = scalars.count
        var rests: [Rest] = []
        for finding in analysis.findings where [.violated, .pending, .satisfied].contains(finding.status) {
            for evidence in finding.evidence {
                let range = (evidence.start..<evidence.end).clamped(to: 0..<count)
                if !range.isEmpty { rests.append(Rest(order: rests.count, range: range, finding: finding)) }
            }
        }
        rests.sort { ($0.range.lowerBound, $0.order) < ($1.range.lowerBound, $1.order) }
        let spans = analysis.spans.map { ($0.start..<$0.end).clamped(to: 0..<count) }
        // Cut at every beginning and end, so that pieces neither overlap nor nest; one sweep over both lists.
        let cuts = Set([0, count] + (rests.map(\.range) + spans).flatMap { [$0.lowerBound, $0.upperBound] }).sorted()
        var here: [Rest] = []
        var (next, span) = (0, 0)
        pieces = zip(cuts, cuts.dropFirst()).map { start, end in
            here.removeAll { $0.range.upperBound <= start }
            while next < rests.count, rests[next].range.lowerBound <= start {
                here.append(rests[next])
                next += 1
            }
            while span < spans.count, spans[span].upperBound <= start { span += 1 }
            var rules: [String] = []
            for rest in here.sorted(by: { $0.order < $1.order }) where !rules.contains(rest.finding.ruleId) {
                rules.append(rest.finding.ruleId)
            }
            return Piece(
                range: start..<end, isReplacement: span < spans.count && spans[span].lowerBound <= start, rules: rules,
                isBroken: here.contains { $0.finding.status == .violated })
        }
    }

    func text(_ piece: Piece) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[piece.range])
        return String(view)
    }

    func html() -> String {
        pieces.map { piece in
            var html = ReportHTML.escaped(text(piece))
            if piece.isReplacement { html = "<span class=\"masked\">\(html)</span>" }
            guard !piece.rules.isEmpty else { return html }
            let rules = ReportHTML.escaped(piece.rules.joined(separator: ", "))
            return "<mark\(piece.isBroken ? " class=\"violated\"" : "") title=\"\(rules)\">\(html)</mark>"
        }.joined()
    }
}

enum ReportStyle {
    static let css = """
        :root{color-scheme:light}
        body{font:11pt/1.45 "Segoe UI","Liberation Sans",Arial,sans-serif;color:#1b1f24;background:#fff;margin:2rem auto;max-width:46rem;padding:0 1rem}
        article+article{break-before:page;margin-top:3rem}
        h1{font-size:1.45rem;overflow-wrap:anywhere}h2{font-size:1.1rem;margin-top:1.8rem;border-bottom:1px solid #c9ced6;break-after:avoid}
        h3{font-size:1rem;margin:0;break-after:avoid}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem}dt{color:#4a525c}dd{margin:0;overflow-wrap:anywhere}
        section{border-left:4px solid #8a929c;padding:.4rem .8rem;margin:.8rem 0;break-inside:avoid}
        section.violated.high{border-color:#a4161a}section.violated.medium{border-color:#b35c00}section.pending{border-color:#1d5fa8}
        section p{margin:.25rem 0}.kind{color:#4a525c;font-size:.92em}
        blockquote{margin:.3rem 0;padding:.2rem .6rem;background:#f2f4f7;white-space:pre-wrap;overflow-wrap:anywhere}
        pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f8f9fb;border:1px solid #d9dde3;padding:.8rem;font:10pt/1.5 "Liberation Mono",Consolas,monospace}
        mark{background:#e4f0dd;color:inherit}mark.violated{background:#f9dcdc;text-decoration:underline}
        .masked{color:#3b3f8f;font-weight:600}.ask{border-left:4px solid #1d5fa8;padding-left:.8rem}
        table{border-collapse:collapse;width:100%;font-size:.95em}th,td{text-align:left;padding:.2rem .5rem;border-bottom:1px solid #e3e6eb;vertical-align:top}
        tr{break-inside:avoid}tr.violated td:last-child{color:#a4161a;font-weight:600}
        @page{margin:18mm 16mm}
        @media print{body{margin:0;max-width:none;font-size:10pt}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
        """
}
