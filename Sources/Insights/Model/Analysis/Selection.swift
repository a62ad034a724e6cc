/// The students that a filter asks for, with their figures; every view begins with one.
struct Selection {
    /// In the order of the table.
    private(set) var indices: [Int] = []
    /// One per index.
    private(set) var tallies: [StudentTally] = []

    init(_ cohort: Cohort, _ filter: InsightsFilter) {
        let words = TextFolding.words(filter.search)
        let days = filter.days
        for (index, student) in cohort.table.students.enumerated() {
            guard filter.visible?.contains(student.id) ?? true, filter.adviser.map({ $0 == student.adviser }) ?? true,
                filter.matches(cohort.rotations[index])
            else { continue }
            guard words.allSatisfy({ cohort.searchTexts[index].contains($0) }) else { continue }
            let tally = cohort.tally(index, on: days)
            if filter.selfCertifiedOnly && tally.selfCertifications == 0 { continue }
            indices.append(index)
            tallies.append(tally)
        }
    }

    /// The places of `indices`, ordered. `trends` has one entry per index, and is asked for by no other order.
    func ordered(_ order: StudentOrder, _ cohort: Cohort, trends: () -> [Double?]) -> [Int] {
        let ranks = indices.map { cohort.surnameRanks[$0] }
        let places = Array(indices.indices)
        switch order {
        case .id: return places
        case .surname: return places.sorted { ranks[$0] < ranks[$1] }
        case .percentage: return places.sorted { precedes($0, $1, ranks, ascending: true) }
        case .percentageDescending: return places.sorted { precedes($0, $1, ranks, ascending: false) }
        case .absent:
            return places.sorted { one, other in
                let (left, right) = (tallies[one].counts.absent, tallies[other].counts.absent)
                return left != right ? left > right : ranks[one] < ranks[other]
            }
        case .trend:
            let trends = trends()
            return places.sorted { one, other in
                switch (trends[one], trends[other]) {
                case (let left?, let right?) where left != right: left < right
                case (.some, nil): true
                case (nil, .some): false
                default: ranks[one] < ranks[other]
                }
            }
        }
    }

    /// By percentage, compared as fractions; nothing expected comes last.
    private func precedes(_ one: Int, _ other: Int, _ ranks: [Int32], ascending: Bool) -> Bool {
        let (left, right) = (tallies[one].counts, tallies[other].counts)
        guard left.expected > 0, right.expected > 0 else {
            return left.expected > 0 || (right.expected == 0 && ranks[one] < ranks[other])
        }
        let difference = left.attended * right.expected - right.attended * left.expected
        if difference == 0 { return ranks[one] < ranks[other] }
        return ascending ? difference < 0 : difference > 0
    }

    /// Over the students at the places, or over all.
    func overall(_ threshold: Threshold, places: [Int]? = nil) -> Analysis.Overall {
        var overall = Analysis.Overall()
        for place in places ?? Array(tallies.indices) {
            let counts = tallies[place].counts
            overall.students += 1
            overall.counts += counts
            if counts.expected == 0 { overall.withoutFigure += 1 }
            if threshold.isAtOrBelow(attended: counts.attended, expected: counts.expected) { overall.atOrBelow += 1 }
        }
        return overall
    }
}

extension InsightsFilter {
    func matches(_ rotation: Analysis.Rotation?) -> Bool {
        (group.map { $0 == rotation?.group } ?? true) && (self.rotation.map { $0 == rotation?.label } ?? true)
            && (pattern.map { $0 == rotation?.pattern } ?? true)
    }
}
