extension CleanNote {
    static func progress(_ discipline: String, _ variant: Int, _ layout: Layout) -> CleanNote {
        let day = variant == 0 ? "04/04/2025" : "07/12/2024"
        let content: [String: [(diagnosis: String, measures: String, goals: String, need: String, plan: String)]] = [
            "PT": [
                (
                    "Dx: right total knee replacement (Z96.651).",
                    "Knee flexion initial 82°, now 104°. TUG initial 21.4 s, now 14.0 s.",
                    "LTG 1: Walk 1,000 ft without a device in 8 weeks - progressing, 60% met.\nLTG 2: Climb 14 stairs with one rail within 8 weeks - partially met (8 stairs).",
                    "Skilled physical therapy is needed to correct quadriceps avoidance and to progress load safely.",
                    "Continue 2x/week for 4 weeks; advance to stairs without support."
                ),
                (
                    "Dx: unsteadiness with repeated falls (R29.6).", "Berg 36/56 -> 43/56; TUG 18.9 s -> 14.8 s.",
                    "LTG 1: Berg 48/56 in 10 weeks to walk in the community - ongoing, 58% of target.\nLTG 2: Carry groceries up 10 steps in 10 weeks - not met, progressing.",
                    "A therapist's expertise is required to grade perturbations and to judge fall risk.",
                    "Continue current plan 2x/week for 5 weeks, add dual tasks."
                ),
            ],
            "OT": [
                (
                    "Dx: left distal radius fracture (S52.502D).",
                    "Left grip initial 9 lb, now 24 lb. Wrist extension initial 22°, now 41°.",
                    "LTG 1: Fasten 8 buttons in 2 minutes in 8 weeks to dress for work - progressing, 50% met.\nLTG 2: Grip 35 lb in 8 weeks to open jars - progressing, 65% met.",
                    "A skilled occupational therapist is needed to judge tendon glide and to grade resistance without harm to the repair.",
                    "Continue twice weekly for 4 weeks; begin work simulation."
                ),
                (
                    "Dx: left hemiparesis after stroke (I69.354).",
                    "Barthel Index 50/100 -> 65/100; nine hole peg test left 78 s -> 60 s.",
                    "LTG 1: Dress the upper body with supervision in 12 weeks - progressing, 60% met.\nLTG 2: Bathe with minimal assist 5 of 7 days in 12 weeks - ongoing, 40% met.",
                    "Requires the skills of a therapist to analyse task breakdown and to grade cues for safety.",
                    "Continue 3x/week for 6 weeks; add kitchen tasks."
                ),
            ],
            "SLP": [
                (
                    "Dx: aphasia after cerebral infarction (I69.320).",
                    "WAB-R aphasia quotient initial 58.4, now 66.0. Naming initial 9/20, now 13/20.",
                    "LTG 1: Order a meal by phone in 4 of 5 tries in 10 weeks - progressing, 50% met.\nLTG 2: Converse for 5 minutes with 85% content in 10 weeks - progressing, 60% met.",
                    "Skilled speech-language pathology is needed to select cue levels and to adjust complexity from error patterns.",
                    "Continue 2x/week for 5 weeks, move to phone scripts."
                ),
                (
                    "Dx: pharyngeal dysphagia (R13.13). Recommended diet: minced and moist; liquids: mildly thick.",
                    "MASA 148/200 -> 163/200; maximal mouth opening 24 mm -> 30 mm.",
                    "LTG 1: Eat a soft meal in 30 minutes without coughing in 8 weeks - progressing, 55% met.\nLTG 2: Drink thin liquids by cup in 9 of 10 sips in 8 weeks - ongoing, 40% met.",
                    "A speech pathologist's skills are required to judge aspiration risk and to adjust textures safely.",
                    "Continue 2x/week for 4 weeks; add jaw stretching."
                ),
            ],
        ]
        guard let one = content[discipline]?[variant] else { preconditionFailure() }
        return CleanNote(
            name: "progress \(discipline) \(variant)", type: "progress", discipline: discipline,
            parts: [
                ("title", "\(word(discipline)) Progress Report"),
                ("header", "Patient: Alma Trevino   DOB: 04/17/1951   MRN: 40117725"),
                ("date", "Date of service: \(day)"),
                (
                    "period",
                    variant == 0
                        ? "Reporting period: 03/04/2025 to 04/04/2025." : "Period covered 06/10/2024 thru 07/12/2024."
                ),
                (
                    "visits",
                    variant == 0
                        ? "Visit 10. Last progress report at visit 1." : "9 visits attended this reporting period."
                ),
                ("measures", one.measures), ("goals", one.goals), ("diagnosis", one.diagnosis), ("need", one.need),
                ("plan", one.plan),
                (
                    "interval",
                    variant == 0
                        ? "Certification period: 03/04/2025 - 05/30/2025." : "Plan certified through 09/06/2024."
                ),
                ("signature", "\n" + signature(discipline, variant, day)),
            ],
            layout: layout)
    }

