package import Kernel

/// A set of files for whoever wants to try Insights: a term of Year 5 and of Year 2 with about 60 invented students, their
/// rotation maps and a workbook of notes. Like real exports they hold a few cells that do not fit, so that the accounting
/// has something to show.
package enum SampleExport {
    /// The same seed and day give the same bytes. `lastDay` is the Friday or any day of the last week of teaching.
    package static func files(
        seed: UInt64, lastDay: CivilDate = CivilDate(dayNumber: Gregorian.days(year: 2025, month: 12, day: 12))
    ) -> [SampleFile] {
        var random = SeededRandom(seed: seed)
        let names = SampleNames.pairs(60, using: &random)
        let fifth = SampleStudent.cohort(
            Array(names.prefix(32)), firstID: 36_200_013, places: ["GP", "Surgery", "Paediatrics", "Psychiatry"],
            &random)
        let second = SampleStudent.cohort(
            Array(names.dropFirst(32)), firstID: 36_500_021, places: ["rli", "fgh", "RBH"], &random)
        let monday = lastDay.adding(days: 1 - lastDay.weekday - 7 * (weeks - 1))
        return [
            attendance(year5(monday), of: fifth, .iso, &random),
            attendance(year2(monday), of: second, .dayFirst, &random),
            SampleLists.rotations(year5: fifth),
            SampleLists.rotations(year2: second),
            SampleLists.notes(fifth, &random),
        ]
    }

    private static let weeks = 14

    private static func attendance(
        _ term: SampleTerm, of students: [SampleStudent], _ style: SampleTable.Style, _ random: inout SeededRandom
    ) -> SampleFile {
        var table = SampleTable(style)
        for row in term.rows(of: students, &random) { table.append(row) }
        table.spoil(&random)
        return SampleFile(
            name: "lusi_mbchb\(term.code).csv", kind: .attendance, module: term.code, bytes: table.bytes)
    }

    private static func year5(_ monday: CivilDate) -> SampleTerm {
        SampleTerm(
            code: "501", monday: monday, weeks: weeks,
            events: [
                .init(weekday: 0, minute: 540, title: "MBChB 501 Lecture:"),
                .init(weekday: 0, minute: 660, title: "MBChB 501 Seminar:"),
                .init(weekday: 0, minute: 840, title: "MED.STUDY guided reading"),
                .init(weekday: 2, minute: 960, title: "MBChB 501 Case discussion:"),
            ],
            topics: [
                "Sepsis", "Chest pain", "Safe prescribing", "The acute abdomen", "Stroke", "Breathlessness",
                "Consent and capacity", "Breaking bad news",
            ],
            placementDays: [1: [1, 2, 3, 4], 2: [1, 3, 4]],
            placements: ["MED.PLAC.RLI", "MED.OTHR GP practice", "Palliative Care day", "MED.PLAC.FGH"])
    }

    private static func year2(_ monday: CivilDate) -> SampleTerm {
        SampleTerm(
            code: "201", monday: monday, weeks: weeks,
            events: [
                .init(weekday: 0, minute: 540, title: "MBChB 201 Lecture:"),
                .init(weekday: 1, minute: 600, title: "MBChB 201 Practical:"),
                .init(weekday: 3, minute: 540, title: "MBChB 201 Lecture:"),
                .init(weekday: 4, minute: 660, title: "MBChB 201 Seminar:"),
                .init(weekday: 4, minute: 840, title: "Self-study"),
            ],
            topics: [
                "Renal physiology", "The heart", "Neuroanatomy", "Immunity; an overview", "Endocrinology", "Lungs",
                "Statistics for clinicians",
            ],
            placementDays: [1: [2], 2: [2]], placements: ["MED.PLAC.Community", "MED.PLAC.Ward visit"])
    }
}
