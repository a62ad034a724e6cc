import Testing

@testable import Compliance

/// Charges and interventions in words of other clinics.
@Suite struct BillingWordingTests {
    @Test(arguments: [
        Wording(
            "BIL-01", .satisfied, .daily, .SLP,
            "CHARGES                  MIN   UNITS  MOD\n97129 first 15 min       15    1      "
                + "GN\n97130 each addl 15 min   30    2      GN\nTimed-code minutes: 45"),
        Wording(
            "BIL-01", .satisfied, .daily, .SLP,
            "97129 initial 15 minutes x1, 97130 each additional 15 minutes x2\nTotal timed 45 min"),
        Wording(
            "BIL-01", .violated, .daily, .SLP,
            "97129 first 15 min 15 min 1 unit GN\n97130 each additional 15 min 30 min 3 units GN"),
        Wording(
            "BIL-01", .violated, .daily, .SLP,
            "97129 x 3 units, 45 min GN"),
        Wording(
            "BIL-01", .satisfied, .daily, .PT,
            "97110 Therapeutic exercise, each 15 min   30   2   GP"),
        Wording(
            "BIL-01", .violated, .daily, .PT,
            "97110 Therapeutic exercise, each 15 min   30   3   GP"),
        Wording(
            "BIL-01", .satisfied, .daily, .PT,
            "97140 manual therapy (per 15 min): 15 min, 1 unit\n97110 ther ex (15 min each): 25 "
                + "min 2 units"),
        Wording(
            "BIL-01", .satisfied, .daily, .PT,
            "97110 ea 15' - 23 min - 2u"),
        Wording(
            "BIL-01", .satisfied, .daily, .PT,
            "97110 25 min 2u GP; 97012 15 min 1u GP; 97140 15 min 1u GP"),
        Wording(
            "BIL-01", .satisfied, .daily, .OT,
            "97530-GO-59 25 min 2 units\n97535-GO 15 min 1 unit"),
    ])
    func descriptionsOfCodesAreNoMinutes(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "BIL-04", .violated, .daily, .SLP,
            "92507 GN 3 units 45 min"),
        Wording(
            "BIL-04", .satisfied, .daily, .SLP,
            "92507 GN 1 unit 45 min"),
        Wording(
            "BIL-04", .satisfied, .daily, .SLP,
            "92607 first hour 1 unit, 92608 each additional 30 minutes 2 units, 92507 1 unit"),
    ])
    func untimedCodes(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "TXN-02", .satisfied, .daily, .SLP,
            "Treatment: semantic feature analysis for 20 nouns, cueing hierarchy faded.\n92507 1 "
                + "unit"),
        Wording(
            "TXN-02", .satisfied, .daily, .SLP,
            "Intervention: Mendelsohn maneuver x 15, effortful swallows with ice chips.\n92526"),
        Wording(
            "TXN-02", .satisfied, .daily, .SLP,
            "Articulation drills for /r/ in initial position, 80% accuracy."),
        Wording(
            "TXN-02", .satisfied, .daily, .SLP,
            "LSVT LOUD exercises: sustained ah, functional phrases."),
        Wording(
            "TXN-02", .satisfied, .daily, .SLP,
            "AAC device trial: patient selected 8/10 icons."),
        Wording(
            "TXN-02", .satisfied, .daily, .SLP,
            "Script training for ordering coffee; spaced retrieval of room number."),
        Wording(
            "TXN-02", .satisfied, .daily, .SLP,
            "Thermal-tactile stimulation, then bolus trials of puree."),
        Wording(
            "TXN-02", .satisfied, .daily, .SLP,
            "Melodic intonation with phrases of three syllables."),
        Wording(
            "TXN-02", .satisfied, .daily, .SLP,
            "Attention process training, level 2; memory book practice."),
        Wording(
            "TXN-02", .satisfied, .daily, .SLP,
            "Fluency shaping with easy onsets in conversation."),
        Wording(
            "TXN-02", .satisfied, .daily, .SLP,
            "Resonant voice therapy with straw phonation, SOVT."),
        Wording(
            "TXN-02", .satisfied, .daily, .PT,
            "Canalith repositioning (Epley) to the right, 2 cycles. 95992"),
        Wording(
            "TXN-02", .satisfied, .daily, .PT,
            "Mechanical lumbar traction 60 lb intermittent, 15 min. 97012"),
        Wording(
            "TXN-02", .satisfied, .daily, .PT,
            "Unattended e-stim to quad 10 min, hot pack. G0283"),
        Wording(
            "TXN-02", .satisfied, .daily, .PT,
            "Paraffin bath to both hands, contrast bath."),
        Wording(
            "TXN-02", .satisfied, .daily, .PT,
            "Group balance class of four, stations rotated. 97150"),
        Wording(
            "TXN-02", .satisfied, .daily, .PT,
            "Vasopneumatic compression to knee 15 min. 97016"),
        Wording(
            "TXN-02", .satisfied, .daily, .OT,
            "Custom thermoplastic splint fabricated for the thumb."),
        Wording(
            "TXN-02", .violated, .daily, .SLP,
            "Speech therapy session. Tolerated well. Continue per POC."),
        Wording(
            "TXN-02", .violated, .daily, .SLP,
            "Treatment provided per plan of care."),
        Wording(
            "TXN-02", .violated, .daily, .PT,
            "Treatment: per flow sheet."),
        Wording(
            "TXN-02", .violated, .daily, .PT,
            "Seen for PT x 45 min. Same as last visit."),
    ])
    func interventions(wording: Wording) { wording.check() }
}
