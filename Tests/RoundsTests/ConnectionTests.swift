import Foundation
import TestSupport
import Testing

/// What a running server makes of connections that misbehave.
@Suite(.serialized) struct ConnectionTests {
    private func withServer(_ body: (RunningServer, Int) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            try await RunningServer.with(["--data-dir", folder.path, "--port", "0"]) { server in
                try await body(server, server.url.port ?? 0)
            }
        }
    }

    @Test func nonsenseIsAnsweredAndTheServerLivesOn() async throws {
        let requests: [(name: String, bytes: [UInt8])] = [
            ("no HTTP", Array("hello\r\n\r\n".utf8)),
            (
                "bytes that are no text",
                Array("GET /".utf8) + [0xFF, 0xFE] + Array(" HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)
            ),
            ("two lengths", Array("POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab".utf8)),
            (
                "length and chunks",
                Array("POST / HTTP/1.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n".utf8)
            ),
            (
                "a broken chunk",
                Array("POST /api/v1/sync HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n".utf8)
            ),
            ("large headers", Array("GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 100_000))\r\n\r\n".utf8)),
            ("many headers", Array("GET / HTTP/1.1\r\n\(String(repeating: "X: a\r\n", count: 500))\r\n".utf8)),
            ("no host", Array("GET /health HTTP/1.1\r\n\r\n".utf8)),
        ]
        try await withServer { server, port in
            for request in requests {
                let connection = try RawConnection(port: port)
                try? connection.send(request.bytes)
                let answer = connection.read(until: "\r\n")
                #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"), "\(request.name): \(answer)")
                #expect(try await server.get("/health").status == 200, "\(request.name)")
            }
        }
    }

    /// As a person types an address: UTF-8 without escapes, one request after the other on a connection.
    @Test func lettersBeyondASCIIMayStandInAnAddress() async throws {
        try await withServer { _, port in
            let connection = try RawConnection(port: port)
            for query in ["ü", "課程&limit=5", "plain"] {
                try connection.send(
                    Array("GET /api/v1/scribe/search?q=\(query) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n".utf8))
                let answer = connection.read(until: "\"next\"")
                #expect(answer.hasPrefix("HTTP/1.1 200"), "\(query): \(answer)")
            }
            let body = "{\"givenName\": \"ü\"}"
            try connection.send(
                Array(
                    """
                    POST /api/v1/people?from=ü HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Type: application/json\r
                    Content-Length: \(body.utf8.count)\r\n\r\n\(body)
                    """.utf8))
            let answer = connection.read(until: "requestId")
            #expect(answer.hasPrefix("HTTP/1.1 4") && !answer.contains("unreadable_request"), "\(answer)")
        }
    }

    @Test func whatIsNoHTTPIsToldSo() async throws {
        try await withServer { _, port in
            for request in [
                Array("GET /".utf8) + [0xFF, 0xFE] + Array(" HTTP/1.1\r\n\r\n".utf8), Array("hello\r\n\r\n".utf8),
            ] {
                let connection = try RawConnection(port: port)
                try connection.send(request)
                let answer = connection.read(until: "}")
                #expect(answer.hasPrefix("HTTP/1.1 400") && answer.contains("application/problem+json"))
                #expect(answer.contains("\"code\":\"unreadable_request\""), "\(answer)")
            }
        }
    }

    @Test func anOpenEventStreamDoesNotKeepTheServerFromStopping() async throws {
        try await withServer { server, port in
            let connections = try (0..<3).map { _ in
                let connection = try RawConnection(port: port)
                try connection.send(Array("GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n".utf8))
                #expect(connection.read(until: "event: hello").contains("text/event-stream"))
                return connection
            }
            let end = server.stop()
            #expect(end.status == 0)
            #expect(end.time < .seconds(5))
            #expect(connections.count == 3)
        }
    }

    @Test func aHalfSentRequestDoesNotKeepTheServerFromStopping() async throws {
        try await withServer { server, port in
            let connection = try RawConnection(port: port)
            try connection.send(
                Array("POST /api/v1/sync HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Length: 100\r\n\r\n{".utf8))
            try await Task.sleep(for: .milliseconds(200))
            let end = server.stop()
            #expect(end.status == 0)
            #expect(end.time < .seconds(5))
        }
    }
}
