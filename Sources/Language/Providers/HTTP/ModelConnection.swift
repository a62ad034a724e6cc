import AsyncHTTPClient
import Kernel
import Logging
import NIOCore
import NIOHTTP1

/// Sends JSON to a language model and receives JSON: with a time limit, a bound on the answer, and patience with a server
/// that is busy. Neither what is sent nor what comes back is logged.
struct ModelConnection: Sendable {
    /// Tries altogether.
    static let tries = 3
    /// The longest wait that a server may ask for; beyond it the caller is told.
    static let longestPause = 20
    /// Bytes of an answer.
    static let largestAnswer = 2 << 20

    let client: HTTPClient
    /// Seconds for one try, the model's thinking included.
    let patience: Int64
    /// Waits between tries; tests do not.
    let pause: @Sendable (Duration) async throws -> Void
    let logger: Logger

    init(
        client: HTTPClient = ModelConnection.client, patience: Int64 = 120,
        pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        logger: Logger = Logger(label: "rounds.language")
    ) {
        self.client = client
        self.patience = patience
        self.pause = pause
        self.logger = logger
    }

    /// The JSON of a successful answer.
    /// - Throws: `LanguageError`, `CancellationError`
    func post(_ body: JSONValue, to url: String, headers: [(String, String)]) async throws -> JSONValue {
        let bytes = body.canonicalBytes
        var wait = 0.5
        for attempt in 1...Self.tries {
            let outcome = try await send(bytes, to: url, headers: headers)
            switch outcome {
            case .answer(let value): return value
            case .final(let error): throw error
            case .passing(let error, let asked):
                let seconds = asked.map(Double.init) ?? wait * Double.random(in: 0.75...1.25)
                logger.info(
                    "A language model did not answer", metadata: ["code": "\(error.code)", "try": "\(attempt)"])
                guard attempt < Self.tries, seconds <= Double(Self.longestPause) else { throw error }
                try await pause(.milliseconds(Int64(seconds * 1000)))
                wait *= 4
            }
        }
        throw LanguageError.unreachable
    }

    /// One for the process. A server that is not there is told at once; the connection pool would try until the deadline.
    /// A model is silent while it thinks, so nothing but the deadline of the request ends the wait.
    static let client = HTTPClient(
        eventLoopGroupProvider: .singleton,
        configuration: {
            var configuration = HTTPClient.Configuration(timeout: .init(connect: .seconds(10), read: .seconds(3600)))
            configuration.connectionPool.retryConnectionEstablishment = false
            configuration.redirectConfiguration = .disallow
            return configuration
        }())

    private enum Outcome {
        case answer(JSONValue)
        case final(LanguageError)
        /// May pass by itself; seconds that the server asked to wait for.
        case passing(LanguageError, Int?)
    }

    private func send(_ bytes: [UInt8], to url: String, headers: [(String, String)]) async throws -> Outcome {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "Accept", value: "application/json")
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        request.body = .bytes(ByteBuffer(bytes: bytes))
        do {
            let response = try await client.execute(request, timeout: .seconds(patience))
            let status = Int(response.status.code)
            let buffer = try await response.body.collect(upTo: Self.largestAnswer)
            guard status != 200 else {
                let value = try? JSONParser.value(Array(buffer.readableBytesView))
                return value.map(Outcome.answer) ?? .final(.unreadableReply)
            }
            let asked = response.headers.first(name: "Retry-After").flatMap { Int($0) }.map { max(0, $0) }
            return Self.outcome(of: status, retryAfter: asked)
        } catch is NIOTooManyBytesError {
            return .final(.replyTooLong)
        } catch let error as HTTPClientError where error == .deadlineExceeded || error == .readTimeout {
            return .final(.tookTooLong)
        } catch let error as CancellationError {
            throw error
        } catch {
            try Task.checkCancellation()
            return .passing(.unreachable, nil)
        }
    }

    private static func outcome(of status: Int, retryAfter: Int?) -> Outcome {
        switch status {
        case 401, 403: .final(.refusedKey)
        case 429: .passing(.busy(retryAfter: retryAfter ?? 30), retryAfter)
        case 500, 502, 503, 504: .passing(.failed(status: status), retryAfter)
        default: .final(.failed(status: status))
        }
    }
}
