package import Kernel

/// What is wrong with the settings. No case holds a value: it may be a secret.
package enum ConfigurationError: Failure, Equatable {
    case fileMissing(path: String)
    case fileUnreadable(path: String, line: Int?)
    case unknownKey(name: String, nearest: String, path: String)
    case keyTwice(name: String, path: String)
    case notOneValue(name: String, path: String)
    case folderInItsOwnFile(path: String)
    case variableMissing(key: String, variable: String)
    case variableNotClosed(key: String)
    /// A provider was chosen without what it needs.
    case providerNeeds(key: String, provider: String)
    /// `environment: production` and a secret that is short or comes from an example.
    case weakSecret
    /// `environment: production` and an address that others reach, without TLS.
    case plainHTTP(host: String)
    /// `environment: production` and the sample school.
    case sampleSchool

    package var code: String {
        switch self {
        case .fileMissing: "config_file_missing"
        case .fileUnreadable: "config_file_unreadable"
        case .unknownKey: "config_key_unknown"
        case .keyTwice: "config_key_twice"
        case .notOneValue: "config_not_one_value"
        case .folderInItsOwnFile: "config_folder_in_its_own_file"
        case .variableMissing: "config_variable_missing"
        case .variableNotClosed: "config_variable_not_closed"
        case .providerNeeds: "config_provider_incomplete"
        case .weakSecret: "weak_secret"
        case .plainHTTP: "plain_http"
        case .sampleSchool: "sample_school"
        }
    }

    package var kind: FailureKind { .invalid }

    package var sentence: String {
        switch self {
        case .fileMissing(let path): "There is no settings file \(path)."
        case .fileUnreadable(let path, let line):
            "The settings file \(path) cannot be read as YAML\(line.map { ", line \($0)" } ?? "")."
        case .unknownKey(let name, let nearest, let path):
            "\(name) in \(path) is no setting of Rounds; the nearest is \(nearest)."
        case .keyTwice(let name, let path): "\(name) stands twice in \(path)."
        case .notOneValue(let name, let path): "\(name) in \(path) must be one value."
        case .folderInItsOwnFile(let path):
            "\(path) lies in the data folder and cannot name another; use --data-dir, DATA_DIR or --config."
        case .variableMissing(let key, let variable):
            "\(key) needs the environment variable \(variable), which is not set; ${\(variable):-…} gives a default."
        case .variableNotClosed(let key): "\(key) begins a variable with ${ and does not end it with }."
        case .providerNeeds(let key, let provider): "The provider \(provider) needs \(key)."
        case .weakSecret:
            """
            In production the secret key must have at least 32 characters and be nobody's example; leave it out, and \
            Rounds makes one.
            """
        case .plainHTTP(let host):
            """
            In production Rounds does not listen on \(host) without TLS; listen on 127.0.0.1 behind a proxy that has it.
            """
        case .sampleSchool: "The sample school is not for production."
        }
    }
}
