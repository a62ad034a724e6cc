import Testing

@testable import Insights

struct CellRulesTests {
    @Test(arguments: [
        ("36000009", "36000009"), ("36000009.0", "36000009"), ("00012345", "00012345"), ("0.0", "0"),
        ("36000009.00", "36000009.00"), ("36000009.5", "36000009.5"), ("H0012345.0", "H0012345.0"), (".0", ".0"),
        ("NA", "NA"), ("", ""),
    ])
    func anIdIsText(cell: String, id: String) {
        #expect(CellRules.studentId(cell) == id)
    }

    static let yes = ["true", "TRUE", "True", "t", "T", "yes", "Y", "y", "1", "1.0"]
    static let no = ["false", "FALSE", "f", "no", "N", "n", "0", "0.0", ""]
    static let odd = ["maybe", "2", "x", "-", "NA", "None", "null", "01", "1.00", "truee", "ja"]

    @Test func presentIsYesNoOrOdd() {
        for cell in Self.yes + ["present", "Present", "ATTENDED"] { #expect(CellRules.present(cell) == true) }
        for cell in Self.no + ["absent", "Absent"] { #expect(CellRules.present(cell) == false) }
        for cell in Self.odd + ["cancelled"] { #expect(CellRules.present(cell) == nil) }
    }

    @Test func cancelledIsYesNoOrOdd() {
        for cell in Self.yes + ["cancelled", "Canceled", "CANCELLED"] { #expect(CellRules.cancelled(cell) == true) }
        for cell in Self.no { #expect(CellRules.cancelled(cell) == false) }
        for cell in Self.odd + ["present", "absent"] { #expect(CellRules.cancelled(cell) == nil) }
    }

    @Test func anyOtherTextOfSelfCertificationIsItsReason() {
        for cell in Self.yes { #expect(CellRules.selfCertified(cell) == (true, "")) }
        for cell in Self.no { #expect(CellRules.selfCertified(cell) == (false, "")) }
        for cell in ["Flu", "NA", "None", "present", "two days of 2"] {
            #expect(CellRules.selfCertified(cell) == (true, cell))
        }
    }

    @Test(arguments: [
        ("50", true), ("50.0", true), ("5", false), ("500", false), ("050", false), ("", false), ("50.5", false),
    ])
    func registerTypeFifty(cell: String, isAuthorised: Bool) {
        #expect(CellRules.isAuthorisedAbsence(cell) == isAuthorised)
    }

    @Test(arguments: [
        (true, false, false, AttendanceStatus.attended), (true, false, true, .attended), (true, true, false, .excused),
        (true, true, true, .excused), (false, true, false, .excused), (false, false, true, .excused),
        (false, true, true, .excused), (false, false, false, .absent),
    ])
    func statusFollowsFromThreeAnswers(present: Bool, authorised: Bool, certified: Bool, status: AttendanceStatus) {
        #expect(
            CellRules.status(present: present, authorisedAbsence: authorised, selfCertified: certified) == status)
    }

    @Test(arguments: [
        ("MED.STUDY day", EventKind.study), ("Self-Study", .study), ("SELF STUDY: library", .study),
        ("Self  Study", .study), ("MED.PLAC self study", .study), ("MED.PLAC.RLI", .placement),
        ("med.othr Manual", .placement), ("Palliative  Care", .placement), ("x MED.OTHR.y", .placement),
        ("MED PLAC no dot", .teaching), ("MBChB Lecture", .teaching), ("", .teaching), ("NA", .teaching),
    ])
    func kindsOfEvents(description: String, kind: EventKind) {
        #expect(EventPatterns.standard.kind(of: description) == kind)
    }

    @Test func patternsAreTheSchoolsOwn() {
        let patterns = EventPatterns(study: ["Home"], placement: ["Ward", "  ", ""])
        #expect(patterns.kind(of: "ward round") == .placement)
        #expect(patterns.kind(of: "home ward") == .study)
        #expect(patterns.kind(of: "MED.PLAC.RLI") == .teaching)
    }

    @Test(arguments: [
        ("lusi_mbchb501.csv", "501"), ("lusi_mbchb501 (1).csv", "501"), ("/tmp/301/lusi_mbchb201.csv", "201"),
        ("C:\\exports\\mbchb101 (12).CSV", "101"), ("core_501.csv", "501"), ("501.csv", "501"),
        ("MBChB501_2025-10-06.xlsx", "501"), ("2025_week_101.csv", "101"), ("mbchb501_group_123.csv", "501"),
        ("mbchb501_mbchb502.csv", nil), ("attendance.csv", nil), ("attendance (501).csv", nil),
        ("attendance_2025.csv", nil), ("501_and_502.csv", nil), ("", nil), ("mbchb501", "501"), (".csv", nil),
    ])
    func theModuleComesFromTheFileName(name: String, module: String?) {
        #expect(FileName.module(name) == module)
    }
}
