import Kernel
import Web

/// What to look at before a recording is shared: a guest's name, a patient's.
struct SharingRoutes: Sendable {
    let store: ScribeStore
    let finder: any IdentifierFinder

    func add(to routes: inout Routes) {
        routes.get(
            "/api/v1/scribe/recordings/{id}/identifiers", allow: .may(.recordSessions), Self.doc, handle: identifiers)
    }

    private func identifiers(_ call: Call) async throws -> Reply {
        let recording = try await store.editableRecording(call.id("id"), for: call.caller).recording
        return .list(try await store.identifiers(in: recording, by: finder)) { json, item in
            json.member("segment", item.segment.id)
            json.member("start", seconds: item.segment.startSecond)
            json.member("from", item.range.lowerBound)
            json.member("to", item.range.upperBound)
            json.member("type", item.type)
            json.member("text", item.text)
        }
    }

    private static let doc = Doc(
        "Names, numbers and the like in a transcript, to look at before it is shared", tag: "scribe",
        id: "listScribeIdentifiers",
        answers: .page(
            of: .object(
                "ScribeIdentifier",
                [
                    .required("segment", .uuid), .required("start", .number.described("Second.")),
                    .required("from", .integer(min: 0).described("Code points of the segment's text.")),
                    .required("to", .integer(min: 0)), .required("type", .string), .required("text", .string),
                ])), fails: [404])
}
