import ArgumentParser
import Foundation
import Insights
import Kernel

struct AttendanceAnalyze: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze", abstract: "Analyse attendance exports of one module, CSV or XLSX.",
        discussion: """
            Percentages count teaching rows between --from and --to, both days in. What was read, merged and left out is \
            counted over the whole files.
            """)

    @Argument(help: "Attendance exports of one module.")
    var files: [String]

    @Option(help: "Rotation map of the year of study.")
    var rotation: String?

    @Option(help: "Student notes: Student ID, Email, Notes 1, Notes 2.")
    var notes: String?

    @Option(help: "Code of the module. Default: from the file name (lusi_mbchb501.csv is 501) or a column.")
    var module: String?

    @Option(help: "First day, YYYY-MM-DD.", transform: AttendanceArguments.date)
    var from: CivilDate?

    @Option(help: "Last day, YYYY-MM-DD.", transform: AttendanceArguments.date)
    var to: CivilDate?

    @Option(
        name: .long, help: "Percentage at or below which students are listed; repeatable. Default: 80.",
        transform: AttendanceArguments.threshold)
    var threshold: [Threshold] = []

    @Option(help: "Recent placement activity up to this day, YYYY-MM-DD.", transform: AttendanceArguments.date)
    var asOf: CivilDate?

    @Option(help: "How many days of recent activity, 7 to 365.")
    var days = 30

    @Option(help: "Also the course (json) and the absences (json, table) of the student with this id.")
    var student: String?

    @Option(help: "json, csv (the table of students) or table.")
    var format = AttendanceFormat.table

    @OptionGroup var data: DataOptions

    func validate() throws {
        if let from, let to, from > to { throw ValidationError("--from is after --to.") }
        guard (7...365).contains(days) else { throw ValidationError("--days must be from 7 to 365.") }
        if let module, CellText.clean(module).isEmpty { throw ValidationError("--module must name a module.") }
    }

    func run() throws {
        do {
            let document = try AttendanceFiles(exports: files, rotation: rotation, notes: notes, module: module)
                .document(InsightsFilter(from: from, to: to))
            try print(document)
        } catch let failure as LoadFailure {
            if format == .json { try StandardOutput.write(line: failure.json()) }
            throw failure
        }
    }

    private func print(_ document: AttendanceDocument) throws {
        var document = document
        if !threshold.isEmpty { document.thresholds = threshold }
        document.filter.threshold = document.thresholds[0]
        document.recent = asOf.map { ($0, days) }
        document.student = student
        switch format {
        case .json: try StandardOutput.write(line: document.json())
        case .csv: try StandardOutput.write(document.csv())
        case .table: try StandardOutput.write(Array(document.table().utf8))
        }
        if let student, document.cohort.index(of: student) == nil {
            throw AttendanceError.noSuchStudent(student)
        }
    }
}

enum AttendanceFormat: String, CaseIterable, ExpressibleByArgument { case json, csv, table }

enum AttendanceArguments {
    @Sendable static func date(_ text: String) throws -> CivilDate {
        guard let date = CivilDate(text) else { throw ValidationError("\(text) is no date YYYY-MM-DD.") }
        return date
    }

    @Sendable static func threshold(_ text: String) throws -> Threshold {
        guard let threshold = Threshold(text) else {
            throw ValidationError("\(text) is no percentage from 0 to 100.")
        }
        return threshold
    }
}

enum AttendanceError: Failure, Equatable {
    case noSuchStudent(String)

    var code: String { "no_such_student" }
    var kind: FailureKind { .notFound }
    var sentence: String {
        switch self {
        case .noSuchStudent(let id): "No row of the files is about a student \(id)."
        }
    }
}

enum StandardOutput {
    static func write(_ bytes: [UInt8]) throws {
        try FileHandle.standardOutput.write(contentsOf: bytes)
    }

    static func write(line bytes: [UInt8]) throws {
        var bytes = bytes
        bytes.append(0x0A)
        try write(bytes)
    }
}
