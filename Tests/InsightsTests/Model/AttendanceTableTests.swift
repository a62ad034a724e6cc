import Testing

@testable import Insights

struct AttendanceTableTests {
    @Test func theGreaterStatusStandsInAMerge() {
        #expect(AttendanceStatus.attended > .excused)
        #expect(AttendanceStatus.excused > .absent)
    }
}
