import Kernel
import Persistence
import Web

extension RegisterRoutes {
    func sync(_ call: Call) async throws -> Reply {
        try call.requireMediaType("application/json")
        let request = try SyncRequest(body: try await call.body(upTo: SyncDocs.largestPush))
        let answer = try await store.sync(request, by: call.caller)
        return .bytes(answer.json, type: "application/json")
    }

    /// Tells that something changed, not what: the listener syncs, and only then sees what it may.
    func events(_ call: Call) async throws -> Reply {
        .events(store.changeEvents())
    }

    func devices(_ call: Call) async throws -> Reply {
        let page = try RosterPage(call, keys: 1)
        let rows = try await store.devices(call.caller, page)
        return .page(rows, page, keys: { [$0[0].text ?? ""] }, write: { json, row in json.device(row) })
    }

    func verify(_ call: Call) async throws -> Reply {
        let receipt = try await call.decode(SignedReceipt.self, upTo: 4_096)
        guard receipt.count >= 0 else {
            throw InvalidInput("count", code: "out_of_range", "The count must be a whole number from 0.")
        }
        return .json(try await store.check(receipt, by: call.caller))
    }
}

enum SyncDocs {
    static let largestPush = 1 << 20

    static let sync = Doc(
        "Operations up, verdicts and changes down", tag: "sync", body: .json(SyncSchemas.request, upTo: largestPush),
        answers: SyncSchemas.answer, fails: [426])
    static let events = Doc(
        "A stream of `hello` and `change` events, so that others' changes show at once", tag: "sync", answers: .events)
    static let devices = Doc(
        "Devices with the last operation heard from each; everybody's for those who manage the school", tag: "sync",
        query: [.limit(), .cursor], answers: .page(of: RecordSchemas.device))
    static let verify = Doc(
        "Whether this server signed a receipt, and whether the marks are still the same", tag: "sync",
        body: .json(RecordSchemas.receipt, upTo: 4_096), answers: AnswerSchemas.receiptCheck)
}
