import Foundation
import Kernel

/// What a file turned out to hold.
enum ImportContent: Sendable {
    case attendance(ReadExport)
    case rotation(RotationMap)
    case notes(StudentNotes)

    var kind: ImportKind {
        switch self {
        case .attendance: .attendance
        case .rotation: .rotation
        case .notes: .notes
        }
    }
}

/// Reads a file as what it is. Takes as long as the file is large, so never on a cooperative thread.
enum ImportReading {
    /// Files of the two small kinds, in bytes.
    private static let smallFile = 50 << 20
    private static let headings = 64 << 10

    /// - Throws: `ReadingError`; `InsightsError.wrongKind`, `.nothingKept`, `.dateOrderNeeded`
    static func read(_ source: ByteSource, _ request: ImportRequest, zone: TimeZone) throws -> ImportContent {
        do {
            switch request.kind {
            case .attendance, nil: return .attendance(try attendance(source, request.dateOrder, zone))
            case .rotation: return .rotation(try RotationReader.read(try source.collect(limit: smallFile)))
            case .notes: return .notes(try NotesReader.read(try source.collect(limit: smallFile)))
            }
        } catch ReadingError.missingColumns(let names) {
            guard let found = try detect(source), found != request.kind ?? .attendance else {
                throw ReadingError.missingColumns(names)
            }
            if let expected = request.kind { throw InsightsError.wrongKind(expected: expected, found: found) }
            var other = request
            other.kind = found
            return try read(source, other, zone: zone)
        }
    }

    static func options(_ dateOrder: DateOrder?, zone: TimeZone) -> ReadingOptions {
        ReadingOptions(timeZone: zone, dateOrder: dateOrder?.order)
    }

    private static func attendance(
        _ source: ByteSource, _ dateOrder: DateOrder?, _ zone: TimeZone
    ) throws -> ReadExport {
        let export = try ExportReader.read(source, options: options(dateOrder, zone: zone))
        if export.monthFirstOnly, dateOrder == nil { throw InsightsError.dateOrderNeeded }
        guard export.accounting.rows > 0 else { throw InsightsError.nothingKept }
        return export
    }

    /// The kind that the headings tell; nil for headings of no kind.
    private static func detect(_ source: ByteSource) throws -> ImportKind? {
        var bytes = try beginning(of: source)
        if bytes.starts(with: [0x50, 0x4B]) { bytes = try source.collect(limit: smallFile) }
        guard let table = try? SheetTable(bytes, required: []) else { return nil }
        func has(_ names: [String]) -> Bool { table.column(names) != nil }
        if has(["startDateTime"]) { return .attendance }
        guard has(RotationReader.studentId) else { return nil }
        if has(["Notes 1", "Notes 2", "Notes"]) { return .notes }
        if has(RotationReader.group + RotationReader.trust + RotationReader.rotation + RotationReader.pattern) {
            return .rotation
        }
        return has(["Email", "E-mail", "Email address"]) ? .notes : nil
    }

    private struct Enough: Error {}

    private static func beginning(of source: ByteSource) throws -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            try source.forEachChunk { chunk in
                bytes.append(contentsOf: chunk.prefix(headings - bytes.count))
                if bytes.count >= headings { throw Enough() }
            }
        } catch is Enough {}
        return bytes
    }
}
