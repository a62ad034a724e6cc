/// A made-up note without a defect, in named parts, so that a test can take one away or put another in its place.
struct CleanNote: Sendable {
    let name: String
    let type: String
    let discipline: String
    /// In the order of the note.
    var parts: [(name: String, text: String)]
    let layout: Layout

    enum Layout: Int, CaseIterable {
        case colon, markdown, bracketed, capitals
    }

    subscript(_ name: String) -> String? { parts.first { $0.name == name }?.text }

    func replacing(_ name: String, by text: String?) -> CleanNote {
        var copy = self
        copy.parts = parts.compactMap { part in part.name != name ? part : text.map { (name, $0) } }
        return copy
    }

    func changing(_ name: String, _ change: (String) -> String) -> CleanNote {
        var copy = self
        copy.parts = parts.map { $0.name == name ? ($0.name, change($0.text)) : $0 }
        return copy
    }

    /// Parts with the same section stand together under its heading.
    var text: String {
        var lines: [String] = []
        var section = ""
        for part in parts {
            let heading = Self.section(part.name, type)
            if heading != section, !heading.isEmpty {
                lines.append(layout == .bracketed ? "" : "")
                lines.append(styled(heading))
            }
            section = heading
            lines.append(part.text)
        }
        return lines.joined(separator: "\n")
    }

    private func styled(_ heading: String) -> String {
        switch layout {
        case .colon: heading + ":"
        case .markdown: "**" + heading + "**"
        case .bracketed: "== " + heading + " =="
        case .capitals: heading.uppercased() + ":"
        }
    }

    private static func section(_ part: String, _ type: String) -> String {
        switch part {
        case "title", "header", "date": ""
        case "onset", "prior", "complaint", "visits", "period", "course": "Subjective"
        case "measures": "Objective"
        case "interventions", "helpers": "Interventions"
        case "response": "Response"
        case "need", "prognosis", "diagnosis", "impact", "side": "Assessment"
        case "goals": "Goals"
        case "frequency", "duration", "services", "plan", "diet": "Plan"
        case "certification", "interval": "Certification"
        case "billing", "timed", "total", "threshold": "Billing"
        case "reason": "Reason for discharge"
        case "after": "Recommendations"
        default: ""
        }
    }
}

extension CleanNote {
    /// Two of each type and discipline, in turning layouts.
    static let all: [CleanNote] = {
        var notes: [CleanNote] = []
        for (place, discipline) in ["PT", "OT", "SLP"].enumerated() {
            for variant in 0..<2 {
                let layouts = Layout.allCases
                func layout(_ step: Int) -> Layout { layouts[(place + variant * 2 + step) % layouts.count] }
                notes.append(evaluation(discipline, variant, layout(0)))
                notes.append(progress(discipline, variant, layout(1)))
                notes.append(treatment(discipline, variant, layout(2)))
                notes.append(discharge(discipline, variant, layout(3)))
            }
        }
        return notes
    }()

    static func signature(_ discipline: String, _ variant: Int, _ date: String) -> String {
        let who = [
            "PT": [
                "Electronically signed by Harriet Vance, PT, DPT on \(date) 15:20", "/s/ Owen Marsh, MPT   \(date)",
            ],
            "OT": [
                "Electronically signed by Ines Calder, OTR/L on \(date)", "Signed: Tobias Wren, OTD, OTR/L (\(date))",
            ],
            "SLP": [
                "Electronically signed by Mara Quill, MA, CCC-SLP on \(date)",
                "/s/ Felix Horne, M.S., CCC-SLP   \(date)",
            ],
        ]
        return who[discipline]?[variant] ?? ""
    }

    static func word(_ discipline: String) -> String {
        ["PT": "Physical Therapy", "OT": "Occupational Therapy", "SLP": "Speech-Language Pathology"][discipline] ?? ""
    }
}
