package import Kernel

/// What an import did, or would do: exact accounts of all rows, and the reason of each that did not come in.
package struct ImportReport: Codable, Sendable, Equatable {
    /// nil in a preview.
    package var id: String?
    package let preview: Bool
    package let kind: ImportKind
    /// Why the file was taken for this kind; nil when the kind was stated.
    package let explanation: String?
    package let file: File
    package let rows: Rows
    package let records: Records
    /// Rows that made no record of their own, gathered by file and reason, in the order of their first line.
    package let findings: [Finding]
    package let notes: [String]
    package let at: Instant
    package let by: String
    package let byName: String
    package var undoneAt: Instant?

    package struct File: Codable, Sendable, Equatable {
        package let name: String?
        package let bytes: Int
        package let sha256: String
        package let encoding: String?
        package let delimiter: String?
    }

    /// `read` is always the sum of all others.
    package struct Rows: Codable, Sendable, Equatable {
        package var read = 0
        /// Said something new.
        package var added = 0
        /// Changed what was there.
        package var updated = 0
        package var unchanged = 0
        package var merged = 0
        package var ignored = 0
        package var refused = 0
    }

    package struct Count: Codable, Sendable, Equatable {
        package var created = 0
        package var updated = 0
        package var unchanged = 0
    }

    package struct Records: Codable, Sendable, Equatable {
        package var people = Count()
        package var modules = Count()
        package var groups = Count()
        package var enrolments = Count()
        package var sessions = Count()
        package var marks = Count()
    }

    package enum Outcome: String, Codable, Sendable, CaseIterable {
        case merged, ignored, refused
    }

    package struct Finding: Codable, Sendable, Equatable {
        /// The file inside an archive.
        package let file: String?
        package let outcome: Outcome
        /// The column, where one is to blame.
        package let field: String?
        package let code: String
        package let message: String
        package var count: Int
        /// Line numbers as the file counts them.
        package var lines: [Int]
    }

    /// The same with at most this many lines in a finding, for an answer over HTTP; the CSV has all.
    package func shortened(to limit: Int = 100) -> ImportReport {
        var findings = findings
        for index in findings.indices where findings[index].lines.count > limit {
            findings[index].lines = Array(findings[index].lines.prefix(limit))
        }
        return ImportReport(
            id: id, preview: preview, kind: kind, explanation: explanation, file: file, rows: rows, records: records,
            findings: findings, notes: notes, at: at, by: by, byName: byName, undoneAt: undoneAt)
    }

    /// One line for each row that did not come in, as CSV.
    package var csv: [UInt8] {
        var writer = CSVWriter(header: ["file", "line", "outcome", "field", "code", "message"])
        let all = findings.flatMap { finding in finding.lines.map { (line: $0, finding: finding) } }
        for (line, finding) in all.sorted(by: { ($0.finding.file ?? "", $0.line) < ($1.finding.file ?? "", $1.line) }) {
            writer.append([
                .init(finding.file), .init(line), .text(finding.outcome.rawValue), .init(finding.field),
                .text(finding.code),
                .text(finding.message),
            ])
        }
        return writer.bytes
    }
}

extension ImportReport {
    /// Gathers what became of the rows.
    static func findings(_ rows: [ImportRow]) -> [Finding] {
        struct Reason: Hashable {
            let file: String?
            let outcome: Outcome
            let problem: RowProblem
        }
        var findings: [Finding] = []
        var places: [Reason: Int] = [:]
        for row in rows {
            let outcome: Outcome
            let problem: RowProblem
            switch row.fate {
            case .kept: continue
            case .merged(let rule): (outcome, problem) = (.merged, RowProblem("", rule.rawValue, rule.sentence))
            case .ignored(let rule): (outcome, problem) = (.ignored, RowProblem("", rule.rawValue, rule.sentence))
            case .refused(let reason): (outcome, problem) = (.refused, reason)
            }
            let reason = Reason(file: row.file, outcome: outcome, problem: problem)
            if let place = places[reason] {
                findings[place].count += 1
                findings[place].lines.append(row.line)
            } else {
                places[reason] = findings.count
                findings.append(
                    Finding(
                        file: row.file, outcome: outcome, field: problem.field.isEmpty ? nil : problem.field,
                        code: problem.code, message: problem.message, count: 1, lines: [row.line]))
            }
        }
        return findings.sorted { $0.lines[0] < $1.lines[0] }
    }
}
