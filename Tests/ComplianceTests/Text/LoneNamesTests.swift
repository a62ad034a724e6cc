import Testing

@testable import Compliance

/// Names in lines that no note stands around.
@Suite struct LoneNamesTests {
    @Test(arguments: [
        "Quackenbush", "Okonkwo hip", "Nguyen", "zebulon, left knee", "The Harborview case", "Maria's shoulder",
        "KOWALCZYK eval", "Priya",
    ])
    func aNameIsMaskedAndRefused(line: String) {
        let (masked, isRefused) = (LoneNames(line).masked, LoneNames(line).mayNameSomebody)
        #expect(masked.contains("[NAME]") && isRefused)
    }

    @Test(arguments: [
        "knee, Tuesdays", "Day four", "Gait analysis, week 3", "Berg test after a stroke", "hip after a fall",
        "Total knee arthroplasty: what is missing?", "[PATIENT] with a cane", "PT evaluation.pdf", "right TKA, visit 4",
        "Parkinson's disease, balance",
    ])
    func ordinaryWordsStay(line: String) {
        let masked = LoneNames(line).masked
        #expect(masked == line)
    }

    @Test(arguments: ["Smith", "Mr Q", "J.S. shoulder", "Johnson knee"])
    func aLabelIsRefusedOnLess(line: String) {
        let isRefused = LoneNames(line).mayNameSomebody
        #expect(isRefused)
    }

    @Test(arguments: ["knee, Tuesdays", "hip after a fall", "shoulder, mornings", "PT stroke group 2"])
    func aHarmlessLabelIsTaken(line: String) {
        let isRefused = LoneNames(line).mayNameSomebody
        #expect(!isRefused)
    }
}
