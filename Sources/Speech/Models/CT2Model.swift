import Foundation

/// The weights of a CTranslate2 folder: `model.bin`, whole or in `model.bin.part1`, `.part2` … A binary of version 4 to
/// 6 is a list of variables, each with its name, sizes, type and bytes; everything is little-endian.
final class CT2Model {
    enum Element: Int {
        case float32 = 0
        case int8 = 1
        case float16 = 4

        var bytes: Int {
            switch self {
            case .float32: 4
            case .int8: 1
            case .float16: 2
            }
        }
    }

    struct Variable {
        let dimensions: [Int]
        /// nil: a type that no weight of Whisper has.
        let element: Element?
        let offset: Int
    }

    let file: JoinedFile
    let path: String
    private(set) var variables: [String: Variable] = [:]

    init(folder: URL) throws(ModelError) {
        path = folder.path
        file = try JoinedFile(try Self.files(of: folder), path: folder.path)
        var reader = ByteReader(file)
        guard file.count >= 16 else { throw .notAModel(path: path) }
        let version = try reader.uint32()
        guard (1...6).contains(version) else { throw .notAModel(path: path) }
        guard version >= 4 else {
            throw .unsupported(path: path, what: "version \(version) of CTranslate2's format is too old")
        }
        let specification = try Self.text(&reader)
        guard specification == "WhisperSpec" else {
            throw .unsupported(path: path, what: "it is a “\(specification)”, not Whisper")
        }
        _ = try reader.uint32()
        for _ in 0..<(try reader.uint32()) { try readVariable(&reader) }
    }

    private func readVariable(_ reader: inout ByteReader) throws(ModelError) {
        let name = try Self.text(&reader)
        var dimensions: [Int] = []
        for _ in 0..<(try reader.byte()) { dimensions.append(try reader.uint32()) }
        let type = try reader.byte()
        let bytes = try reader.uint32()
        let element = Element(rawValue: type)
        if let element {
            var size = element.bytes
            for dimension in dimensions {
                let (product, overflow) = size.multipliedReportingOverflow(by: dimension)
                guard !overflow else { throw .damaged(path: path, what: "“\(name)” has impossible sizes") }
                size = product
            }
            guard size == bytes else { throw .damaged(path: path, what: "“\(name)” has impossible sizes") }
        }
        let variable = Variable(dimensions: dimensions, element: element, offset: reader.position)
        try reader.skip(bytes)
        guard variables.updateValue(variable, forKey: name) == nil else {
            throw .damaged(path: path, what: "“\(name)” comes twice")
        }
    }

    private static func text(_ reader: inout ByteReader) throws(ModelError) -> String {
        let count = try reader.uint16()
        guard count <= 1_024 else { throw .damaged(path: reader.file.path, what: "a name has \(count) characters") }
        let bytes = try reader.bytes(count)
        return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }

    private static func files(of folder: URL) throws(ModelError) -> [URL] {
        let whole = folder.appending(path: "model.bin")
        if FileManager.default.fileExists(atPath: whole.path) { return [whole] }
        var parts: [URL] = []
        while true {
            let part = folder.appending(path: "model.bin.part\(parts.count + 1)")
            guard FileManager.default.fileExists(atPath: part.path) else { break }
            parts.append(part)
        }
        guard !parts.isEmpty else { throw .notAModel(path: folder.path) }
        return parts
    }
}
