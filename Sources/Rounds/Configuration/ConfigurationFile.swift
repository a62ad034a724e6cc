import Foundation
import Yams

/// `rounds.yaml`: keys nested (`server:` with `port:` below it) or written with dots; values with `${VAR}` and
/// `${VAR:-default}`.
enum ConfigurationFile {
    /// No file of settings is longer, in bytes.
    private static let limit = 64 << 10

    /// - Returns: nil when there is none and none is needed
    /// - Throws: `ConfigurationError`
    static func read(
        _ path: String, isNeeded: Bool, environment: [String: String]
    ) throws -> [ConfigurationKey: String]? {
        guard FileManager.default.fileExists(atPath: path) else {
            if isNeeded { throw ConfigurationError.fileMissing(path: path) }
            return nil
        }
        guard let data = FileManager.default.contents(atPath: path), data.count <= limit,
            let text = String(validating: data, as: UTF8.self)
        else { throw ConfigurationError.fileUnreadable(path: path, line: nil) }
        return try parse(text, path: path, environment: environment)
    }

    static func parse(
        _ text: String, path: String, environment: [String: String]
    ) throws -> [ConfigurationKey: String] {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw ConfigurationError.fileUnreadable(path: path, line: line(of: error))
        }
        guard let root, !isNull(root) else { return [:] }
        guard let mapping = root.mapping else { throw ConfigurationError.fileUnreadable(path: path, line: 1) }
        var found: [ConfigurationKey: String] = [:]
        for (name, value) in try leaves(mapping, below: "", path: path) {
            guard let key = ConfigurationKey(rawValue: name) else {
                throw ConfigurationError.unknownKey(name: name, nearest: NearestName.of(name).name, path: path)
            }
            guard found[key] == nil else { throw ConfigurationError.keyTwice(name: name, path: path) }
            let text = try substituted(value, key, environment)
            if !text.isEmpty { found[key] = text }
        }
        return found
    }

    private static func leaves(
        _ mapping: Node.Mapping, below prefix: String, path: String
    ) throws -> [(name: String, value: String)] {
        try mapping.flatMap { key, value -> [(name: String, value: String)] in
            let name = prefix + (key.scalar?.string ?? "?")
            let isKey = ConfigurationKey(rawValue: name) != nil
            if let below = value.mapping, !isKey {
                // a group that no key is in is named itself, not every name below it
                guard ConfigurationKey.allCases.contains(where: { $0.name.hasPrefix(name + ".") }) else {
                    return [(name, "")]
                }
                return try leaves(below, below: name + ".", path: path)
            }
            guard let scalar = value.scalar else { throw ConfigurationError.notOneValue(name: name, path: path) }
            return [(name, isNull(value) ? "" : scalar.string)]
        }
    }

    private static func isNull(_ node: Node) -> Bool {
        guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// Puts variables in; `:-` counts for an empty one too, as in a shell.
    private static func substituted(
        _ text: String, _ key: ConfigurationKey, _ environment: [String: String]
    ) throws -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "${") {
            guard let end = rest[start.upperBound...].firstIndex(of: "}") else {
                throw ConfigurationError.variableNotClosed(key: key.name)
            }
            result += rest[..<start.lowerBound]
            let inside = rest[start.upperBound..<end]
            let separator = inside.firstRange(of: ":-")
            let name = String(separator.map { inside[..<$0.lowerBound] } ?? inside)
            if let value = environment[name], !value.isEmpty || separator == nil {
                result += value
            } else if let separator {
                result += inside[separator.upperBound...]
            } else {
                throw ConfigurationError.variableMissing(key: key.name, variable: name)
            }
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static func line(of error: any Error) -> Int? {
        switch error as? YamlError {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: nil
        }
    }
}
