extension PlanMutationTests {
    static let reports: [Mutation] = [
        Mutation(
            note: CleanNotes.physicalProgress, rule: "PRG-02",
            changes: [
                ("Rory Beck, PT, DPT  04/14/2025", "Jo Field, PTA  04/14/2025")
            ]),
        Mutation(
            note: CleanNotes.physicalProgress, rule: "PRG-03",
            changes: [
                (
                    "5xSTS                21.3 s      14.8 s\nGait speed           0.62 m/s    0.88 m/s\nBerg                 39/56       47/56",
                    "Strength and balance are better."
                )
            ]),
        Mutation(
            note: CleanNotes.physicalProgress, rule: "PRG-04",
            changes: [
                (" Status: met.", "")
            ]),
        Mutation(
            note: CleanNotes.physicalProgress, rule: "PRG-05",
            changes: [
                (
                    "Plan: Continue PT twice weekly for 4 weeks with focus on curbs and grass.",
                    "Plan: she will visit her daughter in Ohio."
                )
            ]),
        Mutation(
            note: CleanNotes.physicalProgress, rule: "PRG-06",
            changes: [
                ("Covers 03/10/2025 through 04/14/2025 (visits 1-10).", "")
            ]),
        Mutation(
            note: CleanNotes.physicalProgress, rule: "NEC-01",
            changes: [
                (
                    "Skilled PT remains necessary to progress dynamic balance and to monitor her response to outdoor surfaces.",
                    "She is a pleasure to work with."
                )
            ]),
        Mutation(
            note: CleanNotes.occupationalProgress, rule: "PRG-03",
            changes: [
                (
                    "MoCA from 20/30 to 23/30. L grip 14 lb at evaluation, 22 lb now. Showering: Max A -> Min A.",
                    "Improving nicely in every area."
                )
            ]),
        Mutation(
            note: CleanNotes.occupationalProgress, rule: "PRG-04",
            changes: [
                (": not met, 2/5.", ".")
            ]),
        Mutation(
            note: CleanNotes.occupationalProgress, rule: "PRG-06",
            changes: [
                ("Reporting period 06/04/2024 - 07/11/2024", "Hospital stay 06/20/2024 - 06/23/2024 noted.")
            ]),
        Mutation(
            note: CleanNotes.occupationalProgress, rule: "PRG-02",
            changes: [
                ("Kim Reyes, OTR/L", "Kim Reyes, COTA/L")
            ]),
        Mutation(
            note: CleanNotes.occupationalProgress, rule: "PRG-05",
            changes: [
                ("Plan: reduce to 2x/wk, upgrade home program, continue ADL retraining.", "Plan: see chart.")
            ]),
        Mutation(
            note: CleanNotes.occupationalProgress, rule: "NEC-03",
            changes: [
                (
                    "MoCA from 20/30 to 23/30. L grip 14 lb at evaluation, 22 lb now. Showering: Max A -> Min A.",
                    "MoCA 20/30 at evaluation, 20/30 last report, 20/30 now. No improvement."
                ),
                (
                    "Plan: reduce to 2x/wk, upgrade home program, continue ADL retraining.",
                    "Plan: continue OT 3x/wk x 4 wks, same program to continue."
                ),
            ]),
        Mutation(
            note: CleanNotes.speechProgress, rule: "SLP-01",
            changes: [
                ("Diet: IDDSI 6 solids; liquids: thin by small sips.\n", "")
            ]),
        Mutation(
            note: CleanNotes.speechProgress, rule: "PRG-04",
            changes: [
                (" - progressing, 7/10.", ".")
            ]),
        Mutation(
            note: CleanNotes.speechProgress, rule: "PRG-03",
            changes: [
                ("EAT-10 was 19, now 11; MASA 148/200 -> 171/200.", "EAT-10 11 today.")
            ]),
        Mutation(
            note: CleanNotes.physicalDischarge, rule: "DSC-01",
            changes: [
                ("Discharged because goals were achieved and patient is independent.", "Thank you for this referral.")
            ]),
        Mutation(
            note: CleanNotes.physicalDischarge, rule: "DSC-02",
            changes: [
                ("| Berg | 39/56 | 52/56 |\n| Gait speed | 0.62 m/s | 1.05 m/s |", "| Berg | not done | not done |")
            ]),
        Mutation(
            note: CleanNotes.physicalDischarge, rule: "DSC-03",
            changes: [
                ("stairs with one rail - met", "stairs with one rail")
            ]),
        Mutation(
            note: CleanNotes.physicalDischarge, rule: "DSC-04",
            changes: [
                ("Rory Beck, PT, DPT  05/20/2025", "Jo Field, PTA  05/20/2025")
            ]),
        Mutation(
            note: CleanNotes.physicalDischarge, rule: "DSC-05",
            changes: [
                ("Home program printed and reviewed; follow up with Dr. Lindholm as needed.", "She owns a treadmill.")
            ]),
        Mutation(
            note: CleanNotes.occupationalDischarge, rule: "DSC-01",
            changes: [
                ("Client moved to live with his son in another state.", "Client was pleasant.")
            ]),
        Mutation(
            note: CleanNotes.occupationalDischarge, rule: "DSC-02",
            changes: [
                (
                    "MoCA initially 20/30, at discharge 25/30; L grip improved from 14 to 27 lb.",
                    "Much stronger and clearer."
                )
            ]),
        Mutation(
            note: CleanNotes.occupationalDischarge, rule: "DSC-05",
            changes: [
                ("Recommendations: continue home exercise program daily; son trained in shower transfers.", "")
            ]),
        Mutation(
            note: CleanNotes.occupationalDischarge, rule: "DSC-03",
            changes: [
                (" - partially met, 3/5", "")
            ]),
        Mutation(
            note: CleanNotes.physicalTreatment, rule: "NEC-02",
            changes: [
                (
                    "Gait training on grass with verbal cues for step length, cane height adjusted. Sit to stand from lower seat, 2x8, height lowered after good form.",
                    "Gait training 300 ft, independent. Sit to stand 2x8."
                ),
                ("fewer corrections needed than last visit", "tolerated well"),
            ]),
    ]
}
