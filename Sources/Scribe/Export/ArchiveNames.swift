import Foundation

/// Names of files in an archive: safe on every system, unique whatever the letter case, recognisable. What people called
/// a thing stands in the manifest.
struct ArchiveNames {
    private static let longest = 80
    private static let reserved: Set<String> = Set(
        ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

    private var taken: Set<String> = []

    /// `audio/Week 3 lecture.m4a`; a second one of that name is `audio/Week 3 lecture (2).m4a`.
    /// - Parameter ending: replaces an ending of the same kind in the display name; nil keeps the name's own
    mutating func add(_ display: String, in folder: String, ending: String?) -> String {
        let (stem, own) = Self.split(Self.clean(display))
        let end = ending.map { "." + $0 } ?? own
        var name = stem + end
        var number = 2
        while !taken.insert("\(folder)/\(name)".lowercased()).inserted {
            name = "\(stem) (\(number))\(end)"
            number += 1
        }
        return "\(folder)/\(name)"
    }

    /// No path, no control or reserved character, no name that a system keeps for itself.
    private static func clean(_ display: String) -> String {
        let last = display.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let scalars = last.unicodeScalars.map { scalar -> Unicode.Scalar in
            let isKept =
                ![.control, .format, .surrogate, .lineSeparator, .paragraphSeparator].contains(
                    scalar.properties.generalCategory) && !"<>:\"|?*".unicodeScalars.contains(scalar)
            return isKept ? scalar : "_"
        }
        let text = String(String.UnicodeScalarView(scalars)).precomposedStringWithCanonicalMapping
        let trimmed = text.drop { $0 == " " || $0 == "." }
        return trimmed.isEmpty ? "file" : String(trimmed)
    }

    private static func split(_ name: String) -> (stem: String, ending: String) {
        var stem = name[...]
        var ending = ""
        if let dot = name.lastIndex(of: "."), dot > name.startIndex {
            let candidate = name[name.index(after: dot)...]
            if (1...8).contains(candidate.count), candidate.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) {
                (stem, ending) = (name[..<dot], "." + candidate)
            }
        }
        while let last = stem.last, last == " " || last == "." { stem.removeLast() }
        var short = String(stem.prefix(longest))
        // a name has at most 255 bytes on the file systems that people use
        while short.utf8.count > 200 { short.removeLast() }
        if short.isEmpty || reserved.contains(short.lowercased()) { short += "_" }
        return (short, ending)
    }
}
