import Testing

@testable import Compliance

/// Counts of visits and days of treatment among other numbers.
@Suite struct VisitWordingTests {
    @Test(arguments: [
        Wording(
            "PRG-01", .satisfied, .daily, .PT,
            "Visit 7   POC cert 1/20/2025-4/13/2025 (Dr. Pruitt)   Last PR: IE, visit 1\nTOT "
                + "TIMED 40 / TOT TX 55"),
        Wording(
            "PRG-01", .undeterminable, .daily, .PT,
            "Gait training.\nTOT TIMED 40 / TOT TX 55"),
        Wording(
            "PRG-01", .satisfied, .daily, .PT,
            "Visit no. 9    Eval 01/05/26 (visit 1)\nPlan: per PT plan; PT visit 01/30/26 for "
                + "progress report."),
        Wording(
            "PRG-01", .violated, .progress, .PT,
            "visit # 14 today. last progress report: none since eval at visit 1 (7/16/24)"),
        Wording(
            "PRG-01", .violated, .daily, .PT,
            "Visit 13; last progress report at visit 1."),
        Wording(
            "PRG-01", .violated, .daily, .PT,
            "Visit 15 of 24. Last PN visit 2."),
        Wording(
            "PRG-01", .satisfied, .daily, .PT,
            "Visit 8 of 24, cert 1/1/25-3/30/25 (Dr. Hall), last progress report visit 2"),
        Wording(
            "PRG-01", .satisfied, .daily, .PT,
            "Tx time 55 min. Visit #6. Initial eval = visit #1."),
        Wording(
            "PRG-01", .satisfied, .daily, .PT,
            "visits since last PR: 9"),
        Wording(
            "PRG-01", .violated, .daily, .PT,
            "visits since last PR: 11"),
        Wording(
            "PRG-01", .violated, .daily, .PT,
            "12 visits since initial evaluation; no progress report yet."),
        Wording(
            "PRG-01", .satisfied, .daily, .PT,
            "Tx #7. Last PN at tx #2."),
        Wording(
            "PRG-01", .undeterminable, .daily, .PT,
            "Progress report due at next visit 03/30/2025."),
        Wording(
            "PRG-01", .undeterminable, .daily, .PT,
            "Visit date 03/14/2025. Total treatment 45."),
        Wording(
            "PRG-01", .violated, .daily, .PT,
            "Visit 22. Last recertification/progress report 3/1/25 (visit 10)."),
        Wording(
            "PRG-01", .satisfied, .daily, .OT,
            "This was visit 8; the evaluation of 5 March 2026 was visit 1"),
        Wording(
            "PRG-01", .violated, .daily, .OT,
            "This was visit 12; no progress report since the evaluation on visit 1."),
        Wording(
            "PRG-01", .satisfied, .daily, .PT,
            "Visit 8/12 authorized. Evaluation visit 1."),
        Wording(
            "PRG-01", .undeterminable, .daily, .PT,
            "Plan: PT visit 01/30/26 for progress report."),
        Wording(
            "PRG-01", .undeterminable, .daily, .PT,
            "Treatment 40 timed, TX 55 total."),
        Wording(
            "PRG-01", .satisfied, .daily, .OT,
            "Visit 14, progress report written at visit 6."),
        Wording(
            "PRG-01", .violated, .daily, .PT,
            "Visit 18; PN completed on visit 6."),
        Wording(
            "PRG-01", .satisfied, .daily, .SLP,
            "VISIT 6 (REPORT DUE VISIT 10)"),
        Wording(
            "PRG-01", .undeterminable, .daily, .PT,
            "Visit 14. Progress report due by visit 20."),
    ])
    func visits(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "TXN-01", .satisfied, .daily, .OT,
            "Ms. Katz was seen at home, 2214 Pelican Court, Pass Christian, MS 39571, on 2 April "
                + "2026 from 9:00 to 9:55 in the morning."),
        Wording(
            "TXN-01", .satisfied, .daily, .PT,
            "The patient attended physical therapy at the clinic on March 4, 2025 and walked 300 "
                + "ft."),
        Wording(
            "TXN-01", .satisfied, .daily, .PT,
            "Mr. Hall came to the gym this morning, Tuesday, March 4, 2025, for gait training."),
        Wording(
            "TXN-01", .satisfied, .daily, .SLP,
            "Treatment was provided in the dining room during lunch on 3/4/2025."),
        Wording(
            "TXN-01", .satisfied, .daily, .PT,
            "He arrived 10 minutes late for his session on 03/04/2025."),
        Wording(
            "TXN-01", .satisfied, .daily, .PT,
            "Gait training took place on 4 March 2025."),
        Wording(
            "TXN-01", .satisfied, .daily, .PT,
            "Tx 3/4/25: gait training 15 min"),
        Wording(
            "TXN-01", .satisfied, .daily, .PT,
            "Encounter 3/4/25 10:00-10:45\nGait training"),
        Wording(
            "TXN-01", .satisfied, .daily, .PT,
            "I treated Ms. Roe in her apartment with her daughter present on 3/4/25."),
        Wording(
            "TXN-01", .violated, .daily, .PT,
            "She fell at home in the kitchen, near the stove, on 2 April 2026. Gait training."),
        Wording(
            "TXN-01", .violated, .daily, .PT,
            "She was seen by her surgeon Dr. Hall at the orthopaedic clinic on 2 April 2026. "
                + "Gait training."),
        Wording(
            "TXN-01", .violated, .daily, .PT,
            "Will be seen again in the clinic for therapy on 3/11/25. Gait training today."),
        Wording(
            "TXN-01", .violated, .daily, .PT,
            "Surgery was performed at General on 2 April 2026. Gait training."),
        Wording(
            "TXN-01", .violated, .daily, .PT,
            "Treatment plan was certified by Dr. Hall on 3/4/25. Gait training."),
        Wording(
            "TXN-01", .violated, .daily, .PT,
            "Gait training 15 min.\n/s/ A. Ross, PT 05/06/2025"),
        Wording(
            "TXN-01", .violated, .daily, .PT,
            "Last treatment was at the clinic on 3/4/25. Gait training."),
    ])
    func daysInProse(wording: Wording) { wording.check() }
}
