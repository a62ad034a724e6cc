import HTTPTypes
import Kernel

extension Endpoint {
    /// Runs the handler on its caller's behalf, and has it written down when a file leaves.
    func answer(_ incoming: IncomingRequest, as caller: Principal?) async throws -> Reply {
        let requester = requester(incoming, caller)
        return try await Requester.$current.withValue(requester) {
            let reply = try await handled(incoming, as: caller)
            if reply.isDownload, !requester.isAudited { try await gate.recorder?.exported(requester) }
            return reply
        }
    }

    /// Has a refusal written down, then lets it out.
    func recordingRefusals<T: Sendable>(
        _ incoming: IncomingRequest, _ caller: Principal?, _ work: () async throws -> T
    ) async throws -> T {
        do {
            return try await work()
        } catch let failure as any Failure where failure.kind == .forbidden && caller != nil {
            await gate.recorder?.refused(requester(incoming, caller), because: failure.code)
            throw failure
        }
    }

    private func requester(_ incoming: IncomingRequest, _ caller: Principal?) -> Requester {
        Requester(
            userID: caller?.userID, ipAddress: incoming.remoteAddress, sessionID: caller?.sessionID,
            requestID: incoming.requestID, action: route.doc.operationID ?? "\(route.method.rawValue) \(route.path)",
            resource: Self.resource(route.path, incoming.parameters), isChange: !route.method.isSafe)
    }

    /// The route's path with the ids of this request. Other parameters may be somebody's number or address.
    static func resource(_ path: String, _ parameters: [String: String]) -> String {
        path.split(separator: "/").reduce(into: "") { text, part in
            let value = part.hasPrefix("{") ? parameters[String(part.dropFirst().dropLast())] : nil
            text += "/" + (value.flatMap { Identifier.isValid($0) ? $0 : nil } ?? String(part))
        }
    }
}

extension Reply {
    fileprivate var isDownload: Bool {
        headers.contains { $0.name.lowercased() == "content-disposition" && $0.value.hasPrefix("attachment") }
    }
}
