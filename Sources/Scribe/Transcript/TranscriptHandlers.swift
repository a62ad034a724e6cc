import Kernel
import Persistence
import Speech
import Web

extension ScribeRoutes {
    func transcript(_ call: Call) async throws -> Reply {
        let recording = try await store.recording(call.id("id"), for: call.caller).recording
        let limit = try call.integer("limit", default: 200, in: 1...500)
        let position = call.query("from") == nil ? nil : try call.integer("from", default: 0, in: 0...Int.max)
        let page = try await store.page(
            of: recording, from: position, at: call.query("at").flatMap(Double.init), limit: limit, for: call.caller)
        return .object { $0.members(of: page, limit: limit, for: call.caller) }
    }

    func transcript(_ call: Call, as format: TranscriptFormat) async throws -> Reply {
        let (recording, session) = try await store.recording(call.id("id"), for: call.caller)
        let title = session.title.isEmpty ? recording.name : session.title
        let document = try await store.document(of: recording, title: title)
        let bytes = await Blocking.run { format.write(document) }
        return .bytes(
            bytes, type: format.contentType,
            fileName: DisplayName.fileName(recording.name, ending: format.rawValue))
    }

    func changeSegment(_ call: Call) async throws -> Reply {
        let input = try await call.decode(TranscriptInput.self)
        let segment = try await store.change(call.id("id"), try input.checked(), by: call.caller)
        return try await reply(segment, call)
    }

    func segmentHistory(_ call: Call) async throws -> Reply {
        .list(try await store.history(of: call.id("id"), for: call.caller)) { json, edit in
            json.member("version", edit.version)
            json.member("text", edit.text)
            json.member("at", at: edit.at?.milliseconds)
            json.member("byName", edit.byName)
        }
    }

    func revertSegment(_ call: Call) async throws -> Reply {
        let input = try await call.decode(VersionInput.self)
        return try await reply(
            try await store.revert(call.id("id"), version: input.version, by: call.caller), call)
    }

    func nameSpeaker(_ call: Call) async throws -> Reply {
        let recording = try await store.editableRecording(call.id("id"), for: call.caller).recording
        let key = try call.parameter("key")
        let name = try ShortText.clean(try await call.decode(SpeakerInput.self).name, "name", upTo: 100)
        try await store.name(speaker: key, name, of: recording)
        return .object { json in
            json.member("key", key)
            json.member("name", name)
        }
    }

    func addTag(_ call: Call) async throws -> Reply {
        let (recording, session) = try await store.recording(call.id("id"), for: call.caller)
        let input = try await call.decode(TagInput.self)
        let label = try input.checkedLabel(within: recording.duration)
        guard input.shared != true || session.mayEdit else { throw WebError.forbidden }
        let tag = try await store.addTag(
            to: recording, from: input.start, to: input.end, label: label, shared: input.shared ?? false,
            by: call.caller)
        return .object(status: 201) { $0.members(of: tag, for: call.caller) }
    }

    func listTags(_ call: Call) async throws -> Reply {
        let recording = try await store.recording(call.id("id"), for: call.caller).recording
        return .list(try await store.tags(of: recording, for: call.caller)) { json, tag in
            json.members(of: tag, for: call.caller)
        }
    }

    func deleteTag(_ call: Call) async throws -> Reply {
        _ = try await store.setDeleted(true, tag: call.id("id"), by: call.caller)
        return .noContent
    }

    func restoreTag(_ call: Call) async throws -> Reply {
        let tag = try await store.setDeleted(false, tag: call.id("id"), by: call.caller)
        return .object { $0.members(of: tag, for: call.caller) }
    }

    private func reply(_ segment: Segment, _ call: Call) async throws -> Reply {
        let tags = try await store.database.read { reader in
            try Tag.all(
                of: segment.recordingID, from: segment.startSecond, to: segment.endSecond, for: call.caller, reader)
        }
        return .object { $0.members(of: segment, tags: tags, for: call.caller) }
    }
}

/// A correction as it is sent. `"speaker": null` takes the speaker away; without the member it stays.
struct TranscriptInput: Decodable, Sendable {
    static let longestText = 10_000

    private let text: String?
    private let speaker: String??
    private let version: Int

    private enum CodingKeys: String, CodingKey { case text, speaker, version }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        text = try container.decodeIfPresent(String.self, forKey: .text)
        speaker =
            container.contains(.speaker) ? .some(try container.decodeIfPresent(String.self, forKey: .speaker)) : nil
        version = try container.decode(Int.self, forKey: .version)
    }

    /// - Throws: `InvalidInput`
    func checked() throws -> SegmentChange {
        var clean: String?
        if let text {
            guard text.unicodeScalars.count <= Self.longestText, !text.utf8.contains(0) else {
                throw InvalidInput(
                    "text", code: "text_too_long", "Write at most \(Self.longestText) characters, none of them null.")
            }
            clean = CellText.clean(text)
        }
        if let key = speaker ?? nil, !(1...40).contains(key.unicodeScalars.count) || key.utf8.contains(0) {
            throw InvalidInput("speaker", code: "invalid", "Write 1 to 40 characters.")
        }
        return SegmentChange(text: clean, speaker: speaker, version: version)
    }
}

private struct VersionInput: Decodable, Sendable { let version: Int }
private struct SpeakerInput: Decodable, Sendable { let name: String }

private struct TagInput: Decodable, Sendable {
    let start: Double
    let end: Double
    let label: String
    let shared: Bool?

    /// - Throws: `InvalidInput`
    func checkedLabel(within duration: Double?) throws -> String {
        guard start.isFinite, start >= 0 else {
            throw InvalidInput("start", code: "out_of_range", "A tag begins at second 0 or later.")
        }
        // a player's last second may lie a little behind the end
        guard end.isFinite, end >= start, end <= (duration.map { $0 + 1 } ?? 1e9) else {
            throw InvalidInput("end", code: "out_of_range", "A tag ends after its start and within the recording.")
        }
        return try ShortText.clean(label, "label", upTo: 100)
    }
}

/// A line that a person writes.
enum ShortText {
    /// - Throws: `InvalidInput`
    static func clean(_ text: String, _ field: String, upTo limit: Int) throws -> String {
        let clean = CellText.clean(text)
        guard !clean.isEmpty else { throw InvalidInput(field, code: "required", "Write something here.") }
        guard clean.unicodeScalars.count <= limit, !clean.utf8.contains(0) else {
            throw InvalidInput(field, code: "text_too_long", "Write at most \(limit) characters.")
        }
        return clean
    }
}
