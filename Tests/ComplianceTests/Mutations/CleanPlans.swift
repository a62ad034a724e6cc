extension CleanNote {
    static func evaluation(_ discipline: String, _ variant: Int, _ layout: Layout) -> CleanNote {
        let day = variant == 0 ? "03/04/2025" : "06/10/2024"
        let certified = variant == 0 ? "03/12/2025" : "06/21/2024"
        let onset = variant == 0 ? "02/10/2025" : "05/20/2024"
        let content: [String: [[(String, String)]]] = [
            "PT": [
                [
                    ("onset", "Right total knee replacement on \(onset)."),
                    (
                        "prior",
                        "Prior level of function: independent without a device, walked her dog one mile daily and climbed 14 stairs."
                    ),
                    ("complaint", "Now needs a walker and help on stairs."),
                    ("measures", "Right knee flexion 82°, extension lag 8°. TUG 21.4 s. 6 minute walk 610 ft."),
                    (
                        "diagnosis",
                        "Treatment diagnosis: right total knee replacement with stiffness and gait deviation (Z96.651, R26.89)."
                    ),
                    (
                        "need",
                        "Skilled physical therapy is needed to progress motion safely and to correct a quadriceps avoidance gait."
                    ),
                    ("prognosis", "Rehab potential: good."),
                    (
                        "goals",
                        "LTG 1: Walk 1,000 ft without a device in 8 weeks to return to walking the dog.\nLTG 2: Climb 14 stairs with one rail independently within 8 weeks."
                    ),
                    ("frequency", "Frequency: 2 times per week."), ("duration", "Duration: 8 weeks."),
                    ("services", "Type of therapy: PT. Therapeutic exercise (97110), gait training (97116)."),
                ],
                [
                    ("onset", "Fell on \(onset) and has been unsteady since."),
                    ("prior", "Before the fall he was independent with all household and community walking and drove."),
                    ("complaint", "Holds on to furniture now and avoids the stairs."),
                    ("measures", "Berg Balance Scale 36/56; TUG 18.9 s; 30 s chair stand 6."),
                    ("diagnosis", "Dx: unsteadiness on feet with repeated falls (R26.81, R29.6)."),
                    (
                        "need",
                        "The expertise of a therapist is required to grade balance challenges safely and to judge fall risk."
                    ),
                    ("prognosis", "Prognosis is good for the goals within the plan."),
                    (
                        "goals",
                        "Long-term goal 1: Berg 48/56 in 10 weeks to walk in the community without falls.\nLong-term goal 2: Carry groceries up 10 steps with a rail and supervision in 10 weeks."
                    ),
                    ("frequency", "2x/week."), ("duration", "Plan duration: 10 weeks."),
                    ("services", "Planned: neuromuscular re-education (97112), therapeutic activities (97530)."),
                ],
            ],
            "OT": [
                [
                    ("onset", "Fell on \(onset) and broke the left wrist."),
                    ("prior", "Prior level of function: independent in dressing, cooking and her work as a florist."),
                    ("complaint", "Cannot cut food or fasten buttons."),
                    ("measures", "Left grip 9 lb, right 54 lb. Wrist extension 22°. QuickDASH 61."),
                    (
                        "diagnosis",
                        "Treatment diagnosis: left distal radius fracture with hand stiffness (S52.502D, M25.642)."
                    ),
                    ("impact", "Dressing, cooking and work are limited by stiffness and weak grip."),
                    (
                        "need",
                        "A skilled occupational therapist is needed to protect the repair while motion is progressed and to judge tendon glide."
                    ),
                    ("prognosis", "Rehabilitation potential: excellent."),
                    (
                        "goals",
                        "LTG 1: Fasten 8 buttons in 2 minutes with both hands in 8 weeks to dress for work.\nLTG 2: Grip 35 lb in 8 weeks to open jars while cooking."
                    ),
                    ("frequency", "Frequency: twice weekly."), ("duration", "Duration: 8 weeks."),
                    ("services", "Type of therapy: OT. Therapeutic activities (97530), manual therapy (97140)."),
                ],
                [
                    ("onset", "Stroke on \(onset) with left weakness."),
                    ("prior", "Before the stroke he was independent in bathing, dressing and managing his pills."),
                    ("complaint", "Needs help for most of bathing and dressing."),
                    (
                        "measures",
                        "Barthel Index 50/100. Fugl-Meyer upper extremity 24/66. Nine hole peg test left 78 s."
                    ),
                    ("diagnosis", "Dx: left hemiparesis after cerebral infarction (I69.354)."),
                    ("impact", "Bathing, dressing and medication management are limited by weakness and neglect."),
                    (
                        "need",
                        "Requires the skills of a therapist to analyse task breakdown and grade cues so that he stays safe."
                    ),
                    ("prognosis", "Prognosis: fair to good."),
                    (
                        "goals",
                        "LTG 1: Dress the upper body with supervision in 12 weeks.\nLTG 2: Bathe with minimal assist and a bench 5 of 7 days in 12 weeks."
                    ),
                    ("frequency", "3 visits per week."), ("duration", "Total duration 12 weeks."),
                    ("services", "Self-care training (97535), neuromuscular re-education (97112)."),
                ],
            ],
            "SLP": [
                [
                    ("onset", "Stroke on \(onset); word finding trouble since then."),
                    (
                        "prior",
                        "Prior level of function: conversed freely, ran a shop and handled the phone independently."
                    ),
                    ("complaint", "Family finishes his sentences."),
                    ("measures", "WAB-R aphasia quotient 58.4. Confrontation naming 9/20. Phrase length 2 words."),
                    ("diagnosis", "Treatment diagnosis: aphasia after cerebral infarction (I69.320)."),
                    (
                        "need",
                        "Skilled speech-language pathology is needed to select cue levels and adjust task complexity from error patterns."
                    ),
                    ("prognosis", "Prognosis: good."),
                    (
                        "goals",
                        "LTG 1: Order a meal by phone in 4 of 5 tries in 10 weeks.\nLTG 2: Converse for 5 minutes with 85% intelligible content in 10 weeks to return to the shop."
                    ),
                    ("frequency", "Frequency: 2 times a week."), ("duration", "Duration: 10 weeks."),
                    ("services", "Type of therapy: SLP. Speech and language treatment (92507)."),
                ],
                [
                    ("onset", "Swallowing trouble began on \(onset) after chemoradiation."),
                    ("prior", "Before treatment she ate all foods independently and dined out with friends."),
                    ("complaint", "Coughs when drinking and avoids company at table."),
                    ("measures", "MASA 148/200; FOIS 4; maximal mouth opening 24 mm."),
                    ("diagnosis", "Dx: pharyngeal dysphagia (R13.13)."),
                    (
                        "need",
                        "A speech pathologist's skills are required to judge aspiration risk and to adjust strategies and textures safely."
                    ),
                    ("prognosis", "Rehab potential is good."),
                    (
                        "goals",
                        "LTG 1: Eat a soft meal in 30 minutes without coughing in 90% of swallows in 8 weeks.\nLTG 2: Drink thin liquids by cup with a chin tuck in 9 of 10 sips in 8 weeks to dine with friends."
                    ),
                    ("diet", "Recommended diet: minced and moist; liquids: mildly thick."),
                    ("frequency", "2x/week."), ("duration", "Length of care: 8 weeks."),
                    ("services", "Dysphagia treatment (92526)."),
                ],
            ],
        ]
        let parts = content[discipline]?[variant] ?? []
        let certification =
            variant == 0
            ? "I certify the need for these services under this plan. Physician: Clara Benning, MD   Date: \(certified)"
            : "Plan reviewed and certified by Dr. Amos Leland, MD, signed \(certified)."
        var all: [(name: String, text: String)] = [
            (name: "title", text: "\(word(discipline)) Initial Evaluation and Plan of Care"),
            (name: "header", text: "Patient: Alma Trevino   DOB: 04/17/1951   MRN: 40117725"),
            (name: "date", text: "Date of service: \(day)"),
        ]
        for (name, text) in parts { all.append((name: name, text: text)) }
        all.append((name: "certification", text: certification))
        all.append((name: "signature", text: "\n" + signature(discipline, variant, day)))
        return CleanNote(
            name: "evaluation \(discipline) \(variant)", type: "evaluation", discipline: discipline, parts: all,
            layout: layout)
    }

    static func discharge(_ discipline: String, _ variant: Int, _ layout: Layout) -> CleanNote {
        let day = variant == 0 ? "05/20/2025" : "08/28/2024"
        let content: [String: [(course: String, measures: String, goals: String, after: String)]] = [
            "PT": [
                (
                    "Dx: right total knee replacement (Z96.651).",
                    "Knee flexion initial 82°, final 118°. TUG 21.4 s at evaluation, 10.2 s at discharge.",
                    "LTG 1: Walk 1,000 ft without a device - met.\nLTG 2: Climb 14 stairs with one rail - met.",
                    "Home exercise program 3 times a week; call with questions."
                ),
                (
                    "Dx: unsteadiness with repeated falls (R29.6).",
                    "Berg initial 36/56, now 50/56. TUG initial 18.9 s, now 11.7 s.",
                    "LTG 1: Berg 48/56 to walk in the community - met.\nLTG 2: Carry groceries up 10 steps - partially met (80%).",
                    "Continue home exercises daily and join the community balance class."
                ),
            ],
            "OT": [
                (
                    "Dx: left distal radius fracture (S52.502D).",
                    "Left grip initial 9 lb, final 41 lb. QuickDASH 61 -> 14.",
                    "LTG 1: Fasten 8 buttons in 2 minutes - met.\nLTG 2: Grip 35 lb to open jars - met.",
                    "Home program of putty and stretching; follow up with the surgeon."
                ),
                (
                    "Dx: left hemiparesis after stroke (I69.354).",
                    "Barthel Index 50/100 -> 85/100. Nine hole peg test initial 78 s, now 45 s.",
                    "LTG 1: Dress the upper body with supervision - met.\nLTG 2: Bathe with minimal assist - met.",
                    "Caregiver trained in bathing set-up; home exercise program given."
                ),
            ],
            "SLP": [
                (
                    "Dx: aphasia after stroke (I69.320).",
                    "WAB-R aphasia quotient 58.4 initially, 76.2 now. Naming initial 9/20, final 17/20.",
                    "LTG 1: Order a meal by phone - met.\nLTG 2: Converse for 5 minutes - partly met (70%).",
                    "Home program of naming tasks 10 minutes daily; aphasia group in the community."
                ),
                (
                    "Dx: pharyngeal dysphagia (R13.13).", "MASA initial 148/200, now 181/200. FOIS initial 4, now 6.",
                    "LTG 1: Eat a soft meal in 30 minutes - met.\nLTG 2: Drink thin liquids by cup - met.",
                    "Continue jaw stretching at home; follow up with the physician as needed."
                ),
            ],
        ]
        let reasons = [
            "Discharged because all goals that could be reached were met.",
            "Patient moved to another town; discharged from therapy.",
        ]
        guard let one = content[discipline]?[variant] else { preconditionFailure() }
        return CleanNote(
            name: "discharge \(discipline) \(variant)", type: "discharge", discipline: discipline,
            parts: [
                ("title", "\(word(discipline)) Discharge Summary"),
                ("header", "Patient: Alma Trevino   DOB: 04/17/1951   MRN: 40117725"),
                ("date", "Date of service: \(day)"),
                (
                    "period",
                    variant == 0
                        ? "Seen 03/04/2025 - 05/20/2025, 16 visits." : "Seen 06/10/2024 - 08/28/2024, 18 visits."
                ),
                ("course", one.course), ("measures", one.measures), ("goals", one.goals), ("reason", reasons[variant]),
                ("after", one.after),
                ("signature", "\n" + signature(discipline, variant, day)),
            ],
            layout: layout)
    }
}
