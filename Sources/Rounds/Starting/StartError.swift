package import Kernel

/// Why Rounds cannot start.
package enum StartError: Failure, Equatable {
    case folderNotUsable(path: String, reason: String)
    case folderInUse(path: String)
    case nothingThere(path: String)
    case portInUse(Int)
    case noFreePort(ClosedRange<Int>)
    case addressNotUsable(String)
    case databaseURLNotUnderstood
    case webFolderMissing(String)
    case settingNotUnderstood(name: String, expected: String)
    case noAccount(host: String)
    case firstAccountIsOwners
    case noPassword

    package var code: String {
        switch self {
        case .folderNotUsable: "folder_not_usable"
        case .folderInUse: "folder_in_use"
        case .nothingThere: "nothing_there"
        case .portInUse: "port_in_use"
        case .noFreePort: "no_free_port"
        case .addressNotUsable: "address_not_usable"
        case .databaseURLNotUnderstood: "database_url_not_understood"
        case .webFolderMissing: "web_folder_missing"
        case .settingNotUnderstood: "setting_not_understood"
        case .noAccount: "no_account"
        case .firstAccountIsOwners: "first_account_is_owners"
        case .noPassword: "no_password"
        }
    }

    package var kind: FailureKind { .invalid }

    package var sentence: String {
        switch self {
        case .folderNotUsable(let path, let reason): "The data folder \(path) cannot be used: \(reason)."
        case .folderInUse(let path): "Another Rounds is running on the data folder \(path)."
        case .nothingThere(let path): "There is no Rounds database at \(path); name the folder with --data-dir."
        case .portInUse(let port): "Port \(port) is in use; stop the other program or choose one with --port."
        case .noFreePort(let range): "No port from \(range.lowerBound) to \(range.upperBound) is free."
        case .addressNotUsable(let host): "Rounds cannot listen on the address \(host)."
        case .databaseURLNotUnderstood:
            "The database URL must begin with sqlite: (and a file) or postgresql:// (and a server)."
        case .webFolderMissing(let path): "ROUNDS_WEB_DIR names \(path), which is not a folder."
        case .settingNotUnderstood(let name, let expected): "\(name) must be \(expected)."
        case .noAccount(let host):
            """
            Listening on \(host) lets others in, and nobody has an account yet: run "rounds users add --email … \
            --name … --role owner" first.
            """
        case .firstAccountIsOwners: "The first account is the owner's: use --role owner."
        case .noPassword: "No password arrived on standard input."
        }
    }
}
