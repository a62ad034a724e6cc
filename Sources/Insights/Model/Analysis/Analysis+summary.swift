extension Analysis {
    /// Every student that the filter asks for, the figures over them together, and how they are distributed.
    package static func summary(
        _ cohort: Cohort, _ filter: InsightsFilter, order: StudentOrder = .percentage, care: [String: Care] = [:],
        smallCell: Int = 5
    ) -> Summary {
        let selection = Selection(cohort, filter)
        let lately = cohort.lately(of: selection, filter)
        let overall = selection.overall(filter.threshold)
        let rows = selection.ordered(order, cohort, trends: { lately.map(\.trend) }).map { place in
            row(
                cohort, selection.indices[place], selection.tallies[place], trend: lately[place].trend,
                filter.threshold,
                care)
        }
        return Summary(
            overall: overall, students: rows,
            distribution: distribution(selection, smallCell: smallCell),
            choices: choices(cohort, visible: filter.visible))
    }

    static func row(
        _ cohort: Cohort, _ index: Int, _ tally: StudentTally, trend: Double?, _ threshold: Threshold,
        _ care: [String: Care]
    ) -> StudentRow {
        let student = cohort.table.students[index]
        let note = cohort.context.notes.isEmpty ? nil : cohort.context.notes[student.id]
        let (attended, expected) = (tally.counts.attended, tally.counts.expected)
        return StudentRow(
            index: index, student: student, email: note?.email, notes: note?.notes, counts: tally.counts,
            atOrBelow: threshold.isAtOrBelow(attended: attended, expected: expected), trend: trend,
            toReach: threshold.eventsToReach(attended: attended, expected: expected),
            spare: threshold.eventsToSpare(attended: attended, expected: expected),
            selfCertifications: tally.selfCertifications, placementDays: tally.placementDays,
            rotation: cohort.rotations[index], care: care.isEmpty ? Care() : care[student.id] ?? Care())
    }

    /// Ten bins of ten points; students without a figure are in none.
    static func distribution(_ selection: Selection, smallCell: Int) -> [Bin] {
        var sizes = [Int](repeating: 0, count: 10)
        for tally in selection.tallies where tally.counts.expected > 0 {
            sizes[min(9, 10 * tally.counts.attended / tally.counts.expected)] += 1
        }
        let hidden = SmallCells.hidden(sizes, under: smallCell)
        return sizes.indices.map {
            Bin(from: 10 * $0, to: 10 * $0 + 10, students: hidden[$0] ? .hidden : .shown(sizes[$0]))
        }
    }

    /// What the filters can be set to, for the students whom the caller may see.
    package static func choices(_ cohort: Cohort, visible: Set<String>? = nil) -> Choices {
        var (advisers, rotations, patterns) = (Set<String>(), Set<String>(), Set<String>())
        var groups: Set<Int> = []
        for (index, student) in cohort.table.students.enumerated() where visible?.contains(student.id) ?? true {
            advisers.insert(student.adviser)
            guard let rotation = cohort.rotations[index] else { continue }
            if let group = rotation.group { groups.insert(group) }
            if let label = rotation.label { rotations.insert(label) }
            if let pattern = rotation.pattern { patterns.insert(pattern) }
        }
        return Choices(
            advisers: advisers.sorted(by: CodePoints.precede), groups: groups.sorted(),
            rotations: rotations.sorted(by: CodePoints.precede), patterns: patterns.sorted(by: CodePoints.precede))
    }
}

extension Cohort {
    /// One per selected student.
    func lately(of selection: Selection, _ filter: InsightsFilter) -> [LatelyTally] {
        guard let last = lastDay(filter) else { return selection.indices.map { _ in LatelyTally() } }
        return selection.indices.map { lately($0, until: last) }
    }
}
