import Kernel

extension Analysis {
    /// Each adviser's students together, in code-point order of the names.
    package static func advisers(
        _ cohort: Cohort, _ filter: InsightsFilter, care: [String: Care] = [:], smallCell: Int = 5
    ) -> AdvisersView {
        let selection = Selection(cohort, filter)
        let places = Dictionary(grouping: selection.indices.indices) {
            cohort.table.students[selection.indices[$0]].adviser
        }
        let names = places.keys.sorted(by: CodePoints.precede)
        let totals = names.map { name in
            let ofAdviser = places[name] ?? []
            return AdviserRow.Totals(
                overall: selection.overall(filter.threshold, places: ofAdviser),
                talkTo: ofAdviser.count { place in
                    let index = selection.indices[place]
                    return cohort.needsTalk(index, selection.tallies[place], filter, care)
                })
        }
        let hidden = SmallCells.hidden(totals.map(\.overall.students), under: smallCell)
        let overall = selection.overall(filter.threshold)
        return AdvisersView(
            advisers: names.indices.map {
                AdviserRow(adviser: names[$0], totals: hidden[$0] ? .hidden : .shown(totals[$0]))
            },
            overall: SmallCells.shown(overall, students: overall.students, minimum: smallCell))
    }

    /// The students of one adviser ("" for those without one), whom to talk to first. The filter's own adviser is ignored.
    /// The totals are shown however few they are: everyone in them is listed by name.
    package static func adviser(
        _ cohort: Cohort, _ adviser: String, _ filter: InsightsFilter, care: [String: Care] = [:]
    ) -> AdviserView {
        var filter = filter
        filter.adviser = adviser
        let selection = Selection(cohort, filter)
        let today = filter.today ?? cohort.lastDay(filter).map { CivilDate(dayNumber: Int($0)) }
        let entries = selection.indices.indices.map { place -> AdviserView.Entry in
            let (index, tally) = (selection.indices[place], selection.tallies[place])
            let lately = cohort.lastDay(filter).map { cohort.latelyInFull(index, until: $0) } ?? LatelyTally()
            let row = row(cohort, index, tally, trend: lately.trend, filter.threshold, care)
            return AdviserView.Entry(
                row: row, reasons: Attention.standard.reasons(tally.counts, lately, filter.threshold, row.care),
                isSpokenTo: Attention.standard.isSpokenTo(row.care, on: today))
        }
        let totals = AdviserRow.Totals(
            overall: selection.overall(filter.threshold),
            talkTo: entries.count { !$0.reasons.isEmpty && !$0.isSpokenTo })
        return AdviserView(
            adviser: adviser, totals: totals,
            students: entries.sorted { precedes($0, $1, cohort) })
    }

    private static func precedes(_ one: AdviserView.Entry, _ other: AdviserView.Entry, _ cohort: Cohort) -> Bool {
        func rank(_ entry: AdviserView.Entry) -> Int { entry.reasons.isEmpty ? 2 : entry.isSpokenTo ? 1 : 0 }
        func first(_ entry: AdviserView.Entry) -> Int {
            entry.reasons.first.flatMap { Reason.Code.allCases.firstIndex(of: $0.code) } ?? 0
        }
        let left = (rank(one), -one.reasons.count, first(one), Int(cohort.surnameRanks[one.row.index]))
        let right = (rank(other), -other.reasons.count, first(other), Int(cohort.surnameRanks[other.row.index]))
        return left < right
    }
}

extension Cohort {
    /// There is a reason to talk to the student, and nobody has lately.
    fileprivate func needsTalk(
        _ index: Int, _ tally: StudentTally, _ filter: InsightsFilter, _ care: [String: Care]
    ) -> Bool {
        let last = lastDay(filter)
        let lately = last.map { latelyInFull(index, until: $0) } ?? LatelyTally()
        let care = care[table.students[index].id] ?? Care()
        let today = filter.today ?? last.map { CivilDate(dayNumber: Int($0)) }
        return !Attention.standard.isSpokenTo(care, on: today)
            && !Attention.standard.reasons(tally.counts, lately, filter.threshold, care).isEmpty
    }
}
