import ArgumentParser
import Foundation
import Insights
import Kernel

/// The files that `attendance analyze` was given, read one after the other, a piece at a time.
struct AttendanceFiles {
    let exports: [String]
    let rotation: String?
    let notes: String?
    /// What the caller says; wins over what the files say.
    let module: String?

    func document(_ filter: InsightsFilter) throws -> AttendanceDocument {
        let read = try exports.map { path in
            (source: path, export: try attempt(path) { try ExportReader.read(.file(path)) })
        }
        let map = try rotation.map { path in try attempt(path) { try RotationReader.read(Self.bytes(path)) } }
        let notes = try notes.map { path in try attempt(path) { try NotesReader.read(Self.bytes(path)) } }
        for (path, export) in read where export.monthFirstOnly {
            StandardError.write("rounds: \(path): the dates can only be month first; such cells were not read.")
        }
        let module = try module(read.map { ($0.source, $0.export.moduleColumn) }, needed: map != nil)
        var dataset = Dataset(module: module)
        // the same path twice is two sources
        dataset.add(read.enumerated().map { ("\($0.offset)", $0.element.export) })
        let context = ModuleContext(module: module, rotation: map, notes: notes?.entries ?? [:])
        let accounts = read.indices.compactMap { dataset.accountings["\($0)"] }
        var document = AttendanceDocument(
            cohort: Cohort(dataset.table, context), filter: filter, accounting: FileAccounting.sum(accounts))
        document.hasNotes = notes != nil
        return document
    }

    /// The caller's word, else what names and columns of the files agree on; "" when they say nothing, which is told.
    private func module(_ files: [(path: String, column: String?)], needed: Bool) throws -> String {
        if let module { return CellText.clean(module) }
        let codes = Set(files.compactMap { FileName.module($0.path) } + files.compactMap(\.column)).sorted()
        switch codes.count {
        case 1: return codes[0]
        case 0 where needed: throw ValidationError("The year of study decides about rotations: give --module.")
        case 0:
            StandardError.write(
                """
                rounds: No file name or column tells the module, so no year's limit of check-ins a day applies; \
                give --module.
                """)
            return ""
        default:
            throw ValidationError(
                "The files are of the modules \(codes.joined(separator: ", ")); say which with --module.")
        }
    }

    private func attempt<T>(_ path: String, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as ReadingError {
            throw LoadFailure(file: path, cause: .content(error))
        } catch {
            throw LoadFailure(file: path, cause: .system(Self.reason(path)))
        }
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private static func reason(_ path: String) -> String {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return "There is no such file"
        }
        return isFolder.boolValue ? "This is a folder, not a file" : "The file cannot be read"
    }
}
