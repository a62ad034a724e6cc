extension Mutation {
    private static let daily = ["daily"]

    static let treatment: [Mutation] = [
        .part("TXN-01", "date", of: daily, [nil, "Time of arrival: morning."]),
        .part(
            "TXN-02", "interventions", of: daily, also: ["NEC-02"],
            ["Treated per flow sheet.", "Treatment as per plan of care; cues given and technique adjusted."]),
        Mutation(rule: "TXN-03") { note in
            guard note.type == "daily", note["timed"] != nil else { return [] }
            let bare = note.changing("billing") { text in
                text.replacing(#/\x20\(\d+ min\)/#, with: "").replacing(#/\|\x20\d+\x20\|\x20(\d)\x20\|/#) {
                    "| - | \($0.1) |"
                }
            }
            return [nil, "Timed minutes not recorded.", "Timed codes as above."].map { bare.replacing("timed", by: $0) }
        },
        .part("TXN-04", "total", of: daily, [nil, "Time in 9:05 AM, rest break 5 min."]),
        .part(
            "TXN-05", "signature", of: daily, ["\nTherapist signature: ____________________", "\nNote is NOT signed."]),
        Mutation(rule: "NEC-02", also: ["TXN-02"]) { note in
            guard note.type == "daily" else { return [] }
            let bare = note.replacing("response", by: "Tolerated well.")
            return [
                "Therapeutic exercise: independent, 3x10.\nGait training: same as last visit.",
                "Therapeutic activities: completed without assistance or changes.",
            ].map { bare.replacing("interventions", by: $0) }
        },
        .change(
            "BIL-01", "billing", of: daily,
            [
                swap(
                    ("97110 x 2", "97110 x 3"), ("| 24 | 2 |", "| 24 | 3 |"), ("2 units 97530", "3 units 97530"),
                    ("97112 x 1", "97112 x 2")),
                swap(
                    ("97116 x 1", "97116 x 2"), ("| 14 | 1 |", "| 14 | 2 |"), ("1 unit 97140", "2 units 97140"),
                    ("97535 x 1", "97535 x 2")),
                swap(
                    ("97110 x 2", "97110 x 1"), ("| 24 | 2 |", "| 24 | 1 |"), ("2 units 97530", "1 unit 97530"),
                    ("97535 x 1 (20 min)", "97535 x 3 (20 min)")),
            ]),
        .part(
            "BIL-02", "total", of: daily, disciplines: ["PT", "OT"],
            ["Total treatment time: 20 min", "Total treatment minutes: 12", "TTT 31 min"]),
        .part(
            "BIL-03", "billing", of: daily, disciplines: ["PT"], also: ["BIL-01"],
            [
                "97110 x 1 (7 min) GP", "97140: 6 min, 1 unit GP", "1 unit 97116-GP (5 min)", "97035 x 1 (4 min) GP",
                "97530-GP x 1 (3 min)",
            ]),
        .part(
            "BIL-04", "billing", of: daily, disciplines: ["SLP"],
            [
                "92507 x 2 GN", "3 units 92526-GN", "92508: 2 units GN", "92507-GN x 4",
                "| CPT | Service | Min | Units | Mod |\n| 92507 | Speech treatment | 45 | 3 | GN |",
            ]),
        Mutation(rule: "BIL-05") { note in
            guard note.type == "daily", note.discipline != "SLP", let helped = note["interventions"] else { return [] }
            let who = note.discipline == "PT" ? "PTA" : "COTA"
            return [
                "Treatment furnished by J. Lindqvist, \(who).",
                "Session was provided entirely by J. Lindqvist, \(who), under general supervision.",
                "\(who) provided 20 of 38 minutes.",
            ].map { note.replacing("interventions", by: helped + "\n" + $0) }
        },
        .change(
            "BIL-06", "billing", of: daily,
            [
                swap(("GP", "G0"), ("GO", "GP"), ("GN", "GP"), ("G0", "GO")),
                swap(("GP", "G0"), ("GO", "GN"), ("GN", "GO"), ("G0", "GN")),
            ]),
        .part("BIL-07", "threshold", of: daily, ["$2,655 allowed YTD", "Year to date allowed: $3,120.50"]),
        Mutation(rule: "SUP-01") { note in
            guard note.type == "daily", let done = note["interventions"] else { return [] }
            return [
                "Student clinician treated the patient; supervisor checked in at the end.",
                "A student led the session under supervision.",
            ]
            .map { note.replacing("interventions", by: done + "\n" + $0) }
        },
        Mutation(rule: "SUP-02") { note in
            guard note.type == "daily", let done = note["interventions"] else { return [] }
            return [
                "Rehab aide led exercises for 12 of the timed minutes.",
                "The therapy technician took the patient through the last 10 minutes.",
            ]
            .map { note.replacing("interventions", by: done + "\n" + $0) }
        },
        Mutation(rule: "SUP-03") { note in
            guard note.type == "daily", note.discipline == "SLP", let done = note["interventions"],
                let signature = note["signature"]
            else { return [] }
            let said = [
                "Session furnished by SLPA.", "Treatment was provided by J. Lindqvist, SLPA.",
                "SLP assistant provided the session.",
            ]
            .map { note.replacing("interventions", by: done + "\n" + $0) }
            return said + assistants.map { note.replacing("signature", by: $0(signature)) }
        },
        Mutation(rule: "GEN-01") { note in
            guard let text = note["header"], note.type != "evaluation" else { return [] }
            return [text + "\nPain: [INSERT VALUE]"].map { note.replacing("header", by: $0) }
        },
        .change("GEN-01", "measures", of: ["evaluation"], [{ $0 + " ROM ***." }, { $0 + " {{goal_text}}" }]),
        .change(
            "GEN-02", "side", of: daily,
            [
                swap(
                    ("Operated right", "Operated left"), ("Affected left", "Affected right"),
                    ("Involved left", "Involved right")),
                swap(
                    ("Operated right knee", "Surgical knee: left,"), ("Affected left hand", "Affected hand: right,"),
                    ("Involved left arm", "Hemiparetic right arm")),
                swap(
                    ("Operated right knee", "Left operated knee"), ("Affected left hand", "Right affected hand"),
                    ("Involved left arm", "Affected R arm")),
                swap(
                    ("Operated right knee", "Involved L knee"), ("Affected left hand", "Injured right wrist"),
                    ("Involved left arm", "Weaker right side")),
            ]),
        .change(
            "GEN-03", "signature", of: ["evaluation", "progress", "daily", "discharge"],
            [
                swap(
                    ("03/04/2025", "03/01/2025"), ("04/04/2025", "03/30/2025"), ("03/25/2025", "02/25/2025"),
                    ("05/20/2025", "05/02/2025"), ("06/10/2024", "06/01/2024"), ("07/12/2024", "07/02/2024"),
                    ("06/27/2024", "05/27/2024"), ("08/28/2024", "08/22/2024"))
            ]),
        .change(
            "GEN-03", "header", of: ["evaluation", "progress", "daily", "discharge"],
            [{ $0 + "\nFollow-up with surgeon 02/30/2025." }]),
    ]
}
