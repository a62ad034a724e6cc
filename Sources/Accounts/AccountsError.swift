package import Kernel

/// What can go wrong between a person and their account. Sentences name nobody.
package enum AccountsError: Failure, Equatable {
    /// Unknown address, wrong password, disabled account: one answer for all, so that nobody can ask who has an
    /// account.
    case wrongCredentials
    case wrongCurrentPassword
    case tooManyAttempts(retryAfter: Int)
    /// More people wait for a password check than the server can do soon.
    case passwordQueueFull(retryAfter: Int)
    case noRefreshToken
    case sessionEnded
    case refreshReused
    case forgedRequest
    case emailTaken
    case ownerOnly
    case lastOwner
    case noPassword
    /// Somebody else made the first account in the meantime.
    case desktopModeEnded
    case notFound
    /// A key file that cannot be used; its name, for the person at the console.
    case unusableKeyFile(String)

    package var code: String {
        switch self {
        case .wrongCredentials: "wrong_credentials"
        case .wrongCurrentPassword: "wrong_password"
        case .tooManyAttempts: "too_many_attempts"
        case .passwordQueueFull: "sign_in_busy"
        case .noRefreshToken: "no_refresh_token"
        case .sessionEnded: "session_ended"
        case .refreshReused: "refresh_reused"
        case .forgedRequest: "csrf_failed"
        case .emailTaken: "email_taken"
        case .ownerOnly: "owner_only"
        case .lastOwner: "last_owner"
        case .noPassword: "no_password"
        case .desktopModeEnded: "desktop_mode_ended"
        case .notFound: "not_found"
        case .unusableKeyFile: "unusable_key_file"
        }
    }

    package var kind: FailureKind {
        switch self {
        case .wrongCredentials, .noRefreshToken, .sessionEnded, .refreshReused, .desktopModeEnded: .unauthenticated
        case .tooManyAttempts(let seconds): .rateLimited(retryAfter: seconds)
        case .passwordQueueFull(let seconds): .unavailable(retryAfter: seconds)
        case .forgedRequest, .ownerOnly: .forbidden
        case .emailTaken, .lastOwner, .noPassword: .conflict
        case .wrongCurrentPassword: .invalid
        case .notFound: .notFound
        case .unusableKeyFile: .unavailable(retryAfter: 60)
        }
    }

    package var sentence: String {
        switch self {
        case .wrongCredentials: "The e-mail address or the password is wrong."
        case .wrongCurrentPassword: "The current password is wrong."
        case .tooManyAttempts: "There were too many failed attempts. Wait a little before the next one."
        case .passwordQueueFull: "Too many people are signing in at this moment. Try again in a few seconds."
        case .noRefreshToken: "There is no sign-in to renew. Sign in."
        case .sessionEnded: "This sign-in has ended. Sign in again; what is on this device is kept."
        case .refreshReused: "This sign-in was used from two places and was ended for safety. Sign in again."
        case .forgedRequest: "The request lacks the token that proves where it comes from. Reload the page."
        case .emailTaken: "There is already an account with this e-mail address."
        case .ownerOnly: "Only an owner may make an owner or change one."
        case .lastOwner: "There must be one owner left. Make somebody else an owner first."
        case .noPassword: "There is no password yet. Make the first account to set one."
        case .desktopModeEnded: "An account exists now. Sign in with it."
        case .notFound: "There is no such account or sign-in."
        case .unusableKeyFile(let name):
            "The key file \(name) cannot be used. Restore it, or remove it to have a new one."
        }
    }

    package var fields: [FieldError] {
        guard case .wrongCurrentPassword = self else { return [] }
        return [FieldError(field: "current", code: code, message: sentence)]
    }
}
