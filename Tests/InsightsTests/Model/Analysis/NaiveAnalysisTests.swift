import Kernel
import Testing

@testable import Insights

/// The views against a reading of the rules that filters lists of rows, one rule after the other.
struct NaiveAnalysisTests {
    private struct Row {
        var student: Int
        var day: Int
        var minute: Int
        var kind: EventKind
        var status: AttendanceStatus
    }

    private let firstDay = 20_300

    private func rows(_ random: inout SeededRandom) -> [Row] {
        (0..<400).map { _ in
            Row(
                student: random.below(9), day: firstDay + random.below(120), minute: random.below(1440),
                kind: EventKind(rawValue: UInt8(random.below(3))) ?? .study,
                status: AttendanceStatus(rawValue: UInt8(random.below(3))) ?? .absent)
        }
    }

    private func cohort(_ rows: [Row], module: String) -> Cohort {
        var builder = TableBuilder()
        for id in 0..<9 {
            builder.add(
                "\(id)",
                rows.filter { $0.student == id }.map {
                    .init(
                        day: CivilDate(dayNumber: $0.day).description, minute: $0.minute, kind: $0.kind,
                        status: $0.status)
                })
        }
        return builder.cohort(ModuleContext(module: module))
    }

    @Test(arguments: ["101", "401"]) func everyFigureOfASummary(_ module: String) throws {
        var random = SeededRandom(seed: 23)
        for _ in 0..<25 {
            let all = rows(&random)
            let cohort = cohort(all, module: module)
            let (from, to) = (firstDay + random.below(100) - 10, firstDay + random.below(140))
            let filter = InsightsFilter(from: CivilDate(dayNumber: from), to: CivilDate(dayNumber: to))
            let found = Analysis.summary(cohort, filter, order: .id, smallCell: 1)
            for (id, row) in found.students.enumerated() {
                let own = all.filter { $0.student == id }
                let inRange = own.filter { $0.day >= from && $0.day <= to }
                let teaching = inRange.filter { $0.kind == .teaching }
                #expect(row.counts.expected == teaching.count)
                #expect(row.counts.attended == teaching.count { $0.status == .attended })
                #expect(row.counts.absent == teaching.count { $0.status == .absent })
                #expect(row.placementDays == Set(attendedCheckIns(inRange).map(\.day)).count)
                #expect(row.selfCertifications == selfCertifications(inRange, isCapped: module == "401"))
                // a range that ends before it begins has no last day
                let last = from <= to ? min(to, all.map(\.day).max() ?? 0) : 0
                #expect(row.trend == trend(own, until: last))
            }
            let sum = found.distribution.reduce(0) { $0 + ($1.students.value ?? 0) }
            let overall = found.overall
            #expect(sum == overall.students - overall.withoutFigure)
        }
    }

    @Test(arguments: ["101", "401"]) func recentActivity(_ module: String) {
        var random = SeededRandom(seed: 29)
        for _ in 0..<25 {
            let all = rows(&random)
            let (asOf, days) = (firstDay + random.below(140), 7 + random.below(60))
            let view = Analysis.recent(
                cohort(all, module: module), InsightsFilter(), asOf: CivilDate(dayNumber: asOf), days: days, order: .id)
            for row in view.students {
                let own = all.filter { "\($0.student)" == row.student.id && $0.day <= asOf && $0.day > asOf - days }
                let byDay = Dictionary(grouping: attendedCheckIns(own), by: \.day)
                #expect(row.daysAttended == byDay.count)
                let capped = byDay.values.reduce(0) { $0 + (module == "401" ? min(2, $1.count) : $1.count) }
                #expect(row.checkInsCapped == capped)
            }
        }
    }

    private func attendedCheckIns(_ rows: [Row]) -> [Row] {
        rows.filter { $0.kind == .placement && $0.status == .attended }
    }

    private func selfCertifications(_ rows: [Row], isCapped: Bool) -> Int {
        let excused = rows.filter { $0.status == .excused }
        let checkIns = Dictionary(grouping: excused.filter { $0.kind == .placement }, by: \.day)
        return excused.count { $0.kind == .teaching }
            + checkIns.values.reduce(0) { $0 + (isCapped ? min(2, $1.count) : $1.count) }
    }

    private func trend(_ rows: [Row], until last: Int) -> Double? {
        func percentage(_ days: ClosedRange<Int>) -> Double? {
            let teaching = rows.filter { $0.kind == .teaching && days.contains($0.day) }
            guard !teaching.isEmpty else { return nil }
            return 100 * Double(teaching.count { $0.status == .attended }) / Double(teaching.count)
        }
        guard last >= firstDay, let now = percentage(last - 27...last), let then = percentage(last - 55...last - 28)
        else { return nil }
        return now - then
    }
}
