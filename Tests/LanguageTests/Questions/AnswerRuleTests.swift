import Language
import Testing

/// One rule of the answerer in each line: a text, a question that it answers, and one that only looks like it.
@Suite struct AnswerRuleTests {
    @Test(arguments: [
        // sides and order
        (
            "When the left quadriceps is weak, the right stride is short.",
            "What happens when the left quadriceps is weak?", "What happens when the right quadriceps is weak?"
        ),
        (
            "The plaster is removed before the scan.", "What is removed before the scan?",
            "What is removed after the scan?"
        ),
        (
            "The blockage weakens the hand more than the foot.", "What weakens the hand more than the foot?",
            "What weakens the foot more than the hand?"
        ),
        // who does what to whom, and to what
        ("Mrs Danforth runs the shop in the old school.", "Who runs the shop?", "Who runs the old school?"),
        ("Lind described the pump in 1931.", "Who described the pump?", "Who described the heart?"),
        ("Dr Okafor leads the wound class.", "Who teaches the class on wounds?", "Who teaches the class on burns?"),
        ("Salt speeds up rust.", "What accelerates rust?", "What accelerates salt?"),
        // what belongs to another thing
        (
            "Rifampicin speeds up the breakdown of warfarin.", "Which drug speeds up the breakdown of warfarin?",
            "Which drug speeds up the breakdown of rifampicin?"
        ),
        (
            "Drains lower the risk by two thirds; gauze is no substitute.", "By how much do drains lower the risk?",
            "By how much does gauze lower the risk?"
        ),
        // the kind of thing that is asked for
        ("The stroke unit is on the fourth floor.", "Where is the stroke unit?", "Who is on the fourth floor?"),
        (
            "The trial of 2104 people was led by Julie Bernhardt.", "How many people were in the trial?",
            "In which year was the trial led?"
        ),
        ("The swelling increases pain, and heparin is not used.", "What increases pain?", "Which drug increases pain?"),
        (
            "The walk takes ten metres and is done three times.", "How many metres does the walk take?",
            "How many minutes does the walk take?"
        ),
        // denial
        ("Never pull on the weak arm.", "What should you never pull on?", "When should you pull on the weak arm?"),
        (
            "Tolerance develops to nausea but not to constipation.", "What does tolerance not develop to?",
            "When does tolerance to constipation develop?"
        ),
    ]) func aLookAlikeIsNotAnswered(text: String, question: String, trap: String) async throws {
        #expect(try await answer(question, text).refused == false, "\(question)")
        let fooled = try await answer(trap, text)
        #expect(fooled.refused, "\(trap) → \(fooled.text)")
    }

    @Test(arguments: [
        ("Ice must not be used, since it deepens the burn.", "Why is ice forbidden?"),
        ("Stance takes 60 per cent of the cycle.", "What percentage of the cycle is stance?"),
        ("The meeting takes place in room B12.", "Where does the meeting happen?"),
        (
            "The cream should not be combined with tape on account of blisters.",
            "Why should the cream not be combined with tape?"
        ),
        (
            "In the Timed Up and Go test they rise from a chair. More than 14 seconds is a bad sign.",
            "What is a bad sign in the TUG?"
        ),
        ("A swallow screen comes first. The screen takes ten minutes.", "How long does the swallow screen take?"),
        ("Patients often deny it; this is called anosognosia.", "What is it called when patients deny it?"),
        ("Walkers must not drive for one month after a fall.", "When may walkers drive again after a fall?"),
        ("Acetone is given up to 4 g a day.", "What is the maximum dose of acetone?"),
    ]) func anotherWordingIsAnswered(text: String, question: String) async throws {
        #expect(try await answer(question, text).refused == false)
    }

    @Test func aRefusalShowsWhatIsNearest() async throws {
        let text =
            "Warfarin is stopped five days before surgery. Aspirin inhibits platelets. The clinic opens at eight."
        let refused = try await answer("When is aspirin stopped before surgery?", text)
        #expect(refused.refused && refused.citations.isEmpty && refused.text == Answer.refusal)
        #expect(refused.nearest.map(\.quote).contains("Warfarin is stopped five days before surgery."))
        #expect(refused.nearest.allSatisfy { text.contains($0.quote) })
        #expect(try await answer("When is warfarin stopped?", text).nearest.isEmpty)
    }

    private func answer(_ question: String, _ text: String) async throws -> Answer {
        let source = PassageSource(kind: .attachment, id: "page", title: "Page", session: "session")
        return try await Answerer().answer(
            question, passages: PassageBuilder().passages(of: text, source: source, page: 1))
    }
}
