/// Reports as one page that needs nothing else: no script, no font, no picture. Every piece of text is escaped.
package enum ReportHTML {
    package static func page(_ bundle: ReportBundle) -> String {
        var html = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(escaped(title(bundle)))</title>
            <style>\(ReportStyle.css)</style>
            </head>
            <body>

            """
        for item in bundle.items {
            switch item {
            case .report(let report): html += section(report)
            case .unread(let name, let message):
                html += "<article>\n<h1>\(escaped(name))</h1>\n<p>Not read. \(escaped(message))</p>\n</article>\n"
            }
        }
        if let remark = bundle.chartRemark {
            html += "<article>\n<h1>The notes together</h1>\n<p class=\"ask\">\(escaped(remark))</p>\n</article>\n"
        }
        if !bundle.chart.isEmpty {
            html += "<article>\n<h1>The notes together</h1>\n"
            for status in ReportWords.statuses { html += findings(bundle.chart.filter { $0.status == status }, status) }
            html += "</article>\n"
        }
        return html + "</body>\n</html>\n"
    }

    package static func page(_ report: Report) -> String { page(ReportBundle(items: [.report(report)])) }

    /// `&`, `<`, `>` and both quotes, for text and for values of attributes.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { [0x26, 0x3C, 0x3E, 0x22, 0x27].contains($0) }) else { return text }
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }

    private static func title(_ bundle: ReportBundle) -> String {
        guard bundle.items.count == 1, case .report(let report) = bundle.items[0] else { return "Compliance report" }
        return "Compliance report: \(report.name)"
    }

    private static func section(_ report: Report) -> String {
        var html = "<article>\n<h1>\(escaped(report.name))</h1>\n<dl>\n"
        for (label, value) in report.facts { html += "<dt>\(escaped(label))</dt><dd>\(escaped(value))</dd>\n" }
        html += "</dl>\n"
        for conflict in report.analysis.conflicts { html += "<p class=\"ask\">\(escaped(conflict))</p>\n" }
        for status in ReportWords.statuses where status != .satisfied {
            html += findings(report.findings(status), status)
        }
        let met = report.findings(.satisfied)
        html += findings(met.filter { $0.warning != nil }, .satisfied, title: "Met, with something to look at")
        html += checklist(report)
        html += "<h2>The note</h2>\n<pre>\(NoteMarkup(report.analysis).html())</pre>\n"
        html += "<h2>Not checked</h2>\n<ul>\n"
        for item in report.notChecked { html += "<li>\(escaped(item.what)): \(escaped(item.why))</li>\n" }
        html += "</ul>\n<h2>Limits</h2>\n<ul>\n"
        for line in report.remarks + Report.limits { html += "<li>\(escaped(line))</li>\n" }
        return html + "</ul>\n</article>\n"
    }

    private static func findings(
        _ findings: [MaskedAnalysis.Finding], _ status: FindingStatus, title: String? = nil
    ) -> String {
        guard !findings.isEmpty else { return "" }
        var html = "<h2>\(escaped(title ?? ReportWords.status(status))) (\(findings.count))</h2>\n"
        for finding in findings { html += self.finding(finding) }
        return html
    }

    private static func finding(_ finding: MaskedAnalysis.Finding) -> String {
        var html = "<section class=\"\(finding.status.rawValue) \(finding.severity.rawValue)\">\n"
        html += "<h3>\(escaped(finding.ruleId)) \(escaped(finding.title))</h3>\n"
        html += "<p class=\"kind\">\(escaped(ReportWords.severity(finding.severity)))</p>\n"
        html += "<p>\(escaped(finding.reason))</p>\n"
        if let due = finding.maskedDue { html += "<p><b>Due</b> \(escaped(due))</p>\n" }
        if let warning = finding.warning { html += "<p><b>Look at</b> \(escaped(warning))</p>\n" }
        for evidence in finding.evidence {
            let page = evidence.page.map { " <cite>page \($0)</cite>" } ?? ""
            html += "<blockquote>\(escaped(evidence.quote))\(page)</blockquote>\n"
        }
        if finding.evidence.isEmpty, !finding.searched.isEmpty {
            html += "<p class=\"kind\">Looked in: \(escaped(Reasons.list(finding.searched)))</p>\n"
        }
        if finding.status != .satisfied {
            if !finding.tip.isEmpty { html += "<p><b>Suggestion</b> \(escaped(finding.tip))</p>\n" }
            if !finding.exampleWording.isEmpty {
                html += "<p><b>For example</b> <i>\(escaped(finding.exampleWording))</i></p>\n"
            }
            if !finding.financial.isEmpty { html += "<p class=\"kind\">\(escaped(finding.financial))</p>\n" }
        }
        return html + "<p class=\"kind\">\(escaped(ReportWords.citation(finding.citation)))</p>\n</section>\n"
    }

    private static func checklist(_ report: Report) -> String {
        var html =
            "<h2>Checklist</h2>\n<table>\n<thead><tr><th>Rule</th><th>Title</th><th>Result</th></tr></thead>\n<tbody>\n"
        for finding in report.analysis.findings where finding.status != .notApplicable {
            html += "<tr class=\"\(finding.status.rawValue)\"><td>\(escaped(finding.ruleId))</td>"
            html += "<td>\(escaped(finding.title))</td><td>\(escaped(ReportWords.status(finding.status)))</td></tr>\n"
        }
        return html + "</tbody>\n</table>\n"
    }
}
