import Jobs
import Kernel
import Web

extension ScribeRoutes {
    func getRecording(_ call: Call) async throws -> Reply {
        try await reply(try await store.recording(call.id("id"), for: call.caller).recording)
    }

    func changeRecording(_ call: Call) async throws -> Reply {
        let recording = try await store.editableRecording(call.id("id"), for: call.caller).recording
        let input = try await call.decode(RecordingInput.self, upTo: 64 << 10)
        let name = try input.name.map { try DisplayName.clean($0, orElse: recording.name) }
        try await store.change(recording, name: name, shared: input.shared)
        return try await reply(try await store.recording(recording.id, for: call.caller).recording)
    }

    func deleteRecording(_ call: Call) async throws -> Reply {
        let recording = try await store.editableRecording(call.id("id"), for: call.caller).recording
        try await store.delete(recording, by: call.caller)
        return .noContent
    }

    func restoreRecording(_ call: Call) async throws -> Reply {
        let recording = try await store.editableRecording(call.id("id"), for: call.caller, deleted: true).recording
        try await store.restore(recording)
        return try await reply(try await store.recording(recording.id, for: call.caller).recording)
    }

    func media(_ call: Call) async throws -> Reply {
        let recording = try await store.recording(call.id("id"), for: call.caller).recording
        return .file(try store.playable(recording), for: call)
    }

    func original(_ call: Call) async throws -> Reply {
        let recording = try await store.recording(call.id("id"), for: call.caller).recording
        let ending = MediaForm.ending(ofMime: recording.mime)
        return .file(
            try store.original(recording), named: DisplayName.fileName(recording.name, ending: ending), for: call)
    }

    func transcribe(_ call: Call) async throws -> Reply {
        let recording = try await store.editableRecording(call.id("id"), for: call.caller).recording
        let input = try await call.decodeIfGiven(TranscribeInput.self) ?? TranscribeInput(model: nil, language: nil)
        if let model = input.model, !store.hasModel(model) {
            throw InvalidInput("model", code: "unknown_model", "There is no such speech model.")
        }
        if let language = input.language {
            guard (2...3).contains(language.utf8.count), language.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
                throw InvalidInput("language", code: "invalid", "Write a language as in ISO 639-1, for example en.")
            }
        }
        let job = try await store.transcribe(
            recording, model: input.model, language: input.language, by: call.caller)
        return .object(status: 202) { $0.members(of: job) }
    }

    func events(_ call: Call) async throws -> Reply {
        let recording = try await store.recording(call.id("id"), for: call.caller).recording
        return .events(store.progress(of: recording.id, for: call.caller))
    }

    func listJobs(_ call: Call) async throws -> Reply {
        let session = try await store.visibleSession(call.query("session") ?? "", for: call.caller)
        let jobs = try await store.jobs(of: session)
        let subjects = try await store.subjects(of: jobs, for: call.caller)
        return .list(jobs) { json, job in
            json.members(of: job)
            json.member("about", subjects[job.id])
        }
    }

    func getJob(_ call: Call) async throws -> Reply {
        let job = try await store.job(call.id("id"), for: call.caller).job
        let subject = try await store.subjects(of: [job], for: call.caller)[job.id]
        return .object { json in
            json.members(of: job)
            json.member("about", subject)
        }
    }

    func cancelJob(_ call: Call) async throws -> Reply {
        let (job, mayCancel) = try await store.job(call.id("id"), for: call.caller)
        guard mayCancel else { throw WebError.forbidden }
        let cancelled = try await store.cancel(job)
        return .object { $0.members(of: cancelled) }
    }

    func reply(_ recording: Recording, status: Int = 200) async throws -> Reply {
        let cards = try await store.cards(of: [recording])
        return .object(status: status) { json in for card in cards { json.members(of: card) } }
    }
}

private struct RecordingInput: Decodable, Sendable {
    let name: String?
    let shared: Bool?
}

private struct TranscribeInput: Decodable, Sendable {
    let model: String?
    let language: String?
}

extension Call {
    /// A JSON body, or nil when there is none.
    fileprivate func decodeIfGiven<T: Decodable>(_ type: T.Type) async throws -> T? {
        try await body(upTo: 64 << 10).isEmpty ? nil : decode(type, upTo: 64 << 10)
    }
}
