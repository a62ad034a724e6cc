import Documents
import Kernel

/// The CSV files of a OneRoster 1.2 (or 1.1) export, from a ZIP archive or one by one.
struct OneRosterFiles: Sendable {
    enum Name: String, CaseIterable, Sendable {
        case manifest, orgs, academicSessions, courses, classes, users, roles, enrollments
    }

    private(set) var tables: [Name: ImportTable] = [:]
    /// CSV files of the archive that Rounds has no use for, such as results.
    private(set) var unused: [String] = []

    /// - Throws: `DocumentError`, `CSVError`, `kind_not_recognised`
    init(_ bytes: [UInt8], fileName: String?) throws {
        guard ZipArchive.looksLike(bytes) else {
            let table = try ImportTable(bytes)
            guard let name = Self.name(of: table, fileName) else {
                throw ImportError.kindNotRecognised(found: table.header)
            }
            tables[name] = table
            return
        }
        let archive = try ZipArchive(bytes)
        for entry in archive.entries where entry.name.lowercased().hasSuffix(".csv") {
            let stem = entry.name.split(separator: "/").last.map { String($0.dropLast(4)).lowercased() } ?? ""
            guard !entry.name.hasPrefix("__MACOSX/") else { continue }
            guard let name = Name.allCases.first(where: { $0.rawValue.lowercased() == stem }) else {
                unused.append(String(stem.prefix(60)) + ".csv")
                continue
            }
            guard let content = try archive.read(entry.name) else { continue }
            tables[name] = try ImportTable(content)
        }
        guard tables.keys.contains(where: { $0 != .manifest }) else {
            throw ImportError.kindNotRecognised(found: archive.entries.map(\.name))
        }
    }

    /// Whether an archive holds at least one of the roster files.
    static func isRoster(_ bytes: [UInt8]) -> Bool {
        guard let archive = try? ZipArchive(bytes) else { return false }
        return archive.entries.contains { entry in
            Name.allCases.contains { entry.name.lowercased().hasSuffix($0.rawValue.lowercased() + ".csv") }
        }
    }

    /// Which file a table is: by the column that only it has, else by the file's name.
    static func name(of table: ImportTable, _ fileName: String?) -> Name? {
        let headings = Set(table.header.map { $0.lowercased() })
        if headings.isSuperset(of: ["propertyname", "value"]) { return .manifest }
        guard headings.contains("sourcedid") else { return nil }
        let marks: [(Name, String)] = [
            (.enrollments, "classsourcedid"), (.roles, "roletype"), (.classes, "classcode"), (.courses, "coursecode"),
            (.users, "givenname"), (.academicSessions, "startdate"), (.orgs, "parentsourcedid"),
        ]
        if let mark = marks.first(where: { headings.contains($0.1) }) { return mark.0 }
        let stem = fileName?.split(separator: ".").first?.lowercased()
        return Name.allCases.first { $0.rawValue.lowercased() == stem }
    }
}

/// A row of a OneRoster file with its cells by the standard's column names (any letter case).
struct OneRosterRow {
    let index: Int
    private let cells: [String]
    private let places: [String: Int]

    init(index: Int, cells: [String], places: [String: Int]) {
        self.index = index
        self.cells = cells
        self.places = places
    }

    subscript(_ column: String) -> String? {
        places[column.lowercased()].flatMap { cells[$0].isEmpty ? nil : cells[$0] }
    }

    func required(_ column: String, upTo limit: Int = 200) throws -> String {
        guard let text = try text(column, upTo: limit) else { throw RowProblem.required(column) }
        return text
    }

    func text(_ column: String, upTo limit: Int = 200) throws -> String? {
        guard let text = self[column] else { return nil }
        guard text.unicodeScalars.count <= limit, !text.utf8.contains(0) else {
            throw RowProblem.tooLong(column, limit)
        }
        return text
    }

    func date(_ column: String) throws -> CivilDate? {
        guard let text = self[column] else { return nil }
        guard let date = CivilDate(String(text.prefix(10))), (2000...2100).contains(date.year) else {
            throw RowProblem.invalidDate(column)
        }
        return date
    }
}
