import Kernel
import Persistence
import Web

/// Search over everything that the caller sees.
struct SearchRoutes: Sendable {
    let store: ScribeStore

    func add(to routes: inout Routes) {
        routes.get("/api/v1/scribe/search", allow: .may(.seeSessions), SearchDocs.search, handle: search)
    }

    private func search(_ call: Call) async throws -> Reply {
        let limit = try call.integer("limit", default: 20, in: 1...50)
        let scope = SearchScope(module: call.query("module"), session: call.query("session"))
        let page = try await store.search(
            call.query("q") ?? "", in: scope, limit: limit, after: call.query("cursor"), for: call.caller)
        return .object { json in
            json.member(
                "items", objects: { list in for hit in page.hits { list.object { $0.members(of: hit) } } })
            json.member("next", page.next)
            json.member("total", page.isMore ? nil : page.total)
            json.member("moreThan", page.isMore ? page.total : nil)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func members(of hit: SearchHit) {
        member(
            "session",
            with: { json in
                json.object {
                    $0.member("id", hit.session.id)
                    $0.member("title", hit.session.title)
                    $0.member("date", hit.session.date.description)
                }
            })
        member("module", with: { json in json.object { $0.member("code", hit.session.module.code) } })
        place(hit.place)
        member(
            "snippet",
            objects: { list in
                for piece in hit.snippet {
                    list.object {
                        $0.member("text", piece.text)
                        $0.member("hit", piece.hit)
                    }
                }
            })
    }

    private mutating func place(_ place: SearchHit.Place) {
        var (source, recording, attachment, segment) = ("note", String?.none, String?.none, String?.none)
        var (start, page) = (Double?.none, Int?.none)
        switch place {
        case .transcript(let id, let part, let second):
            (source, recording, segment, start) = ("transcript", id, part, second)
        case .attachment(let id, let number): (source, attachment, page) = ("attachment", id, number)
        case .note: break
        }
        member("source", source)
        member("recording", recording)
        member("attachment", attachment)
        member("segment", segment)
        member("start", seconds: start)
        member("page", page)
    }
}

/// What the OpenAPI file says of search.
enum SearchDocs {
    private static let piece = Schema.object(
        "ScribeSnippetPiece",
        [
            .required("text", .string), .required("hit", .boolean.described("This is what was looked for.")),
        ])

    private static let hit = Schema.object(
        "ScribeSearchHit",
        [
            .required(
                "session",
                .object([.required("id", .uuid), .required("title", .string), .required("date", .date)])),
            .required("module", .object([.required("code", .string)])),
            .required("source", .enumeration(["transcript", "attachment", "note"])),
            .required("recording", .nullable(.uuid)), .required("attachment", .nullable(.uuid)),
            .required("segment", .nullable(.uuid)), .required("start", SessionDocs.perhapsSeconds),
            .required("page", .nullable(.integer(min: 1))), .required("snippet", .array(of: piece)),
        ])

    static let search = Doc(
        "Finds words in transcripts, attachments and the caller's own notes, the best first", tag: "scribe",
        id: "searchScribe",
        query: [
            .query(
                "q", .string,
                """
                Words that must all occur, "phrases in quotes", beginnings*. Case and accents do not matter; nothing else \
                has a meaning, and no text is an error.
                """),
            .query("module", .uuid), .query("session", .uuid), .limit(1...50), .cursor,
        ],
        answers: .object(
            "ScribeSearchPage",
            [
                .required("items", .array(of: hit)), .required("next", .nullable(.string)),
                .required("total", .nullable(.integer(min: 0))),
                .required(
                    "moreThan",
                    .nullable(.integer(min: 0)).described(
                        "Set instead of total when there is more: the newest thousand that fit are ranked.")),
            ]), fails: [404])
}
