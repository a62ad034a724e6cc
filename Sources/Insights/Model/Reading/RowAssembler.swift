import Kernel

/// Turns records into rows: the header into columns, then each record into a `RawRow` or a problem. A cell's text is made
/// and judged once; after that its bytes are enough.
struct RowAssembler: ~Copyable {
    private(set) var columns: ExportColumns?
    private(set) var rows = RawRows()
    private(set) var accounting = FileAccounting()
    private(set) var problems: [RowProblem] = []
    private(set) var problemCount = 0
    private(set) var modules: [String] = []
    private(set) var times: StartTimes

    private let problemLimit: Int
    private var distance = 0
    private var students: [StudentCells] = []
    private var studentPlaces: [String: Int32] = [:]
    private var textPlaces: [String: Int32] = ["": 0]
    private var ids = ByteDictionary()
    private var lastId = 0
    private var texts = ByteDictionary()
    private var lastDescription = 0
    private var presents = JudgedColumn()
    private var cancellations = JudgedColumn()
    private var types = JudgedColumn()
    private var certificates = JudgedColumn()
    private var moduleCells = JudgedColumn()

    /// The entries of `texts` that a student's cells had last: they are nearly always the same again.
    private struct StudentCells: Equatable {
        var firstName = 0
        var surname = 0
        var adviser = 0
    }

    init(options: ReadingOptions, order: StartTimes.Order) {
        times = StartTimes(order: order, timeZone: options.timeZone)
        problemLimit = options.problemLimit
    }

    /// Takes the first record with text; gives the number of columns.
    mutating func header(_ texts: [String]) throws -> Int {
        let columns = try ExportColumns(texts)
        self.columns = columns
        return columns.count
    }

    /// Takes a record that begins at `line`. Blank ones do not count.
    mutating func take(
        _ fields: borrowing RecordFields, _ base: UnsafePointer<UInt8>, line: Int, isWhole: Bool = true
    ) {
        guard let columns else { return }
        let idCell = fields.cell(base, columns.studentId)
        let student = student(idCell)
        if student < 0 || !isWhole || fields.hasSurplus {
            if isWhole, fields.isBlank(base) { return }
            count(line)
            guard isWhole, !fields.hasSurplus else {
                accounting.malformed += 1
                return report(.malformed, line)
            }
            accounting.blankStudentId += 1
            return report(.blankStudentId, line, "studentId")
        }
        count(line)
        let startCell = fields.cell(base, columns.start)
        let time = times.time(startCell)
        guard time != StartTimes.bad else {
            accounting.badDate += 1
            return report(.badDate, line, "startDateTime", startCell)
        }
        if columns.module >= 0 { noteModule(fields.cell(base, columns.module)) }
        let cancelled = cancelled(fields.cell(base, columns.cancelled), line)
        let present = present(fields.cell(base, columns.present), line)
        guard !cancelled else {
            accounting.cancelled += 1
            return report(.cancelled, line)
        }
        let certificate = certificate(fields.cell(base, columns.selfCertification))
        let status = CellRules.status(
            present: present, authorisedAbsence: authorised(fields.cell(base, columns.registerType)),
            selfCertified: certificate & 1 == 1)
        let description = description(fields.cell(base, columns.description))
        notePerson(Int(student), fields, base, columns, time)
        rows.rows.append(
            RawRow(
                time: time, student: student, description: description, reason: certificate >> 1,
                record: accounting.rows, status: status))
    }

    /// A record that is too long to be one begins at `line`.
    mutating func takeLong(line: Int) {
        count(line)
        accounting.malformed += 1
        report(.malformed, line)
    }

    /// In the end there will be about so many times as many rows as now.
    mutating func expect(_ times: Double) {
        rows.rows.reserveCapacity(Int(min(Double(rows.rows.count) * times * 1.05, 4_000_000)))
    }

    /// Everything that was read; encoding and delimiter are the caller's.
    consuming func result() -> ReadExport {
        accounting.kept = rows.rows.count
        return ReadExport(
            rows: rows, accounting: accounting, problems: problems, problemCount: problemCount,
            monthFirstOnly: times.isMonthFirstOnly, modules: modules)
    }

    private mutating func count(_ line: Int) {
        accounting.rows += 1
        guard line - accounting.rows != distance else { return }
        distance = line - accounting.rows
        rows.lineSteps.append(.init(record: accounting.rows, distance: distance))
    }

    private mutating func report(
        _ code: RowProblem.Code, _ line: Int, _ column: String? = nil, _ cell: RawCell? = nil
    ) {
        problemCount += 1
        guard problems.count < problemLimit else { return }
        let value = cell.map { String(CellText.clean(Array($0.bytes.prefix(800))[...]).prefix(200)) }
        problems.append(
            RowProblem(record: accounting.rows, line: line, column: column, code: code, value: value))
    }
}

