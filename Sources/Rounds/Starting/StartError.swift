package import Kernel

/// Why Rounds cannot start.
package enum StartError: Failure, Equatable {
    case folderNotUsable(path: String, reason: String)
    case folderInUse(path: String)
    case obstacle(Obstacle, path: String)
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

    /// What around the data folder keeps Rounds from starting.
    package enum Obstacle: Sendable, Equatable {
        case clock, owner, full
        case network(String)
    }

    package var code: String {
        switch self {
        case .folderNotUsable: "folder_not_usable"
        case .folderInUse: "folder_in_use"
        case .obstacle(.clock, _): "clock_wrong"
        case .obstacle(.owner, _): "folder_not_owned"
        case .obstacle(.full, _): "disk_full"
        case .obstacle(.network, _): "folder_on_network"
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
        case .obstacle(.clock, _): "This computer's clock is years behind; set it before Rounds starts."
        case .obstacle(.owner, let path):
            "The data folder \(path) belongs to another user of this computer; start Rounds as that user."
        case .obstacle(.full, let path):
            "The disk of the data folder \(path) has less than 32 MB left; make room first."
        case .obstacle(.network(let kind), let path):
            """
            The data folder \(path) lies on a network drive (\(kind)), where a database can be damaged; choose a folder \
            on a disk of this computer.
            """
        case .folderInUse(let path): "Another Rounds is running on the data folder \(path)."
        case .nothingThere(let path): "There is no Rounds database at \(path); name the folder with --data-dir."
        case .portInUse(let port): "Port \(port) is in use; stop the other program or choose one with --port."
        case .noFreePort(let range): "No port from \(range.lowerBound) to \(range.upperBound) is free."
        case .addressNotUsable(let host): "Rounds cannot listen on the address \(host)."
        case .databaseURLNotUnderstood:
            "The database URL must begin with sqlite: (and a file) or postgresql:// (and a server)."
        case .webFolderMissing(let path):
            "The web app's folder \(path) is not a folder (server.web_folder, ROUNDS_WEB_DIR)."
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
