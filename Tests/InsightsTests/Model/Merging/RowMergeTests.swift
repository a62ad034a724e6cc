import Kernel
import Testing

@testable import Insights

struct RowMergeTests {
    private static let minute: Int64 = 60_000_000_000

    /// `P 9:00 a` is a placement with description 1 at 9:00, attended; `T`, `S`; x absent, e excused; a number after a dot is
    /// the reason, after a # the description.
    private static func row(_ text: String, record: Int) -> RowMerge.Row {
        let parts = text.split(separator: " ").map(String.init)
        let time = parts[1].split(separator: ":").compactMap { Int64($0) }
        let description = Int32(parts[0].dropFirst(2)) ?? 1
        let status: AttendanceStatus =
            switch parts[2].prefix(1) {
            case "a": .attended
            case "e": .excused
            default: .absent
            }
        let kind: EventKind =
            switch parts[0].prefix(1) {
            case "P": .placement
            case "S": .study
            default: .teaching
            }
        return RowMerge.Row(
            time: (time[0] * 60 + time[1]) * minute + (time.count > 2 ? time[2] * 1_000_000_000 : 0),
            description: description, folded: description, reason: Int32(parts[2].dropFirst(2)) ?? 0,
            record: Int32(record), source: 1, status: status, kind: kind)
    }

    /// Kept records with their status and reason, then who joined whom.
    private static func merge(_ texts: [String]) -> (kept: [String], joined: [String]) {
        var rows = texts.enumerated().map { row($1, record: $0 + 1) }
        var joined: [String] = []
        RowMerge.merge(&rows) { row, into, code in
            joined.append("\(row.record)>\(into.record) \(code == .duplicate ? "d" : "c")")
        }
        return (rows.map { "\($0.record) \($0.status)" + ($0.reason == 0 ? "" : ".\($0.reason)") }, joined)
    }

    @Test(arguments: [
        ([], [], []),
        (["T#1 9:00 a"], ["1 attended"], []),
        (["T#1 9:00 x", "T#1 9:00 a", "T#1 9:00 e"], ["1 attended"], ["2>1 d", "3>1 d"]),
        (["T#1 9:00 x.5", "T#1 9:00 e.6", "T#1 9:00 e.7"], ["1 excused.6"], ["2>1 d", "3>1 d"]),
        (["T#1 9:00 e", "T#1 9:00 e.7"], ["1 excused.7"], ["2>1 d"]),
        (["T#1 9:00 a", "T#2 9:00 x"], ["1 attended", "2 absent"], []),
        (["T#1 9:00:00 a", "T#1 9:00:01 x"], ["1 attended", "2 absent"], []),
        (["T#2 9:05 a", "T#1 9:00 x", "T#2 9:05 x"], ["2 absent", "1 attended"], ["3>1 d"]),
        (["P#1 9:00 x", "P#1 9:05 a"], ["1 attended"], ["2>1 c"]),
        (["P#1 9:00 a", "P#1 9:08 a", "P#1 9:16 a", "P#1 9:24 a"], ["1 attended"], ["2>1 c", "3>1 c", "4>1 c"]),
        (["P#1 9:00 a", "P#1 9:10 x"], ["1 attended", "2 absent"], []),
        (["P#1 9:00 a", "P#1 9:09:59 x"], ["1 attended"], ["2>1 c"]),
        (["P#1 9:00 x", "P#2 9:05 e.3"], ["1 excused.3"], ["2>1 c"]),
        (["P#1 9:00 x", "P#2 9:00 a", "P#1 9:00 e"], ["1 attended"], ["3>1 d", "2>1 c"]),
        (["P#1 23:55 a", "P#1 24:02 a"], ["1 attended"], ["2>1 c"]),
        (["P#1 9:05 x", "T#9 9:03 x", "P#1 9:00 a"], ["3 attended", "2 absent"], ["1>3 c"]),
        (
            ["T#1 9:00 a", "T#1 9:05 a", "S#2 9:00 x", "S#2 9:05 x"],
            ["1 attended", "3 absent", "2 attended", "4 absent"], []
        ),
        (["P#1 9:00 x", "P#1 9:09 x", "P#1 9:18 a", "P#1 9:28 e"], ["1 attended", "4 excused"], ["2>1 c", "3>1 c"]),
    ])
    func duplicatesAndCheckInsJoin(rows: [String], kept: [String], joined: [String]) {
        let result = Self.merge(rows)
        #expect(result.kept == kept)
        #expect(result.joined == joined)
    }

    @Test func aThousandEventsAtOneInstant() {
        let texts = (0..<3000).map { "T#\($0 % 1000 + 1) 9:00 \($0 < 1000 ? "x" : "a")" }
        let result = Self.merge(texts)
        #expect(result.kept == (1...1000).map { "\($0) attended" })
        #expect(result.joined.count == 2000 && result.joined[0] == "1001>1 d")
    }

    /// Merging what is merged changes nothing, and no order of reading changes how many rows are kept or what they say.
    @Test func mergingIsStableAndDoesNotDependOnTheOrder() {
        var random = SeededRandom(seed: 6)
        for _ in 0..<2000 {
            let texts = (0..<random.number(0...14)).map { _ in
                let kind = random.one(of: ["T#", "P#", "P#", "S#"])
                let time = "9:\(random.number(0...40))"
                // a description belongs to one kind
                let description = random.number(1...2) + (kind == "T#" ? 0 : kind == "P#" ? 10 : 20)
                return "\(kind)\(description) \(time) \(random.one(of: ["a", "e", "x"]))"
            }
            var rows = texts.enumerated().map { Self.row($1, record: $0 + 1) }
            var shuffled = rows.shuffled(using: &random)
            RowMerge.merge(&rows)
            var again = rows
            RowMerge.merge(&again) { _, _, _ in Issue.record("a kept row joined another") }
            #expect(again == rows)
            RowMerge.merge(&shuffled)
            func said(_ rows: [RowMerge.Row]) -> [String] { rows.map { "\($0.time) \($0.status) \($0.kind)" }.sorted() }
            #expect(said(shuffled) == said(rows))
        }
    }
}
