extension PlanMutationTests {
    static let evaluations: [Mutation] = [
        Mutation(
            note: CleanNotes.physicalEvaluation, rule: "POC-01",
            changes: [
                ("Treatment diagnosis: unsteadiness on feet (R26.81), repeated falls. ", "")
            ]),
        Mutation(
            note: CleanNotes.physicalEvaluation, rule: "POC-02",
            changes: [
                (
                    "Long term goals (10 weeks)\n1. Patient will walk 1,200 ft outdoors with a cane and no loss of balance\n2. Patient will climb 14 stairs with one rail, modified independent, to reach her bedroom",
                    "Patient wants to \"walk my dog again\"."
                )
            ]),
        Mutation(
            note: CleanNotes.physicalEvaluation, rule: "POC-03",
            changes: [
                (
                    "Patient will walk 1,200 ft outdoors with a cane and no loss of balance",
                    "Patient will have better walking and confidence"
                )
            ]),
        Mutation(
            note: CleanNotes.physicalEvaluation, rule: "POC-04",
            changes: [
                (
                    "Patient will climb 14 stairs with one rail, modified independent, to reach her bedroom",
                    "Berg Balance Scale 50/56"
                )
            ]),
        Mutation(
            note: CleanNotes.physicalEvaluation, rule: "POC-05",
            changes: [
                ("twice a week for 10 weeks", "for 10 weeks")
            ]),
        Mutation(
            note: CleanNotes.physicalEvaluation, rule: "POC-06",
            changes: [
                ("twice a week for 10 weeks", "twice a week")
            ]),
        Mutation(
            note: CleanNotes.physicalEvaluation, rule: "POC-06",
            changes: [
                ("twice a week for 10 weeks", "twice a week until discharged")
            ]),
        Mutation(
            note: CleanNotes.physicalEvaluation, rule: "POC-07",
            changes: [
                ("twice a week for 10 weeks", "twice a week for 20 weeks")
            ]),
        Mutation(
            note: CleanNotes.physicalEvaluation, rule: "POC-09",
            changes: [
                (
                    "Physician signature: A. Lindholm, MD     Date: 03/14/2025",
                    "Physician signature: ______________________ Date: ________"
                )
            ]),
        Mutation(
            note: CleanNotes.physicalEvaluation, rule: "POC-09",
            changes: [
                (
                    "Certification\nI have reviewed this plan of care and certify the need for services.\nPhysician signature: A. Lindholm, MD     Date: 03/14/2025\n",
                    ""
                )
            ]),
        Mutation(
            note: CleanNotes.physicalEvaluation, rule: "POC-10",
            changes: [
                ("Date: 03/14/2025", "Date: 05/02/2025")
            ]),
        Mutation(
            note: CleanNotes.physicalEvaluation, rule: "",
            changes: [
                (
                    "Date: 03/14/2025",
                    "Date: 05/02/2025 (delayed certification, two requests sent while office was closed)"
                )
            ]),
        Mutation(
            note: CleanNotes.physicalEvaluation, rule: "POC-11",
            changes: [
                ("A. Lindholm, MD", "A. Lindholm, DC")
            ]),
        Mutation(
            note: CleanNotes.physicalEvaluation, rule: "EVL-01",
            changes: [
                ("Prior to the fall she walked without a device, drove, and did all housework.", "Uses a shower chair.")
            ]),
        Mutation(
            note: CleanNotes.physicalEvaluation, rule: "EVL-02",
            changes: [
                (
                    "Five times sit to stand: 21.3 s\nGait speed 0.62 m/s with rolling walker\nBerg Balance Scale 39/56",
                    "Weak legs, slow gait with rolling walker. BP 138/80."
                )
            ]),
        Mutation(
            note: CleanNotes.physicalEvaluation, rule: "EVL-03",
            changes: [
                (
                    "Referred by Dr. A. Lindholm after a fall on 02/18/2025 with left wrist sprain and loss of confidence in walking.",
                    "Pleasant woman who attends alone."
                ),
                ("Prior to the fall she", "Previously she"),
            ]),
        Mutation(
            note: CleanNotes.physicalEvaluation, rule: "EVL-04",
            changes: [
                (" Rehab potential is good with family support.", " Family is supportive.")
            ]),
        Mutation(
            note: CleanNotes.physicalEvaluation, rule: "NEC-01",
            changes: [
                (
                    "The skills of a physical therapist are needed to progress balance challenge safely and to adjust gait training to her response.",
                    "She is eager to start and has attended a skilled nursing facility before."
                )
            ]),
        Mutation(
            note: CleanNotes.occupationalEvaluation, rule: "POC-05",
            changes: [
                ("OT 3x/wk x 12 wks", "OT x 12 wks. Takes baclofen TID")
            ]),
        Mutation(
            note: CleanNotes.occupationalEvaluation, rule: "POC-07",
            changes: [
                ("OT 3x/wk x 12 wks", "OT 3x/wk x 4 months")
            ]),
        Mutation(
            note: CleanNotes.occupationalEvaluation, rule: "POC-01",
            changes: [
                ("Dx: I69.354 hemiplegia following cerebral infarction, non-dominant side. ", "PMH: I10, E11.9. ")
            ]),
        Mutation(
            note: CleanNotes.occupationalEvaluation, rule: "EVL-01",
            changes: [
                (
                    "Before the stroke he cooked supper nightly, managed his checkbook and dressed himself independently.",
                    "Lives in a second floor apartment with 12 steps."
                )
            ]),
        Mutation(
            note: CleanNotes.occupationalEvaluation, rule: "OT-01",
            changes: [
                (
                    "Upper body dressing Mod A, showering Max A because of left arm weakness and neglect.",
                    "Left arm weak."
                )
            ]),
        Mutation(
            note: CleanNotes.occupationalEvaluation, rule: "POC-12",
            changes: [
                (
                    "Plan of care signed and returned by Bea Holt, FNP-C on June 20, 2024.",
                    "Phone order certifying the plan from Bea Holt, FNP-C on June 6, 2024; signed June 27, 2024."
                )
            ]),
        Mutation(
            note: CleanNotes.occupationalEvaluation, rule: "",
            changes: [
                (
                    "Plan of care signed and returned by Bea Holt, FNP-C on June 20, 2024.",
                    "Phone order certifying the plan from Bea Holt, FNP-C on June 6, 2024; signed June 17, 2024."
                )
            ]),
        Mutation(
            note: CleanNotes.occupationalEvaluation, rule: "POC-10",
            changes: [
                ("on June 20, 2024", "on July 15, 2024")
            ]),
        Mutation(
            note: CleanNotes.occupationalEvaluation, rule: "POC-02",
            changes: [
                (
                    "LTG #1: By 12 weeks client dresses upper body with set-up only.\nLTG #2: By 12 weeks client prepares a cold lunch with supervision in 4/5 trials.\n",
                    ""
                )
            ]),
        Mutation(
            note: CleanNotes.speechEvaluation, rule: "SLP-01",
            changes: [
                (
                    "Recommendations: IDDSI 5 solids and IDDSI 2 liquids, upright for meals.",
                    "Recommendations: upright for meals, small bites."
                )
            ]),
        Mutation(
            note: CleanNotes.speechEvaluation, rule: "POC-05",
            changes: [
                ("2 visits/week for 8 weeks", "for 8 weeks; frequency to be determined")
            ]),
        Mutation(
            note: CleanNotes.speechEvaluation, rule: "POC-12",
            changes: [
                ("signed 10/18/2024 by C. Nash, MD", "signed 10/30/2024 by C. Nash, MD")
            ]),
        Mutation(
            note: CleanNotes.speechEvaluation, rule: "EVL-02",
            changes: [
                (
                    "EAT-10 score 19. Three ounce water swallow: cough after 1.5 oz. MASA 148/200.",
                    "Coughs with thin liquids. SpO2 96%."
                )
            ]),
        Mutation(
            note: CleanNotes.speechEvaluation, rule: "POC-11",
            changes: [
                ("signed 10/18/2024 by C. Nash, MD", "signed 10/18/2024 by C. Nash, DDS")
            ]),
        Mutation(
            note: CleanNotes.speechEvaluation, rule: "EVL-04",
            changes: [
                ("Expected to return to a regular texture within 8 weeks; prognosis good.", "Attends with daughter.")
            ]),
        Mutation(
            note: CleanNotes.speechEvaluation, rule: "NEC-01",
            changes: [
                (
                    "Skilled speech-language pathology is necessary to select and modify strategies and to monitor signs of aspiration.",
                    "She enjoys talking."
                )
            ]),
    ]
}
