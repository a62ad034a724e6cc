import Kernel
import Persistence
package import Web

/// Whom a session, a recording or what hangs on it is shown to. Everything else is as if it did not exist.
extension ScribeStore {
    /// A session that the caller may record in.
    /// - Throws: `ScribeError.unknownSession`; `WebError.forbidden` when it may only be seen
    package func editableSession(_ id: String, for caller: Principal) async throws -> SessionInfo {
        let session = try await sessions.session(id, for: caller)
        guard session.mayEdit else { throw WebError.forbidden }
        return session
    }

    /// A recording that is not deleted, with its session.
    /// - Throws: `ScribeError.unknownRecording`
    package func recording(
        _ id: String, for caller: Principal
    ) async throws -> (recording: Recording, session: SessionInfo) {
        guard let recording = try await database.read({ try Recording.find(id, $0) }), recording.deletedAt == nil else {
            throw ScribeError.unknownRecording
        }
        return (recording, try await reach(recording, for: caller))
    }

    /// A recording that the caller may correct, share and delete.
    /// - Throws: `ScribeError.unknownRecording`; `WebError.forbidden` when it may only be seen
    package func editableRecording(
        _ id: String, for caller: Principal, deleted: Bool = false
    ) async throws -> (recording: Recording, session: SessionInfo) {
        guard let recording = try await database.read({ try Recording.find(id, $0) }),
            (recording.deletedAt != nil) == deleted
        else { throw ScribeError.unknownRecording }
        let session = try await reach(recording, for: caller)
        guard session.mayEdit else { throw deleted ? ScribeError.unknownRecording : WebError.forbidden }
        return (recording, session)
    }

    private func reach(_ recording: Recording, for caller: Principal) async throws -> SessionInfo {
        do {
            let session = try await sessions.session(recording.session, for: caller)
            guard session.seesUnshared || recording.shared else { throw ScribeError.unknownRecording }
            return session
        } catch ScribeError.unknownSession {
            throw ScribeError.unknownRecording
        }
    }
}
