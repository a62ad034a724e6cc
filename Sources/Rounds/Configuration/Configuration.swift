import Foundation

/// Where a value came from; the first of these that gives one counts.
package enum ConfigurationSource: Sendable, Equatable, CustomStringConvertible {
    case flag
    case environment(String)
    case file(String)
    case standard

    package var description: String {
        switch self {
        case .flag: "command line"
        case .environment(let name): "environment \(name)"
        case .file(let path): "file \(path)"
        case .standard: "default"
        }
    }
}

/// The settings of one start: flag before environment before file before default.
package struct Configuration: Sendable {
    package struct Value: Sendable, Equatable {
        package let text: String
        package let source: ConfigurationSource

        package init(text: String, source: ConfigurationSource) {
            self.text = text
            self.source = source
        }
    }

    private var values: [ConfigurationKey: Value] = [:]

    /// - Parameters:
    ///   - flags: what the command line says.
    ///   - file: the file to read; nil for `ROUNDS_CONFIG`, else `rounds.yaml` in the data folder where there is one.
    /// - Throws: `ConfigurationError`
    package init(
        flags: [ConfigurationKey: String] = [:], environment: [String: String] = [:], file: String? = nil
    ) throws {
        for key in ConfigurationKey.allCases {
            if let text = flags[key] {
                try set(key, text, .flag)
            } else if let (name, text) = Self.given(key, environment) {
                try set(key, text, .environment(name))
            }
        }
        let named = file ?? environment["ROUNDS_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
        try read(named, environment)
        for key in ConfigurationKey.allCases where values[key] == nil {
            if let fallback = key.entry.fallback { try set(key, fallback, .standard) }
        }
        if values[.dataFolder] == nil { try set(.dataFolder, Self.standardFolder(environment), .standard) }
    }

    package func value(_ key: ConfigurationKey) -> Value? { values[key] }
    func text(_ key: ConfigurationKey) -> String? { values[key]?.text }
    func integer(_ key: ConfigurationKey) -> Int? { text(key).flatMap { Int($0) } }
    func flag(_ key: ConfigurationKey) -> Bool { text(key) == "true" }

    private mutating func read(_ named: String?, _ environment: [String: String]) throws {
        let folder = text(.dataFolder) ?? Self.standardFolder(environment)
        let path = named ?? folder + "/rounds.yaml"
        guard let file = try ConfigurationFile.read(path, isNeeded: named != nil, environment: environment) else {
            return
        }
        if named == nil, file[.dataFolder] != nil { throw ConfigurationError.folderInItsOwnFile(path: path) }
        for (key, text) in file where values[key] == nil { try set(key, text, .file(path)) }
    }

    private mutating func set(_ key: ConfigurationKey, _ text: String, _ source: ConfigurationSource) throws {
        guard let cleaned = key.entry.kind.cleaned(text) else {
            let name =
                switch source {
                case .environment(let name): name
                case .file(let path): "\(key.name) in \(path)"
                case .flag, .standard: key.name
                }
            throw StartError.settingNotUnderstood(name: name, expected: key.entry.kind.expected)
        }
        values[key] = Value(text: cleaned, source: source)
    }

    private static func given(
        _ key: ConfigurationKey, _ environment: [String: String]
    ) -> (name: String, text: String)? {
        for name in key.entry.environment {
            if let text = environment[name], !text.isEmpty { return (name, text) }
        }
        return nil
    }

    /// XDG Base Directory: `$XDG_DATA_HOME/rounds`, by default `~/.local/share/rounds`. A relative value is ignored, as
    /// that standard demands.
    private static func standardFolder(_ environment: [String: String]) -> String {
        if let home = environment["XDG_DATA_HOME"], home.hasPrefix("/") { return home + "/rounds" }
        return (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share/rounds"
    }
}
