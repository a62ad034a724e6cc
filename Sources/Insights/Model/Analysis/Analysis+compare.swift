extension Analysis {
    /// Two periods, or two modules, side by side: everyone whom either filter asks for, the left one against the right one.
    package static func compare(
        _ left: Cohort, _ leftFilter: InsightsFilter, _ right: Cohort, _ rightFilter: InsightsFilter,
        order: StudentOrder = .surname, smallCell: Int = 5
    ) -> CompareView {
        let leftSelection = Selection(left, leftFilter)
        let rightSelection = Selection(right, rightFilter)
        let merged = merge(left, leftSelection, right, rightSelection)
        return CompareView(
            left: shown(leftSelection, leftFilter, smallCell), right: shown(rightSelection, rightFilter, smallCell),
            students: ordered(merged, order), leftDistribution: distribution(leftSelection, smallCell: smallCell),
            rightDistribution: distribution(rightSelection, smallCell: smallCell))
    }

    private static func shown(_ selection: Selection, _ filter: InsightsFilter, _ smallCell: Int) -> Shown<Overall> {
        let overall = selection.overall(filter.threshold)
        return SmallCells.shown(overall, students: overall.students, minimum: smallCell)
    }

    /// Both selections are in the order of the ids, so one walk along them finds who is in both.
    private static func merge(
        _ left: Cohort, _ leftSelection: Selection, _ right: Cohort, _ rightSelection: Selection
    ) -> [CompareRow] {
        var rows: [CompareRow] = []
        var (i, j) = (0, 0)
        while i < leftSelection.indices.count || j < rightSelection.indices.count {
            let one = i < leftSelection.indices.count ? leftSelection.student(i, left) : nil
            let other = j < rightSelection.indices.count ? rightSelection.student(j, right) : nil
            let takesLeft = one.map { one in other.map { !CodePoints.precede($0.id, one.id) } ?? true } ?? false
            let takesRight = other.map { other in one.map { !CodePoints.precede($0.id, other.id) } ?? true } ?? false
            let counts = (
                left: takesLeft ? leftSelection.tallies[i].counts : nil,
                right: takesRight ? rightSelection.tallies[j].counts : nil
            )
            if let student = takesLeft ? one : other {
                rows.append(
                    CompareRow(
                        student: student, left: counts.left, right: counts.right,
                        difference: difference(counts.left, against: counts.right)))
            }
            if takesLeft { i += 1 }
            if takesRight { j += 1 }
        }
        return rows
    }

    private static func difference(_ counts: Counts?, against other: Counts?) -> Double? {
        guard let percentage = counts?.percentage, let other = other?.percentage else { return nil }
        return percentage - other
    }

    /// By the figures on the left; `trend` means the difference, the steepest fall first.
    private static func ordered(_ rows: [CompareRow], _ order: StudentOrder) -> [CompareRow] {
        let names = rows.map { (TextFolding.key($0.student.surname), TextFolding.key($0.student.firstName)) }
        func key(_ row: CompareRow) -> Double? {
            switch order {
            case .surname, .id: nil
            case .percentage: row.left?.percentage
            case .percentageDescending: row.left?.percentage.map { -$0 }
            case .absent: row.left.map { -Double($0.absent) }
            case .trend: row.difference
            }
        }
        let keys = rows.map(key)
        let places = rows.indices.sorted { one, other in
            switch (keys[one], keys[other]) {
            case (let left?, let right?) where left != right: return left < right
            case (.some, nil): return true
            case (nil, .some): return false
            default: break
            }
            if order == .id || names[one] == names[other] { return one < other }
            return names[one].0 != names[other].0
                ? CodePoints.precede(names[one].0, names[other].0) : CodePoints.precede(names[one].1, names[other].1)
        }
        return places.map { rows[$0] }
    }
}
