/// The raw rows of one export inside a dataset: the rows of a student together, in file order, texts by the dataset's numbers.
struct DatasetPart: Sendable {
    let source: String
    /// Counts of reading; merges are counted anew after every change.
    let accounting: FileAccounting
    private let lines: RawRows
    private var rows: [RawRow] = []
    private var starts: [Int] = [0]
    private var names: [RawRows.Student] = []
    /// The export's number of a student by the dataset's; -1 when the student is not in this export.
    private var members: [Int32] = []

    init(_ export: consuming ReadExport, source: String, texts: inout TextPool, slots: inout StudentSlots) {
        self.source = source
        accounting = export.accounting
        var raw = export.rows
        let numbers = raw.texts.map { texts.number(of: $0) }
        let students = raw.students.map { slots.number(of: $0.id) }
        members = Array(repeating: -1, count: slots.count)
        for (member, slot) in students.enumerated() { members[Int(slot)] = Int32(member) }
        names = raw.students.map { student in
            var student = student
            student.firstName.text = numbers[Int(student.firstName.text)]
            student.surname.text = numbers[Int(student.surname.text)]
            student.adviser.text = numbers[Int(student.adviser.text)]
            return student
        }
        (rows, starts) = Self.grouped(raw.rows, students: students.count, texts: numbers)
        raw.rows = []
        raw.students = []
        raw.texts = []
        lines = raw
    }

    /// A counting sort by student, which keeps the order of the file.
    private static func grouped(_ rows: [RawRow], students: Int, texts: [Int32]) -> ([RawRow], starts: [Int]) {
        var starts = Array(repeating: 0, count: students + 1)
        for row in rows { starts[Int(row.student) + 1] += 1 }
        for student in 0..<students { starts[student + 1] += starts[student] }
        var next = starts
        let grouped = [RawRow](unsafeUninitializedCapacity: rows.count) { buffer, count in
            for row in rows {
                var row = row
                let student = Int(row.student)
                row.description = texts[Int(row.description)]
                row.reason = texts[Int(row.reason)]
                buffer.initializeElement(at: next[student], to: row)
                next[student] += 1
            }
            count = rows.count
        }
        return (grouped, starts)
    }

    var count: Int { rows.count }

    private func member(_ slot: Int32) -> Int? {
        guard members.indices.contains(Int(slot)), members[Int(slot)] >= 0 else { return nil }
        return Int(members[Int(slot)])
    }

    /// The rows of a student in file order.
    func rows(of slot: Int32) -> ArraySlice<RawRow> {
        guard let member = member(slot) else { return [] }
        return rows[starts[member]..<starts[member + 1]]
    }

    /// What this export calls a student.
    func names(of slot: Int32) -> RawRows.Student? { member(slot).map { names[$0] } }

    func line(ofRecord record: Int) -> Int { lines.line(ofRecord: record) }

    var slots: [Int32] { members.indices.filter { members[$0] >= 0 }.map { Int32($0) } }
}

/// Students of a dataset by number, in the order in which they appeared.
struct StudentSlots: Sendable {
    private(set) var ids: [String] = []
    private var places: [String: Int32] = [:]

    var count: Int { ids.count }

    mutating func number(of id: String) -> Int32 {
        if let known = places[id] { return known }
        places[id] = Int32(ids.count)
        ids.append(id)
        return Int32(ids.count - 1)
    }
}
