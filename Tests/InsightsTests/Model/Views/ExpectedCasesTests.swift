import Foundation
import Kernel
import Testing

@testable import Insights

struct ExpectedCasesTests {
    @Test func allCasesAreThere() {
        #expect(ExpectedCases.all.count == 14)
    }

    @Test(arguments: ExpectedCases.all.keys.sorted()) func theAnswerIsTheExpectedOne(_ name: String) throws {
        let whole = try #require(ExpectedCases.all[name])
        let (input, expected) = (try #require(whole["input"]), try #require(whole["expect"]?.object))
        let answer = try ExpectedCases.answer(input)
        for (key, value) in expected where key != "parsed" {
            if name.hasPrefix("rotation_") && key == "students" {
                try expectStudents(value, among: answer["students"])
            } else {
                let differences = Difference.find(
                    value, answer[key], at: key,
                    exactly: key != "load" || expected.count > 1 && !name.hasPrefix("rotation_"))
                #expect(differences.isEmpty, "\(differences.prefix(5))")
            }
        }
    }

    /// Some cases list only the students and members that they test.
    private func expectStudents(_ expected: JSONValue, among answer: JSONValue?) throws {
        for student in try #require(expected.array) {
            let same = answer?.array?.first { $0["id"] == student["id"] }
            #expect(Difference.find(student, same, at: "students", exactly: false).isEmpty)
        }
    }

    @Test func startTimesAreReadAsExpected() throws {
        let whole = try #require(ExpectedCases.all["dates"])
        let expected = try #require(whole["expect"]?["parsed"]?.object)
        let document = try ExpectedCases.document(try #require(whole["input"]))
        let table = document.cohort.table
        #expect(Set(table.students.map(\.id)) == Set(expected.keys))
        for (index, student) in table.students.enumerated() {
            let time = table.time[table.offsets[index]]
            let milliseconds = String(time / 1_000_000 % 1000)
            let padded = String(repeating: "0", count: 3 - milliseconds.count) + milliseconds
            #expect(expected[student.id]?.string == LocalTime(nanoseconds: time).seconds + "." + padded)
        }
    }
}
