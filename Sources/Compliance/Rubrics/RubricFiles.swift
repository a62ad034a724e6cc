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
    package static let standardText = joined(embedded)

    /// Files of one pack as one: what stands below the same name at their tops comes together.
    static func joined(_ files: [RubricFile]) -> String {
        var bodies: [String: String] = [:]
        for file in files {
            var name = ""
            for line in file.text.split(separator: "\n", omittingEmptySubsequences: false) {
                let top = sections.first { line.hasPrefix("\($0):") }
                if let top {
                    name = top
                    let value = line.dropFirst(top.count + 1).drop { $0 == " " }
                    guard !value.isEmpty, value != "{}", value != "[]", !value.hasPrefix("#") else { continue }
                    bodies[top, default: ""] += "  \(value)\n"
                } else if !line.isEmpty, !(name.isEmpty && line.hasPrefix("#")) {
                    bodies[name, default: ""] += line + "\n"
                }
            }
        }
        return sections.compactMap { name in bodies[name].map { "\(name):\n\($0)" } }.joined(separator: "\n")
    }

    private static let sections = ["rubric", "lexicons", "tables", "rules"]
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
