import Compliance
import Kernel
import Testing

struct ChartReviewerTests {
    private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: 0) }

    private static func note(
        _ id: String, _ text: String, _ type: NoteType? = nil, _ discipline: Discipline? = .PT,
        asOf: String = "2025-06-30"
    ) -> ChartNote {
        ChartNote(
            id: id, note: NoteText(text),
            context: ReviewContext(asOf: day(asOf), noteType: type, discipline: discipline))
    }

    private static let plan = note(
        "plan",
        """
        Physical Therapy Initial Evaluation
        Date of service: 03/03/2025
        Goals:
        LTG 1: Walk 1,000 ft without a device in 8 weeks.
        Plan: 2 times per week for 8 weeks.
        Certification: I certify this plan. Physician: Clara Benning, MD  Date: 03/10/2025
        Certified 03/03/2025 - 05/30/2025.
        /s/ Ada Roy, PT 03/03/2025
        """, .evaluation)

    private static func visit(
        _ date: String, signer: String = "Ada Roy, PT", more: String = "", id: String? = nil,
        discipline: Discipline = .PT
    ) -> ChartNote {
        note(
            id ?? date,
            "Daily Note\nDate of service: \(date)\nGait training with cues.\n97116 x 1 (15 min) GP\n\(more)\n/s/ \(signer) \(date)",
            .daily,
            discipline)
    }

    private func status(_ rule: String, _ notes: [ChartNote], asOf: String = "2025-06-30") throws -> FindingStatus {
        try found(rule, notes, asOf: asOf).finding.status
    }

    private func found(_ rule: String, _ notes: [ChartNote], asOf: String = "2025-06-30") throws -> ChartFinding {
        try #require(ChartReviewer().review(notes, asOf: Self.day(asOf)).first { $0.finding.ruleId == rule })
    }

    @Test
    func `All ten chart rules are considered, in order`() {
        let rules = ChartReviewer().review([Self.plan], asOf: Self.day("2025-03-04")).map(\.finding.ruleId)
        #expect(rules == (1...10).map { $0 < 10 ? "CHT-0\($0)" : "CHT-10" })
    }

    @Test
    func `A charge needs a note of its day`() throws {
        let ledger = Self.note("ledger", "Charges\n03/05/2025 97116 1 unit GP\n03/07/2025 97116 1 unit GP", nil, nil)
        let notes = [Self.plan, Self.visit("03/05/2025"), ledger]
        let finding = try found("CHT-01", notes)
        #expect(finding.finding.status == .violated)
        #expect(finding.finding.reason.contains("2025-03-07"))
        #expect(!finding.finding.reason.contains("2025-03-05"))
        #expect(try status("CHT-01", notes + [Self.visit("03/07/2025")]) == .satisfied)
    }

    @Test
    func `A clinician takes part in each ten treatment days`() throws {
        let days = (4...23).map { "03/" + ($0 < 10 ? "0\($0)" : "\($0)") + "/2025" }
        let assisted = [Self.plan] + days.map { Self.visit($0, signer: "Ben Tull, PTA") }
        #expect(try status("CHT-02", assisted) == .violated)
        let mixed =
            [Self.plan]
            + days.enumerated().map {
                Self.visit($0.element, signer: $0.offset % 9 == 8 ? "Ada Roy, PT" : "Ben Tull, PTA")
            }
        #expect(try status("CHT-02", mixed) == .satisfied)
    }

    @Test
    func `A changed long-term goal needs a new certification`() throws {
        let changed =
            "Progress Report\nDate of service: 04/04/2025\nGoals:\nLTG 1: Climb 14 stairs with one rail in 8 weeks - progressing.\n/s/ Ada Roy, PT 04/04/2025"
        let same =
            "Progress Report\nDate of service: 04/04/2025\nGoals:\nLTG 1: Walk 1,000 ft without a device in 8 weeks - 40% met.\n/s/ Ada Roy, PT 04/04/2025"
        #expect(try status("CHT-03", [Self.plan, Self.note("p", changed, .progress)]) == .violated)
        #expect(try status("CHT-03", [Self.plan, Self.note("p", changed, .progress)], asOf: "2025-04-10") == .pending)
        #expect(try status("CHT-03", [Self.plan, Self.note("p", same, .progress)]) == .satisfied)
        let certified = changed + "\nCertification: Recertification signed 04/09/2025 by Clara Benning, MD."
        #expect(try status("CHT-03", [Self.plan, Self.note("p", certified, .progress)]) == .satisfied)
    }

    @Test
    func `Notes that repeat one another are cloned`() throws {
        let words =
            "Subjective: Patient reports that the knee is stiff in the morning and better after walking about the house.\nAssessment: Tolerated the exercises well with cues for alignment and needs more work on stairs."
        let other =
            "Subjective: Slept badly because of the storm; walked to the mailbox twice without the cane yesterday.\nAssessment: Fewer cues for heel strike were needed, the stride on the left is longer than on Monday."
        #expect(
            try status("CHT-04", [Self.visit("03/05/2025", more: words), Self.visit("03/07/2025", more: words)])
                == .violated)
        #expect(
            try status("CHT-04", [Self.visit("03/05/2025", more: words), Self.visit("03/07/2025", more: other)])
                == .satisfied)
    }

    @Test
    func `The plan comes before treatment`() throws {
        #expect(try status("CHT-05", [Self.plan, Self.visit("03/01/2025")]) == .violated)
        #expect(try status("CHT-05", [Self.plan, Self.visit("03/05/2025")]) == .satisfied)
        #expect(try status("CHT-05", [Self.visit("03/05/2025")]) == .undeterminable)
    }

    @Test
    func `Visits match the plan, and gaps are explained`() throws {
        let many = ["03/10/2025", "03/11/2025", "03/13/2025"].map { Self.visit($0) }
        #expect(try status("CHT-06", [Self.plan] + many) == .violated)
        #expect(try status("CHT-06", [Self.plan] + many.prefix(2)) == .satisfied)
        #expect(try status("CHT-06", [Self.plan, Self.visit("03/05/2025"), Self.visit("03/25/2025")]) == .violated)
        #expect(
            try status(
                "CHT-06",
                [
                    Self.plan, Self.visit("03/05/2025"),
                    Self.visit("03/25/2025", more: "Was in the hospital with pneumonia."),
                ]) == .satisfied)
    }

    @Test
    func `A re-evaluation has its reason`() throws {
        let bare = Self.visit("04/01/2025", more: "97164 x 1 GP. Routine re-evaluation.")
        let reasoned = Self.visit(
            "04/01/2025", more: "97164 x 1 GP. Re-evaluation for a significant change in status since a fall.")
        #expect(try status("CHT-07", [Self.plan, bare]) == .violated)
        #expect(try status("CHT-07", [Self.plan, reasoned]) == .satisfied)
    }

    @Test
    func `Group and one-to-one times do not overlap`() throws {
        let clash = Self.visit("03/05/2025", more: "97150 x 1 GP\nGroup 10:00-10:30.\nOne-to-one 10:15-10:40.")
        let apart = Self.visit("03/05/2025", more: "97150 x 1 GP\nGroup 10:00-10:30.\nOne-to-one 10:30-10:45.")
        #expect(try status("CHT-08", [Self.plan, clash]) == .violated)
        #expect(try status("CHT-08", [Self.plan, apart]) == .satisfied)
        #expect(try status("CHT-08", [Self.plan, Self.visit("03/05/2025", more: "97150 x 1 GP")]) == .undeterminable)
    }

    @Test
    func `Two disciplines at the same time say that they treat together`() throws {
        let one = Self.visit("03/05/2025", more: "Time in 10:00, time out 10:30.", id: "pt")
        let other = Self.visit("03/05/2025", more: "Time in 10:10, time out 10:40.", id: "ot", discipline: .OT)
        #expect(try status("CHT-09", [one, other]) == .violated)
        let why = "Co-treatment with the other discipline because two skilled pairs of hands were needed for safety."
        let split = [
            Self.visit("03/05/2025", more: "Time in 10:00, time out 10:30. Timed minutes: 15. \(why)", id: "pt"),
            Self.visit(
                "03/05/2025", more: "Time in 10:00, time out 10:30. Timed minutes: 15. \(why)", id: "ot",
                discipline: .OT),
        ]
        #expect(try status("CHT-09", split) == .satisfied)
    }

    @Test(arguments: [
        ("2025-05-10", FindingStatus.satisfied, DueDate.State.ok), ("2025-05-25", .pending, .soon),
        ("2025-06-02", .violated, .late),
    ])
    func `Recertification is announced a week ahead`(_ asOf: String, _ status: FindingStatus, _ state: DueDate.State)
        throws
    {
        let notes = [Self.plan, Self.visit("03/05/2025")]
        let due = try #require(
            ChartReviewer().dueDates(notes, asOf: Self.day(asOf)).first { $0.kind == .recertification })
        #expect(due.due == Self.day("2025-05-30"))
        #expect(due.warnFrom == Self.day("2025-05-23"))
        #expect(due.state == state)
        #expect(try self.status("CHT-10", notes, asOf: asOf) == status)
    }

    @Test
    func `Certification is due 30 days and a signature behind a verbal one 14 days after`() throws {
        let bare = Self.note(
            "plan", "Initial Evaluation\nDate of service: 03/03/2025\n/s/ Ada Roy, PT 03/03/2025", .evaluation)
        let dates = ChartReviewer().dueDates([bare], asOf: Self.day("2025-03-10"))
        #expect(dates.first { $0.kind == .certification }?.due == Self.day("2025-04-02"))
        #expect(dates.first { $0.kind == .recertification }?.due == Self.day("2025-06-01"))
        let spoken = Self.note(
            "plan",
            "Initial Evaluation\nDate of service: 03/03/2025\nCertification: verbal order to certify the plan received from Dr. Hale 03/05/2025.\n/s/ Ada Roy, PT 03/03/2025",
            .evaluation)
        let verbal = ChartReviewer().dueDates([spoken], asOf: Self.day("2025-03-10"))
        #expect(verbal.first { $0.kind == .verbalSignature }?.due == Self.day("2025-03-19"))
    }

    @Test
    func `Visits are counted from the evaluation, and anew from each report`() {
        let visits = (4...12).map { Self.visit("03/" + ($0 < 10 ? "0\($0)" : "\($0)") + "/2025") }
        let before = ChartReviewer().visits([Self.plan] + visits.reversed(), asOf: Self.day("2025-03-12"))
        #expect(before == VisitCounter(count: 10, sinceReport: 10, nextReportDueAtVisit: 10))
        let report = Self.note(
            "r", "Progress Report\nDate of service: 03/12/2025\n/s/ Ada Roy, PT 03/12/2025", .progress)
        let after = ChartReviewer().visits(
            [Self.plan, report, Self.visit("03/14/2025")] + visits, asOf: Self.day("2025-03-14"))
        #expect(after == VisitCounter(count: 11, sinceReport: 1, nextReportDueAtVisit: 20))
    }

    @Test
    func `The order in which notes of one day are given changes nothing`() throws {
        let morning = Self.visit("03/10/2025", more: "Visit 3. Time in 9:00 Time out 9:30", id: "b")
        let evening = Self.visit("03/10/2025", more: "Visit 4. Time in 15:00 Time out 15:30", id: "a")
        let notes = [Self.plan, morning, evening, Self.visit("03/12/2025")]
        let day = Self.day("2025-03-20")
        let forth = ChartReviewer().review(notes, asOf: day).map(\.finding)
        #expect(ChartReviewer().review(notes.reversed(), asOf: day).map(\.finding) == forth)
        #expect(ChartReviewer().review([notes[2], notes[0], notes[3], notes[1]], asOf: day).map(\.finding) == forth)
    }

    @Test
    func `A gap and a week with too many visits are both named`() throws {
        let days = ["03/05/2025", "03/06/2025", "03/07/2025", "04/07/2025"]
        let finding = try found("CHT-06", [Self.plan] + days.map { Self.visit($0) }).finding
        #expect(finding.status == .violated)
        #expect(finding.reason.contains("31 days without treatment"))
        #expect(finding.reason.contains("4 visits in the week of 2025-03-03"))
    }
}
