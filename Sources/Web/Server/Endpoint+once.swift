import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

extension Endpoint {
    /// Does the work of an Idempotency-Key once and repeats its answer after that.
    func once(
        _ key: String, _ caller: Principal, _ incoming: IncomingRequest, _ request: Request
    ) async throws -> Response {
        let body = try await incoming.receivedBody.bytes(upTo: route.largestBody)
        let repeatable = try IdempotentRequest(
            userID: caller.userID, key: key, method: request.method.rawValue, address: request.uri.string, body: body)
        switch try await gate.idempotency.begin(repeatable, at: .now()) {
        case .underWay: throw WebError.idempotencyKeyInUse
        case .otherRequest: throw WebError.idempotencyKeyReused
        case .answered(let reply): return replay(reply, request)
        case .new: break
        }
        let response: Response
        let reply: StoredReply
        do {
            let answer = try await self.answer(incoming, as: caller)
            response = try self.response(to: answer, request)
            // what may be kept nowhere is not kept here either; the same key does the work again
            guard !answer.isUnkept else {
                try await gate.idempotency.abandon(repeatable)
                return response
            }
            reply = try Self.stored(answer)
        } catch {
            let problem = Problem(error)
            // what a later try may change is not kept
            guard problem.status < 500, ![408, 429].contains(problem.status) else {
                try await gate.idempotency.abandon(repeatable)
                throw error
            }
            reply = StoredReply(
                status: problem.status, headers: ["Content-Type": Problem.mediaType],
                body: problem.document(requestID: incoming.requestID).canonicalBytes)
            try await gate.idempotency.finish(repeatable, with: reply, at: .now())
            throw error
        }
        try await gate.idempotency.finish(repeatable, with: reply, at: .now())
        return response
    }

    private func replay(_ reply: StoredReply, _ request: Request) -> Response {
        var headers = HTTPFields()
        for (name, value) in reply.headers {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        headers[.idempotencyReplayed] = "true"
        headers[.cacheControl] = "no-store"
        return Self.response(status: reply.status, headers, reply.body, request)
    }

    private static func stored(_ reply: Reply) throws -> StoredReply {
        let headers = reply.headers.filter { $0.name.lowercased() != "set-cookie" }
        return StoredReply(
            status: reply.status, headers: Dictionary(headers.map { ($0.name, $0.value) }) { first, _ in first },
            body: try reply.bytes())
    }
}
