import Kernel

/// A ZIP archive held in memory (APPNOTE 6.3: central directory, stored and deflated entries, ZIP64 sizes).
///
/// Opening it reads the directory only and refuses hostile ones: too many entries, more than `Limits.total` expanded
/// bytes, an entry that expands suspiciously well, entries that share bytes, names that leave the folder, encryption.
/// - Errors: `not_a_zip`, `zip_encrypted`, `zip_damaged`, `too_large`.
package struct ZipArchive: Sendable {
    package struct Limits: Sendable {
        package var entries = 1_000
        /// Expanded bytes of all entries together.
        package var total = 256 << 20
        /// An entry of more than `ratioFrom` bytes may not expand more than this many times.
        package var ratio = 200
        package var ratioFrom = 4 << 20
        /// Lists entries whose names leave the folder, with `isOutside`, instead of refusing the archive.
        package var listsNamesOutside = false
        /// Expanded bytes of a file that is read.
        package var part = Int.max
        package init() {}
    }

    package struct Entry: Sendable, Equatable {
        package let name: String
        package let size: Int
        let packedSize: Int
        let method: Int
        let checksum: UInt32
        let header: Int
        /// Its name leads out of the folder it is unpacked in: nothing may be called so, and it is not read.
        package let isOutside: Bool
        var isFolder: Bool { name.hasSuffix("/") }
        /// Its bytes stand in the archive as they are.
        package var isStored: Bool { method == 0 && packedSize == size }
    }

    /// Files in directory order; folders are left out.
    package let entries: [Entry]
    private let data: [UInt8]
    private let places: [String: Entry]
    private let part: Int

    package init(_ bytes: [UInt8], limits: Limits = Limits()) throws {
        let directory = try ZipDirectory(bytes, limits: limits)
        data = bytes
        part = limits.part
        entries = directory.entries.filter { !$0.isFolder }
        places = Dictionary(entries.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether the bytes begin like a ZIP archive (an empty archive included).
    package static func looksLike(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    package func contains(_ name: String) -> Bool { places[name] != nil }

    /// The expanded bytes of one file, checked against size and CRC-32; nil when there is no such file.
    package func read(_ name: String) throws -> [UInt8]? {
        guard let entry = places[name], !entry.isOutside else { return nil }
        guard entry.size <= part else { throw DocumentError.tooLarge(what: "a part of it is over \(part >> 20) MB") }
        let content = try packed(entry)
        let expanded: [UInt8]
        switch entry.method {
        case 0:
            guard entry.packedSize == entry.size else { throw damaged(entry) }
            expanded = Array(content)
        case 8:
            guard let result = Deflate.expand(content, size: entry.size) else { throw damaged(entry) }
            expanded = result
        default:
            throw DocumentError.zipDamaged(part: "\(label(entry)) is packed by a method other than deflate")
        }
        guard Deflate.checksum(expanded) == entry.checksum else { throw damaged(entry) }
        return expanded
    }

    /// The packed bytes: the local header repeats name and extra field with lengths of its own.
    private func packed(_ entry: Entry) throws -> ArraySlice<UInt8> {
        let numbers = LittleEndian(bytes: data)
        guard try numbers.word(at: entry.header) == 0x0403_4B50 else { throw damaged(entry) }
        let start =
            entry.header + 30 + (try numbers.short(at: entry.header + 26)) + (try numbers.short(at: entry.header + 28))
        guard start + entry.packedSize <= data.count else { throw damaged(entry) }
        return data[start..<start + entry.packedSize]
    }

    private func damaged(_ entry: Entry) -> DocumentError { .zipDamaged(part: label(entry)) }

    /// Names come from the file and end up in a sentence, so a long one is cut.
    private func label(_ entry: Entry) -> String { String(entry.name.suffix(60)) }
}
