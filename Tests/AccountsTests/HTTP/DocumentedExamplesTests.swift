import Foundation
import HTTPTypes
import TestSupport
import Testing

/// The requests of docs/api/accounts.md, in their order, on a new installation.
struct DocumentedExamplesTests {
    private struct Example {
        let method: HTTPRequest.Method
        let path: String
        let body: String

        /// `METHOD path`, header lines, an empty line, the body.
        init?(_ text: Substring) {
            let parts = text.split(separator: "\n\n", maxSplits: 1)
            guard let first = parts.first?.split(separator: "\n").first?.split(separator: " "), first.count == 2,
                let method = HTTPRequest.Method(String(first[0]))
            else { return nil }
            self.method = method
            path = String(first[1])
            body = parts.count > 1 ? String(parts[1]) : ""
        }
    }

    private static func examples() throws -> [Example] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "docs/api/accounts.md"), encoding: .utf8)
        return page.split(separator: "```http\n").dropFirst().compactMap { block in
            block.split(separator: "```", maxSplits: 1).first.flatMap(Example.init)
        }
    }

    @Test("Every documented request works")
    func examples() async throws {
        let examples = try Self.examples()
        #expect(examples.count == 2)
        try await withRounds { app in
            for example in examples {
                let answer = try await app.client.send(
                    example.method, example.path, body: Array(example.body.utf8), [.contentType: "application/json"])
                #expect((200..<300).contains(answer.status), "\(example.method) \(example.path) → \(answer.text)")
            }
        }
    }
}
