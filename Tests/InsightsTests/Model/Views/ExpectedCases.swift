import Foundation
import Kernel

@testable import Insights

/// The cases of `Tests/Vectors/attendance`: files, options, and what has to come out.
enum ExpectedCases {
    static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "../../../Vectors/attendance").standardizedFileURL

    static let all: [String: JSONValue] = {
        let data = (try? Data(contentsOf: folder.appending(path: "expected.json"))) ?? Data()
        let whole = try? JSONDecoder().decode(JSONValue.self, from: data)
        return whole?["cases"]?.object ?? [:]
    }()

    /// What the analysis says to a case, as JSON.
    static func answer(_ input: JSONValue) throws -> JSONValue {
        do {
            return try JSONDecoder().decode(JSONValue.self, from: Data(try document(input).json()))
        } catch let error as ReadingError {
            let failure = LoadFailure(file: "case.csv", cause: .content(error))
            return try JSONDecoder().decode(JSONValue.self, from: Data(failure.json()))
        }
    }

    static func document(_ input: JSONValue) throws -> AttendanceDocument {
        let module = input["module"]?.string ?? ""
        var dataset = Dataset(module: module)
        let names = (input["files"]?.array ?? []).compactMap(\.string)
        dataset.add(try names.map { ($0, try ExportReader.read(.file(folder.appending(path: $0).path))) })
        let rotation = try input["rotation"]?.string.map { name in
            try RotationReader.read(Array(try Data(contentsOf: folder.appending(path: name))))
        }
        var document = AttendanceDocument(
            cohort: Cohort(dataset.table, ModuleContext(module: module, rotation: rotation)), filter: InsightsFilter(),
            accounting: FileAccounting.sum(names.compactMap { dataset.accountings[$0] }))
        document.thresholds = thresholds(input).compactMap { Threshold($0) }
        document.recent = input["asOf"]?.string.flatMap { CivilDate($0) }.map {
            ($0, input["days"]?.integer.map { Int($0) } ?? 30)
        }
        document.student = input["detail"]?.string
        return document
    }

    /// As typed: those of the case, else the ones that all other cases expect.
    static func thresholds(_ input: JSONValue) -> [String] {
        (input["thresholds"]?.array).map { $0.compactMap { $0.integer.map(String.init) } }
            ?? ["0", "7", "29", "30", "33.33", "33.34", "50", "55", "56", "70", "80", "90", "100"]
    }
}

/// Where an answer differs from what is expected; percentages may by 0.001. An object may have more members than are
/// expected of it when `exactly` says so nowhere.
enum Difference {
    static func find(_ expected: JSONValue, _ answer: JSONValue?, at path: String, exactly: Bool) -> [String] {
        switch (expected, answer) {
        case (.object(let members), .object(let others)?):
            let surplus =
                exactly ? others.keys.filter { members[$0] == nil }.map { "\(path).\($0) is not expected" } : []
            return surplus
                + members.flatMap { find($0.value, others[$0.key], at: "\(path).\($0.key)", exactly: exactly) }
        case (.array(let elements), .array(let others)?):
            guard elements.count == others.count else { return ["\(path) has \(others.count), not \(elements.count)"] }
            return elements.indices.flatMap {
                find(elements[$0], others[$0], at: "\(path)[\($0)]", exactly: exactly)
            }
        default:
            if let left = number(expected), let right = answer.flatMap(number) {
                return abs(left - right) <= 0.001 ? [] : ["\(path) is \(right), not \(left)"]
            }
            return expected == answer
                ? [] : ["\(path) is \(answer?.canonicalText ?? "missing"), not \(expected.canonicalText)"]
        }
    }

    private static func number(_ value: JSONValue) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
}
