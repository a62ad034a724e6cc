import Kernel

/// A student of the sample set and their habits.
struct SampleStudent: Sendable {
    let id: String
    let given: String
    let family: String
    let adviser: String
    /// From the middle of the term on.
    let laterFamily: String?
    let laterAdviser: String?
    /// Share of events attended in the first week, and what each further week takes from it.
    let presence: Double
    let weeklyLoss: Double
    /// Share of missed events with a self-certification.
    let candour: Double
    let group: Int
    let place: String

    /// A cohort: most come nearly always, some are in difficulty, some get worse from week to week.
    static func cohort(
        _ names: [(given: String, family: String)], firstID: Int, places: [String], _ random: inout SeededRandom
    ) -> [SampleStudent] {
        names.enumerated().map { index, name in
            let place = (Double(index) + Double.random(in: 0..<1, using: &random)) / Double(names.count)
            let presence: Double =
                switch place {
                case ..<0.05: Double.random(in: 0.35..<0.55, using: &random)
                case ..<0.15: Double.random(in: 0.62..<0.78, using: &random)
                case ..<0.35: Double.random(in: 0.82..<0.92, using: &random)
                default: Double.random(in: 0.93..<0.995, using: &random)
                }
            let adviser = SampleNames.advisers[index % SampleNames.advisers.count]
            return SampleStudent(
                id: String(firstID + index * 7), given: name.given, family: name.family, adviser: adviser,
                laterFamily: index == 20 ? "\(name.family)-Marsh" : nil,
                laterAdviser: index == 11 ? SampleNames.advisers[0] : nil,
                presence: presence, weeklyLoss: index % 9 == 4 ? 0.05 : 0,
                candour: index % 8 == 2 ? 0.9 : 0.25, group: index % 2 + 1, place: places[index % places.count])
        }
    }

    func attends(week: Int, _ random: inout SeededRandom) -> Bool {
        random.chance(max(0.15, presence - weeklyLoss * Double(week)))
    }
}