    static func treatment(_ discipline: String, _ variant: Int, _ layout: Layout) -> CleanNote {
        let day = variant == 0 ? "03/25/2025" : "06/27/2024"
        let content:
            [String: [(
                complaint: String, side: String, interventions: String, response: String, billing: String,
                timed: String?, total: String
            )]] = [
                "PT": [
                    (
                        "Less knee soreness since the last visit.",
                        "Dx: right total knee replacement (Z96.651). Operated right knee warm, not red.",
                        "Gait training with verbal cues for heel strike, cane height adjusted.\nTherapeutic exercise: quad sets and heel slides graded to pain-free range; resistance progressed after therapist saw no lag.",
                        "Needed fewer cues by the end; stride more even.",
                        "97116 x 1 (15 min) GP\n97110 x 2 (25 min) GP", "Total timed code minutes: 40",
                        "Total treatment time: 48 min"
                    ),
                    (
                        "No falls since Monday.", "Dx: unsteadiness with repeated falls (R29.6).",
                        "Neuromuscular re-education: tandem stance on foam, perturbations graded by the therapist with tactile cues at the hip.\nTherapeutic activities: sit to stand with load, technique corrected.",
                        "Recovery steps quicker after cueing.",
                        "| CPT | Service | Min | Units | Mod |\n| 97112 | Neuro re-ed | 24 | 2 | GP |\n| 97530 | Therapeutic activities | 14 | 1 | GP |",
                        "Timed minutes: 38", "Total treatment minutes: 38"
                    ),
                ],
                "OT": [
                    (
                        "Could hold a cup yesterday.",
                        "Dx: left distal radius fracture (S52.502D). Affected left hand less swollen.",
                        "Manual therapy: wrist joint mobilization grade II, scar massage, response monitored.\nTherapeutic activities: jar opening with graded torque, grip pattern cued.",
                        "Less guarding after cueing; will progress torque.",
                        "1 unit 97140-GO (12 min)\n2 units 97530-GO (26 min)", "Timed treatment: 38 min",
                        "Total treatment time: 40 min"
                    ),
                    (
                        "Son reports he dressed with less help.",
                        "Dx: left hemiparesis after stroke (I69.354). Involved left arm supported.",
                        "Self-care training: one-handed shirt technique with graded cueing, task set-up adjusted for neglect.\nNeuromuscular re-education: weight bearing through the left arm, facilitation of scapular control.",
                        "Cue level reduced from moderate to minimal.", "97535 x 1 (20 min) GO\n97112 x 1 (14 min) GO",
                        "Total timed minutes: 34", "Total time in minutes: 34"
                    ),
                ],
                "SLP": [
                    (
                        "Used three new words at home.", "Dx: aphasia after stroke (I69.320).",
                        "Language treatment: semantic feature analysis with a cue hierarchy; complexity raised at 80% and error types analysed.",
                        "Phonemic cues needed less often.", "92507 x 1 GN", nil, "Total treatment time: 45 min"
                    ),
                    (
                        "Coughed once at dinner.", "Dx: pharyngeal dysphagia (R13.13).",
                        "Dysphagia treatment: effortful swallow and Mendelsohn maneuver, bolus size adjusted from clinician's judgement of voice quality.",
                        "Clearer voice after cueing for a second swallow.", "1 unit 92526-GN", nil, "TTT 40 min"
                    ),
                ],
            ]
        guard let one = content[discipline]?[variant] else { preconditionFailure() }
        var parts: [(name: String, text: String)] = [
            ("title", "\(word(discipline)) Daily Treatment Note"),
            ("header", "Patient: Alma Trevino   DOB: 04/17/1951   MRN: 40117725"),
            ("date", "Date of service: \(day)"), ("visits", "Visit 6."), ("complaint", one.complaint),
            ("interventions", one.interventions),
            ("response", one.response), ("side", one.side), ("billing", one.billing),
        ]
        if let timed = one.timed { parts.append(("timed", timed)) }
        parts += [
            ("total", one.total), ("threshold", "$840 allowed YTD"), ("plan", "Continue per plan of care."),
            (
                "interval",
                variant == 0 ? "Certified through 05/30/2025." : "Certification period: 06/10/2024 - 09/06/2024"
            ),
            ("signature", "\n" + signature(discipline, variant, day)),
        ]
        return CleanNote(
            name: "treatment \(discipline) \(variant)", type: "daily", discipline: discipline, parts: parts,
            layout: layout)
    }
}
