import Foundation
import Language
import Persistence

/// Values that are more than a text or a number.
extension Configuration {
    /// A key with a default.
    func needed(_ key: ConfigurationKey) throws -> String {
        guard let text = text(key) else { throw misunderstood(key) }
        return text
    }

    func neededInteger(_ key: ConfigurationKey) throws -> Int {
        guard let number = integer(key) else { throw misunderstood(key) }
        return number
    }

    /// `database.url`, else `database.path`, else a file in the data folder.
    func databaseLocation(in folder: URL) throws -> DatabaseLocation {
        guard let url = text(.databaseURL), !url.isEmpty else {
            let path = text(.databasePath) ?? folder.appending(path: "rounds.sqlite").path
            return .sqlite(URL(fileURLWithPath: path).standardizedFileURL.path)
        }
        if url.hasPrefix("postgresql://") || url.hasPrefix("postgres://") {
            return .postgres(url, poolSize: try neededInteger(.poolSize))
        }
        // sqlite:file, sqlite:///absolute/file
        guard url.hasPrefix("sqlite:") else { throw StartError.databaseURLNotUnderstood }
        let rest = url.dropFirst("sqlite:".count)
        let path = rest.hasPrefix("///") ? String(rest.dropFirst(2)) : String(rest)
        guard !path.isEmpty, !path.hasPrefix("//") else { throw StartError.databaseURLNotUnderstood }
        return .sqlite(URL(fileURLWithPath: path).standardizedFileURL.path)
    }

    func webFolder() throws -> URL? {
        guard let path = text(.webFolder) else { return nil }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            throw StartError.webFolderMissing(path)
        }
        return URL(fileURLWithPath: path, isDirectory: true)
    }

    /// Without `ai.provider` the settings that are there say which one it is; with it, others' settings do not count.
    func language() throws -> LanguageSettings {
        let compatible: [ConfigurationKey] = [.languageURL, .languageModel, .languageKey]
        let gemini: [ConfigurationKey] = [.geminiKey, .geminiModel]
        switch text(.provider) {
        case "built-in": return try LanguageSettings(environment: known([.languageTokens]))
        case "openai-compatible":
            guard text(.languageURL) != nil else {
                throw ConfigurationError.providerNeeds(key: "ai.url", provider: "openai-compatible")
            }
            return try LanguageSettings(environment: known([.languageTokens] + compatible))
        case "gemini":
            guard text(.geminiKey) != nil else {
                throw ConfigurationError.providerNeeds(key: "ai.gemini_key", provider: "gemini")
            }
            return try LanguageSettings(environment: known([.languageTokens] + gemini))
        default: return try LanguageSettings(environment: known([.languageTokens] + compatible + gemini))
        }
    }

    /// Values by the first name that the environment has for them, which is how their reader knows them.
    private func known(_ keys: [ConfigurationKey]) -> [String: String] {
        keys.reduce(into: [:]) { known, key in
            if let name = key.entry.environment.first { known[name] = text(key) }
        }
    }

    private func misunderstood(_ key: ConfigurationKey) -> StartError {
        .settingNotUnderstood(name: key.name, expected: key.entry.kind.expected)
    }
}
