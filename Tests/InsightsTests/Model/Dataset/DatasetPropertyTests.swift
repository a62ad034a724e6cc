import Kernel
import Testing

@testable import Insights

/// Whatever happens to a dataset, it says what one says that is made from scratch out of the same exports and marks.
struct DatasetPropertyTests {
    private struct Model {
        var imports: [(source: String, export: ReadExport)] = []
        var marks: [String: RegisterRow] = [:]

        func fromScratch(_ random: inout SeededRandom) -> Dataset {
            var dataset = Dataset(module: "501")
            dataset.add(imports)
            dataset.apply(marks.values.sorted { $0.key < $1.key }.shuffled(using: &random))
            return dataset
        }
    }

    private static let events = ["Lecture", "lecture", "Seminar", "MED.PLAC.A", "med.othr b", "MED.STUDY", ""]

    private static func export(_ random: inout SeededRandom) throws -> ReadExport {
        let lines = (0..<random.number(0...12)).map { _ in
            let cells = [
                random.one(of: ["1", "2", "3", "4", "05", ""]), random.one(of: ["Ann", "Bo", ""]),
                random.one(of: ["Lee", ""]),
                random.one(of: ["Dr A", "Dr B", ""]), random.one(of: events),
                "2025-10-0\(random.number(6...7))T09:\(random.number(10...40)):00", random.one(of: ["1", "50"]),
                random.one(of: ["yes", "no", "?"]), random.one(of: ["", "Flu", "1"]),
                random.one(of: ["", "", "", "yes"]),
            ]
            return cells.joined(separator: ",")
        }
        return try Exports.read(lines.joined(separator: "\n"))
    }

    private static func mark(_ random: inout SeededRandom) -> RegisterRow {
        let student = random.number(1...6)
        return RegisterRow(
            key: "\(random.number(1...5)):\(student)",
            student: .init(
                id: random.chance(0.05) ? "moved" : "\(student)", firstName: random.one(of: ["Ann", ""]),
                surname: "Lee", adviser: random.one(of: ["Dr C", ""])),
            time: 20_367 * SchoolTime.nanosecondsPerDay + Int64(random.number(550...580)) * 60_000_000_000,
            description: random.one(of: events),
            status: random.one(of: [nil, .absent, .excused, .attended, .attended]),
            reason: random.one(of: ["", "Cold"]))
    }

    @Test(arguments: UInt64(1)...100)
    func aHundredEditsOnAHundredDatasets(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var model = Model()
        var dataset = Dataset(module: "501")
        for edit in 0..<100 {
            switch random.number(0...9) {
            case 0...1:
                let source = random.chance(0.2) ? "f0" : "f\(edit)"
                let export = try Self.export(&random)
                model.imports.removeAll { $0.source == source }
                model.imports.append((source, export))
                dataset.add(export, source: source)
            case 2 where !model.imports.isEmpty:
                let source = random.one(of: model.imports.map(\.source))
                model.imports.removeAll { $0.source == source }
                dataset.remove(source: source)
            default:
                let marks = (0..<random.number(1...random.one(of: [1, 1, 8]))).map { _ in Self.mark(&random) }
                for mark in marks { model.marks[mark.key] = mark.status == nil ? nil : mark }
                dataset.apply(marks)
            }
            #expect(dataset.isConsistent)
            // whatever goes wrong stays wrong, so not every edit needs its own answer from scratch
            guard edit % 4 == 3 else { continue }
            let scratch = model.fromScratch(&random)
            #expect(dataset.said == scratch.said, "edit \(edit)")
        }
    }
}
