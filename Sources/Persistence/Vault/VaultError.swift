package import Kernel

package enum VaultError: Failure, Equatable {
    /// The file is there and cannot be read or understood. It is never replaced: what it sealed would be lost.
    case unusableKeyFile(String)
    /// A record was sealed with a key that the key file does not hold.
    case unknownKey
    /// The record was changed, cut short, or belongs to another row.
    case damaged

    package var code: String {
        switch self {
        case .unusableKeyFile: "vault_key_unusable"
        case .unknownKey: "vault_key_missing"
        case .damaged: "vault_record_damaged"
        }
    }

    package var kind: FailureKind { .unavailable(retryAfter: 3600) }

    package var sentence: String {
        switch self {
        case .unusableKeyFile(let name):
            "The key file \(name) in the secrets folder cannot be used. Restore it from a backup of the data folder."
        case .unknownKey:
            "The key of an encrypted record is not in the secrets folder. Restore vault.key from a backup."
        case .damaged: "An encrypted record is damaged. Restore it from a backup."
        }
    }
}
