import Testing

@testable import Compliance

@Suite struct GoalTests {
    @Test(arguments: [
        ("LTG1: walk 500 ft in 8 weeks\nLTG2: climb 12 stairs in 8 weeks", 2),
        ("Long-term goals (10 weeks):\n1. Dress with set-up\n2. Cook with supervision\n\nPlan: 2x/wk", 2),
        ("LTGs: 1) walk 500 ft 2) climb 12 stairs 3) drive 20 min", 3),
        ("Goals:\n- In 6 weeks pt will walk 500 ft\n- In 2 weeks pt will stand 5 min", 1),
        ("STG 1: stand 5 min in 2 weeks. LTG: walk 500 ft in 8 weeks.", 1),
        ("| Goal | Target | Weeks |\n| LTG 1: stairs | 12 steps | 8 weeks |\n| LTG 2: gait | 500 ft | 8 weeks |", 2),
        ("Functional goals: by discharge pt walks 500 ft.", 1),
        ("Plan: continue 2x/week focusing on LTG 2.", 0), ("Patient's goal: \"walk to church\"", 0),
        ("LTG: to be determined", 0),
        ("Short term goals: stand 5 min in 3 weeks", 0),
    ])
    func longTermGoalsAreFoundInEveryLayout(text: String, count: Int) {
        #expect(NoteFacts(reading: text).longTermGoals.count == count)
    }

    @Test(arguments: [
        "LTG 1: walk 500 ft in 8 weeks - MET", "LTG 1: walk 500 ft in 8 weeks (partially met, 400 ft)",
        "LTG 1: walk 500 ft in 8 weeks. Goal not met.", "LTG 1: walk 500 ft in 8 weeks - 60% of target reached",
        "LTG 1: walk 500 ft in 8 weeks\nStatus: progressing", "LTG 1: walk 500 ft in 8 weeks | ongoing |",
    ])
    func theStatusOfAGoalIsFound(text: String) {
        let goals = NoteFacts(reading: text, type: .progress).goals
        #expect(goals.count == 1 && goals.first?.status != nil)
    }

    @Test(arguments: ["LTG 1: walk 500 ft in 8 weeks", "LTG 1: will have met criterion for driving test in 8 weeks"])
    func aGoalWithoutStatusHasNone(text: String) {
        #expect(NoteFacts(reading: text, type: .progress).goals.first?.status == nil)
    }

    @Test(arguments: [
        ("LTG: walk 500 ft in 8 weeks", FindingStatus.satisfied), ("LTG: dress without cues in 8 weeks", .satisfied),
        ("LTG: transfer with min A by 10 weeks", .satisfied),
        ("LTG: eat all meals with no coughing in 8 weeks", .satisfied),
        ("LTG: improve function and quality of life.", .violated),
        ("LTG: increase independence with ADLs in 8 weeks", .violated),
        ("LTG: be as independent as possible in 12 weeks", .violated),
    ])
    func aGoalIsMeasurableByWhatOthersCanCheck(text: String, status: FindingStatus) {
        #expect(Judged(text, type: .evaluation, discipline: .OT).status("POC-03") == status)
    }

    @Test(arguments: [
        ("LTG: knee flexion 120 degrees in 8 weeks", FindingStatus.violated), ("LTG: MMT 5/5 in 8 weeks", .violated),
        ("LTG: WAB AQ 80 in 12 weeks", .violated),
        ("LTG: knee flexion 120 degrees in 8 weeks to climb stairs", .satisfied),
        ("LTG: QuickDASH 15 in 8 weeks so that she can carry groceries", .satisfied),
        ("LTG: order a meal by phone 4/5 times in 8 weeks", .satisfied),
    ])
    func aScoreAloneIsNoFunction(text: String, status: FindingStatus) {
        #expect(Judged(text, type: .evaluation, discipline: .SLP).status("POC-04") == status)
    }
}