extension RowAssembler {
    private func text(_ cell: RawCell) -> String { CellText.clean(Array(cell.bytes)[...]) }

    /// The student's number, -1 for a blank id. Exports list students in the same order again and again.
    @inline(__always)
    private mutating func student(_ cell: RawCell) -> Int32 {
        if let entry = ids.find(cell, expecting: lastId + 1) {
            lastId = entry
            return ids.value(entry)
        }
        let id = CellRules.studentId(text(cell))
        var number: Int32 = -1
        if let known = studentPlaces[id] {
            number = known
        } else if !id.isEmpty {
            number = Int32(rows.students.count)
            studentPlaces[id] = number
            rows.students.append(RawRows.Student(id: id))
            students.append(StudentCells())
        }
        lastId = ids.insert(cell, value: number)
        return number
    }

    private mutating func entry(_ cell: RawCell, expecting guess: Int) -> Int {
        if let entry = texts.find(cell, expecting: guess) { return entry }
        return texts.insert(cell, value: number(of: text(cell)))
    }

    private mutating func number(of text: String) -> Int32 {
        if let known = textPlaces[text] { return known }
        let number = Int32(rows.texts.count)
        textPlaces[text] = number
        rows.texts.append(text)
        return number
    }

    private mutating func description(_ cell: RawCell) -> Int32 {
        if cell.isEmpty { return 0 }
        lastDescription = entry(cell, expecting: lastDescription)
        return texts.value(lastDescription)
    }

    /// Names and adviser: the latest that are not blank (rule 12).
    private mutating func notePerson(
        _ student: Int, _ fields: borrowing RecordFields, _ base: UnsafePointer<UInt8>, _ columns: ExportColumns,
        _ time: Int64
    ) {
        let before = students[student]
        var cells = before
        cells.firstName = entry(fields.cell(base, columns.firstName), expecting: before.firstName)
        cells.surname = entry(fields.cell(base, columns.surname), expecting: before.surname)
        cells.adviser = entry(fields.cell(base, columns.adviser), expecting: before.adviser)
        if cells != before { students[student] = cells }
        rows.students[student].hear(
            firstName: texts.value(cells.firstName), surname: texts.value(cells.surname),
            adviser: texts.value(cells.adviser), at: time)
    }

    private mutating func noteModule(_ cell: RawCell) {
        if moduleCells.value(cell) != nil { return }
        let name = text(cell)
        let code = FileName.moduleCode(in: name) ?? name
        if !code.isEmpty, !modules.contains(code), modules.count < 20 { modules.append(code) }
        _ = moduleCells.learn(cell, 0)
    }

    private mutating func present(_ cell: RawCell, _ line: Int) -> Bool {
        yes(
            presents.value(cell) ?? presents.learn(cell, Self.code(CellRules.present(text(cell)))), "present", cell,
            line)
    }

    private mutating func cancelled(_ cell: RawCell, _ line: Int) -> Bool {
        yes(
            cancellations.value(cell) ?? cancellations.learn(cell, Self.code(CellRules.cancelled(text(cell)))),
            "cancelled", cell, line)
    }

    /// 0 is no, 1 yes, 2 an odd word.
    private static func code(_ answer: Bool?) -> Int32 { answer.map { $0 ? 1 : 0 } ?? 2 }

    private mutating func yes(_ code: Int32, _ column: String, _ cell: RawCell, _ line: Int) -> Bool {
        if code == 2 {
            accounting.unknownBooleans += 1
            report(.unknownBoolean, line, column, cell)
        }
        return code == 1
    }

    private mutating func authorised(_ cell: RawCell) -> Bool {
        (types.value(cell) ?? types.learn(cell, CellRules.isAuthorisedAbsence(text(cell)) ? 1 : 0)) == 1
    }

    /// Twice the number of the reason's text, plus one when the student certified.
    private mutating func certificate(_ cell: RawCell) -> Int32 {
        if let known = certificates.value(cell) { return known }
        let (isCertified, reason) = CellRules.selfCertified(text(cell))
        return certificates.learn(cell, number(of: reason) << 1 | (isCertified ? 1 : 0))
    }
}

extension RawRows.Student {
    @inline(__always)
    fileprivate mutating func hear(firstName: Int32, surname: Int32, adviser: Int32, at time: Int64) {
        self.firstName.hear(firstName, at: time)
        self.surname.hear(surname, at: time)
        self.adviser.hear(adviser, at: time)
    }
}

extension RawRows.Student.Said {
    /// Takes a text said at `time` in place of an earlier one; blank ones say nothing.
    @inline(__always)
    mutating func hear(_ text: Int32, at time: Int64) {
        if text != 0, time >= self.time { self = Self(text: text, time: time) }
    }
}
