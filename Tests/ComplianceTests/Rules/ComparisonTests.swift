import Testing

@testable import Compliance

/// Two values of a measure, however the note sets them apart in time.
@Suite struct ComparisonTests {
    @Test(arguments: [
        "Objective\nTest   2025-07-24   2025-08-21\nTUG     21.4 s     12.9 s",
        "| Measure | 7/24 | 8/21 |\n| TUG | 21.4 s | 12.9 s |",
        "o: (eval / today)\n mpt 6.4 s / 11.2 s\n vhi-10 27 / 15",
        "Objective\n Berg .......... 31 (eval) -> 40",
        "O: On admission: TUG 31 s. At discharge: TUG 18 s.",
        "O: TUG  IE: 31 s   Now: 18 s",
        "Initial: Berg 30/56, TUG 28 s.\nCurrent: Berg 41/56, TUG 19 s.",
        "O: Swallow status on admission: FOIS 3, MASA 149. Swallow status at discharge: FOIS 6, MASA 184.",
        "At evaluation her Timed Up and Go took 22.6 seconds with a walker; it now takes 9.1 seconds.",
        "O: She walked 200 ft at the start and now walks 600 ft with the same cane.",
        "O: Dressing time fell from 34 minutes to 21 minutes.",
        "O: 9/4/25: grip 18 lb. 10/2/25: grip 29 lb.",
        "Admission status: transfers mod A. Current status: transfers SBA.",
        "O: Intelligibility 84% with a new listener, was 76%.",
    ])
    func earlierAndNowAreToldApart(text: String) {
        #expect(Judged(text, type: .progress, discipline: .PT).status("PRG-03") == .satisfied, "\(text)")
    }

    @Test(arguments: [
        "O: Right: grip 40 lb. Left: grip 22 lb.", "O: Berg 41/56. TUG 18 s. Gait speed 0.8 m/s.",
        "O: He fell from a ladder. TUG 18 s.", "| Test | Right | Left |\n| Grip | 40 lb | 22 lb |\n| Pinch | 12 | 9 |",
        "O: Today TUG 18 s.\nLTG: TUG 12 s in 8 weeks.",
    ])
    func oneTimeIsNoComparison(text: String) {
        #expect(Judged(text, type: .progress, discipline: .PT).status("PRG-03") == .violated, "\(text)")
    }
}
