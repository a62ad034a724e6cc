import Kernel
import Web

extension ScribeRoutes {
    /// What is taken from the network at once.
    private static let piece = 1 << 20

    func beginUpload(_ call: Call) async throws -> Reply {
        let session = try await store.editableSession(call.id("id"), for: call.caller)
        let input = try await call.decode(UploadInput.self, upTo: 64 << 10)
        let upload = try await store.beginUpload(try input.checked(), in: session, by: call.caller)
        let offset = try await store.offset(of: upload)
        let limit = try await store.settings().uploadLimit
        return Reply.object(status: 201) { json in
            json.member("id", upload.id)
            json.member("offset", offset)
            json.member("state", upload.state.rawValue)
            json.member("chunk", Upload.chunk)
            json.member("limit", limit)
        }.header("Location", "\(Self.base)/uploads/\(upload.id)")
    }

    func listUploads(_ call: Call) async throws -> Reply {
        let session = try await store.editableSession(call.query("session") ?? "", for: call.caller)
        var found: [(Upload, Int)] = []
        for upload in try await store.openUploads(session.id, of: call.caller) {
            found.append((upload, try await store.offset(of: upload)))
        }
        return .list(found) { json, item in json.members(of: item.0, offset: item.1) }
    }

    func getUpload(_ call: Call) async throws -> Reply {
        let upload = try await store.upload(call.id("id"), of: call.caller)
        let offset = try await store.offset(of: upload)
        return .object { $0.members(of: upload, offset: offset) }
    }

    /// The body goes to the disk as it comes.
    func appendUpload(_ call: Call) async throws -> Reply {
        let upload = try await store.upload(call.id("id"), of: call.caller)
        let offset = try call.integer("offset", default: 0, in: 0...Int.max)
        let end = try await store.append(to: upload, at: offset) { limit, take in
            try await call.parts(of: Self.piece, upTo: limit, take)
        }
        return .object { json in
            json.member("id", upload.id)
            json.member("offset", end)
        }
    }

    func discardUpload(_ call: Call) async throws -> Reply {
        try await store.discard(try await store.upload(call.id("id"), of: call.caller))
        return .noContent
    }

    func finishUpload(_ call: Call) async throws -> Reply {
        let upload = try await store.upload(call.id("id"), of: call.caller)
        let input = try await call.decode(UploadEndInput.self, upTo: 64 << 10)
        let session = try await store.editableSession(upload.session, for: call.caller)
        let outcome = try await store.finish(upload, try input.checked(), in: session, by: call.caller) {
            try await AttachmentHooks.make($0, store, by: call.caller)
        }
        switch outcome {
        case .waiting: return .object(status: 202) { $0.member("state", "waiting") }
        case .attachment(let id): return try await AttachmentHooks.reply(id, store, for: call.caller)
        case .recording(let id):
            let recording = try await store.recording(id, for: call.caller).recording
            return try await reply(recording, status: 201).header("Location", "\(Self.base)/recordings/\(id)")
        }
    }
}

private struct UploadInput: Decodable, Sendable {
    let name: String
    let size: Int?
    let purpose: UploadPurpose
    let take: String?
    let part: Int?
    let startedAt: Instant?

    /// - Throws: `InvalidInput`
    func checked() throws -> NewUpload {
        if let size, size < 0 {
            throw InvalidInput("size", code: "out_of_range", "A size is not negative.")
        }
        if let take {
            guard (1...100).contains(take.unicodeScalars.count), !take.utf8.contains(0) else {
                throw InvalidInput("take", code: "invalid", "Write 1 to 100 characters.")
            }
            guard purpose == .recording else {
                throw InvalidInput("take", code: "invalid", "Only a recording is a take.")
            }
        }
        guard (take == nil) == (part == nil) else {
            throw InvalidInput("part", code: "required", "A take and the number of its part come together.")
        }
        if let part, !(0...9_999).contains(part) {
            throw InvalidInput("part", code: "out_of_range", "Write a whole number from 0 to 9999.")
        }
        let fallback = purpose == .recording ? "Recording" : "Attachment"
        return NewUpload(
            name: try DisplayName.clean(name, orElse: fallback), size: size, purpose: purpose, take: take, part: part,
            startedAt: startedAt)
    }
}

private struct UploadEndInput: Decodable, Sendable {
    let size: Int
    let sha256: String?
    let last: Bool?
    let parts: Int?

    /// - Throws: `InvalidInput`
    func checked() throws -> UploadEnd {
        guard size >= 0 else { throw InvalidInput("size", code: "out_of_range", "A size is not negative.") }
        if let sha256, sha256.utf8.count != 64 || !sha256.utf8.allSatisfy(Hex.isLowercaseDigit) {
            throw InvalidInput("sha256", code: "invalid", "Write 64 hexadecimal digits in lower case.")
        }
        if let parts, !(1...10_000).contains(parts) {
            throw InvalidInput("parts", code: "out_of_range", "Write a whole number from 1 to 10000.")
        }
        return UploadEnd(size: size, sha256: sha256, isLast: last ?? true, parts: parts)
    }
}

extension JSONWriter {
    fileprivate mutating func members(of upload: Upload, offset: Int) {
        member("id", upload.id)
        member("session", upload.session)
        member("name", upload.name)
        member("size", upload.size)
        member("offset", offset)
        member("state", upload.state.rawValue)
        member("purpose", upload.purpose.rawValue)
        member("take", upload.take)
        member("part", upload.part)
        member("result", upload.result)
    }
}
