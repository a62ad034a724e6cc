import Kernel
import Web

/// Corrections that are offered, to whoever may make them.
struct VocabularyRoutes: Sendable {
    let store: ScribeStore

    func add(to routes: inout Routes) {
        routes.get(
            "/api/v1/scribe/recordings/{id}/vocabulary", allow: .may(.recordSessions), Self.doc, handle: vocabulary)
    }

    private func vocabulary(_ call: Call) async throws -> Reply {
        let limit = try call.integer("limit", default: 200, in: 1...500)
        let (recording, session) = try await store.editableRecording(call.id("id"), for: call.caller)
        let items = try await store.vocabulary(of: recording, in: session, for: call.caller, limit: limit)
        return .list(items) { json, item in
            json.member("segment", item.segment)
            json.member("start", seconds: item.match.start)
            json.member("from", item.match.from)
            json.member("to", item.match.to)
            json.member(
                "source",
                with: {
                    $0.object {
                        $0.member("title", item.match.source.title)
                        $0.member("page", item.match.source.page)
                    }
                })
        }
    }

    private static let doc = Doc(
        "Words that sound like a term of the module's attachments and are written differently", tag: "scribe",
        id: "listScribeVocabulary", query: [.limit()],
        answers: .page(
            of: .object(
                "ScribeVocabularyItem",
                [
                    .required("segment", .uuid), .required("start", SessionDocs.seconds), .required("from", .string),
                    .required("to", .string),
                    .required(
                        "source",
                        .object([
                            .required("title", .string), .required("page", .nullable(.integer(min: 1))),
                        ])),
                ])), fails: [404])
}
