/// The raw rows of one export inside a dataset, texts by the dataset's numbers.
struct DatasetPart: Sendable {
    let source: String
    /// Counts of reading; merges are counted anew after every change.
    let accounting: FileAccounting
    private let lines: RawRows
    /// In file order, and where a student's stand among them: `places[starts[s]..<starts[s + 1]]`.
    private var rows: [RawRow]
    private var places: [Int32]
    private var starts: [Int]
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
        rows = raw.rows
        raw.rows = []
        raw.students = []
        raw.texts = []
        lines = raw
        (places, starts) = Self.places(rows, students: students.count)
        // the texts of the first export have their own numbers here too
        if numbers.indices.contains(where: { Int(numbers[$0]) != $0 }) {
            for index in rows.indices {
                rows[index].description = numbers[Int(rows[index].description)]
                rows[index].reason = numbers[Int(rows[index].reason)]
            }
        }
    }

    /// A counting sort by student, which keeps the order of the file.
    private static func places(_ rows: [RawRow], students: Int) -> ([Int32], starts: [Int]) {
        var starts = Array(repeating: 0, count: students + 1)
        for row in rows { starts[Int(row.student) + 1] += 1 }
        for student in 0..<students { starts[student + 1] += starts[student] }
        var next = starts
        let places = [Int32](unsafeUninitializedCapacity: rows.count) { buffer, count in
            for (index, row) in rows.enumerated() {
                buffer.initializeElement(at: next[Int(row.student)], to: Int32(truncatingIfNeeded: index))
                next[Int(row.student)] += 1
            }
            count = rows.count
        }
        return (places, starts)
    }

    var count: Int { rows.count }

    private func member(_ slot: Int32) -> Int? {
        guard members.indices.contains(Int(slot)), members[Int(slot)] >= 0 else { return nil }
        return Int(members[Int(slot)])
    }

    func hasRows(_ slot: Int32) -> Bool { member(slot).map { starts[$0] < starts[$0 + 1] } ?? false }

    /// Visits the rows of a student in file order.
    @inline(__always)
    func forEachRow(of slot: Int32, _ body: (RawRow) -> Void) {
        guard let member = member(slot) else { return }
        for place in places[starts[member]..<starts[member + 1]] { body(rows[Int(place)]) }
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
