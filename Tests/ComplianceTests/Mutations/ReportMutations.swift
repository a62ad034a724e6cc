extension Mutation {
    static let reports: [Mutation] = [
        Mutation(rule: "NEC-03", also: ["PRG-03"]) { note in
            guard note.type == "progress" else { return [] }
            let stuck = note.replacing("plan", by: "Continue 2x/week for 4 weeks.")
            return [
                stuck.replacing(
                    "measures", by: "TUG 21.0 s at evaluation, 21.0 s last report, 21.0 s today (no change)."),
                stuck.replacing(
                    "measures",
                    by: "Score initial 42/80, now 44/80. Function has plateaued; no change since the last report."),
            ]
        },
        .part(
            "PRG-01", "visits", of: ["progress", "daily"],
            ["Visit 13. Last progress report at visit 1.", "14 visits since the last progress report."]),
        .change("PRG-02", "signature", of: ["progress"], assistants),
        .part("PRG-03", "measures", of: ["progress"], [nil, "Steady gains in all areas."]),
        .change(
            "PRG-04", "goals", of: ["progress"],
            [
                {
                    $0.split(separator: "\n").map { line in line.split(separator: " - ")[0] + "." }.joined(
                        separator: "\n")
                },
                {
                    $0.split(separator: "\n").enumerated().map {
                        $0.offset == 0 ? String($0.element.split(separator: " - ")[0]) + "." : String($0.element)
                    }.joined(separator: "\n")
                },
            ]),
        .part("PRG-05", "plan", of: ["progress"], [nil, "Patient plans to visit family."]),
        .part("PRG-06", "period", of: ["progress"], [nil, "Pleasant and cooperative."]),
        .part("DSC-01", "reason", of: ["discharge"], [nil, "Please call with questions."]),
        .part("DSC-02", "measures", of: ["discharge"], [nil, "Great improvement overall."]),
        .change(
            "DSC-03", "goals", of: ["discharge"],
            [
                {
                    $0.split(separator: "\n").map { line in line.split(separator: " - ")[0] + "." }.joined(
                        separator: "\n")
                },
                { _ in "Goals were reviewed with the patient." },
            ]),
        .change("DSC-04", "signature", of: ["discharge"], assistants),
        .part("DSC-05", "after", of: ["discharge"], [nil, "Owns an exercise bicycle."]),
    ]
}
