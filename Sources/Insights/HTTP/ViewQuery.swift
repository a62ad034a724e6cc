import Foundation
import Kernel
import Web

/// The parameters that every view understands.
struct ViewQuery: Sendable {
    enum Format: String, Sendable, CaseIterable { case json, csv, xlsx }

    var filter: InsightsFilter
    let order: StudentOrder?
    let format: Format
    let page: ViewPage

    /// - Throws: `InvalidInput`
    init(_ call: Call, _ view: ModuleView) throws {
        var filter = InsightsFilter(
            from: try call.date("from"), to: try call.date("to"),
            threshold: Threshold(view.snapshot.settings.threshold) ?? .standard)
        if let from = filter.from, let to = filter.to, to < from {
            throw InvalidInput("to", code: "end_before_start", "The last day may not come before the first day.")
        }
        if let text = call.query("threshold") {
            guard let threshold = Threshold(text) else {
                throw InvalidInput("threshold", code: "invalid", "Write a percentage from 0 to 100.")
            }
            filter.threshold = threshold
        }
        filter.search = call.query("q") ?? ""
        // an empty adviser asks for the students without one, so it counts as given
        filter.adviser = call.given("adviser")
        if let text = call.query("group") {
            guard let group = Int(text) else {
                throw InvalidInput("group", code: "invalid", "Write the number of the group.")
            }
            filter.group = group
        }
        filter.rotation = call.query("rotation")
        filter.pattern = call.query("pattern")
        filter.selfCertifiedOnly = try call.boolean("selfCertified") ?? false
        filter.visible = view.visible
        filter.today = view.today
        self.filter = filter
        order = try call.choice("order", of: StudentOrder.self)
        format = try call.choice("format", of: Format.self) ?? .json
        page = try ViewPage(call)
    }

    static let module = Parameter.query("module", .string(max: 64), "Code of the module.", required: true)

    static let parameters: [Parameter] = [
        module,
        .query("from", .date, "First day; without it everything before counts."),
        .query("to", .date, "Last day, included."),
        .query("threshold", .string(max: 12), "Percent; the one of the settings when absent."),
        .query("q", .string(max: 200), "Words that all occur in names or id; letter case and marks are ignored."),
        .query("adviser", .string(max: 200), "As the exports have it; empty for students without one."),
        .query("group", .integer, "Group of the rotation map."),
        .query("rotation", .string(max: 200), "Rotation as the views show it."),
        .query("pattern", .string(max: 200), "Pattern of the rotation map."),
        .query("selfCertified", .boolean, "Only students with a self-certification in the range."),
        .query("order", .enumeration(StudentOrder.allCases.map(\.rawValue)), "Order of the students."),
        .query("format", .enumeration(Format.allCases.map(\.rawValue)), "json when absent; files hold all rows."),
        .limit(1...1_000), .cursor,
    ]
}

/// A part of a list that was computed as a whole. The position is an item's name and its place, so that the next page goes on
/// after the same item when the list has changed meanwhile.
struct ViewPage: Sendable {
    let limit: Int
    private let after: (place: Int, name: String)?

    init(_ call: Call) throws {
        limit = try call.integer("limit", default: 500, in: 1...1_000)
        guard let cursor = call.query("cursor") else {
            after = nil
            return
        }
        let parts = cursor.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let place = Int(parts[0]), place >= 0,
            let name = Data(base64Encoded: String(parts[1])).map({ String(decoding: $0, as: UTF8.self) })
        else { throw InvalidInput("cursor", code: "invalid_cursor", "The cursor is not from a page of this list.") }
        after = (place, name)
    }

    /// The places of this page, and the cursor of the next one.
    func range(of count: Int, name: (Int) -> String) -> (places: Range<Int>, next: String?) {
        var first = 0
        if let after {
            let isThere = after.place < count && name(after.place) == after.name
            let place = isThere ? after.place : (0..<count).first { name($0) == after.name }
            first = min(count, place.map { $0 + 1 } ?? after.place)
        }
        let last = min(count, first + limit)
        guard last < count, last > first else { return (first..<last, nil) }
        let position = Data(name(last - 1).utf8).base64EncodedString()
        return (first..<last, "\(last - 1):\(position)")
    }
}
