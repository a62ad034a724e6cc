import Foundation
import Kernel
import Persistence
import Web

/// One page of a list: the position is the sort key of the last item, so records that come or go between two pages
/// neither repeat nor hide others.
struct RosterPage: Sendable {
    let limit: Int
    private let after: [String]?

    /// - Throws: `InvalidInput` for a cursor that is none of ours
    init(_ call: Call, keys: Int) throws {
        limit = try call.integer("limit", default: 100, in: 1...500)
        guard let cursor = call.query("cursor") else {
            after = nil
            return
        }
        guard let data = Base64URL.decode(cursor),
            let keyTexts = try? JSONDecoder().decode([String].self, from: data),
            keyTexts.count == keys, !keyTexts.contains(where: { $0.utf8.contains(0) })
        else { throw InvalidInput("cursor", code: "invalid_cursor", "The cursor is not from a page of this list.") }
        after = keyTexts
    }

    /// A condition that holds for what comes after the position, over columns that the list is ordered by.
    func position(_ columns: [String]) -> SQL {
        guard let after else { return "1 = 1" }
        return "(\(raw: columns.joined(separator: ", "))) > \(list: after)"
    }

    static func cursor(_ keys: [String]) -> String {
        Base64URL.encode((try? JSONEncoder().encode(keys)) ?? Data())
    }
}

extension Reply {
    /// `{"items": […], "next": cursor|null}` of rows that were read with one more than the page holds.
    static func page(
        _ rows: [Row], _ page: RosterPage, keys: (Row) -> [String], write: (inout JSONWriter, Row) -> Void
    ) -> Reply {
        var json = JSONWriter()
        json.object { json in
            json.member(
                "items",
                objects: { items in
                    for row in rows.prefix(page.limit) { write(&items, row) }
                })
            let last = rows.count > page.limit ? rows[page.limit - 1] : nil
            json.member("next", last.map { RosterPage.cursor(keys($0)) })
        }
        return .json(json)
    }

    static func json(_ writer: JSONWriter, status: Int = 200) -> Reply {
        .bytes(writer.bytes, type: "application/json", status: status)
    }
}
