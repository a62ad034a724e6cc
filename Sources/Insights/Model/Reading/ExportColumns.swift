/// Which column of a file is which, by the names in its header (rule 2: trimmed, any letter case).
struct ExportColumns: Equatable {
    static let required = ["studentId", "firstName", "surname", "academicAdvisor", "startDateTime"]

    var studentId = 0
    var firstName = 0
    var surname = 0
    var adviser = 0
    var start = 0
    /// -1 when the file has no such column.
    var description = -1
    var present = -1
    var selfCertification = -1
    var cancelled = -1
    var registerType = -1
    var module = -1
    /// Columns of the header; what is beyond them is surplus.
    var count: Int

    /// `header` is cleaned. Throws `ReadingError.missingColumns`.
    init(_ header: [String]) throws {
        let names = header.map { $0.lowercased() }
        func column(_ name: String) -> Int { names.firstIndex(of: name.lowercased()) ?? -1 }
        let missing = Self.required.filter { column($0) < 0 }
        guard missing.isEmpty else { throw ReadingError.missingColumns(missing) }
        count = header.count
        studentId = column("studentId")
        firstName = column("firstName")
        surname = column("surname")
        adviser = column("academicAdvisor")
        start = column("startDateTime")
        description = column("eventDescription")
        present = column("present")
        selfCertification = column("selfCertInfo")
        cancelled = column("cancelled")
        registerType = column("registerType")
        module = max(column("module"), column("moduleCode"))
    }
}
