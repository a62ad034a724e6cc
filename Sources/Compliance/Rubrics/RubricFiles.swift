import ComplianceData
import Foundation

/// A file of a rule pack.
package struct RubricFile: Sendable {
    package let name: String
    package let text: String

    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

package enum RubricFiles {
    /// Families in the order of the catalogue.
    static let families = ["poc", "evl", "nec", "prg", "txn", "bil", "sup", "dsc", "gen", "ot", "slp", "cht"]

    /// The pack inside this program: what it is, its lists and tables, then the families.
    static let embedded: [RubricFile] = {
        let order = (["rubric", "lexicons", "tables"] + families).enumerated().map { ("rubric/\($1).yaml", $0) }
        let place = Dictionary(uniqueKeysWithValues: order)
        return EmbeddedFiles.below("rubric/").filter { $0.name.hasSuffix(".yaml") }
            .sorted { (place[$0.name] ?? 99, $0.name) < (place[$1.name] ?? 99, $1.name) }
    }()

    /// The pack inside this program as one document, comments and all: what a new draft begins as.
    package static let standardText: String = {
        var rules = "rules:\n"
        var head = ""
        for file in embedded {
            guard let start = file.text.range(of: "rules:\n"),
                start.lowerBound == file.text.startIndex
                    || file.text[..<start.lowerBound].hasSuffix("\n")
            else {
                head += file.text + "\n"
                continue
            }
            rules += file.text[..<start.lowerBound] + file.text[start.upperBound...] + "\n"
        }
        return head + rules
    }()
}

/// Files of Sources/ComplianceData, which the executable carries.
package enum EmbeddedFiles {
    package static func below(_ folder: String) -> [RubricFile] {
        guard let files = compliance_files() else { return [] }
        return UnsafeBufferPointer(start: files, count: compliance_file_count()).compactMap { file in
            let name = String(cString: file.name)
            guard name.hasPrefix(folder) else { return nil }
            let bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
            return RubricFile(name: name, text: String(decoding: bytes, as: UTF8.self))
        }
    }
}
