import Foundation
import HTTPTypes
import TestSupport
import Testing

/// The requests of docs/api/conventions.md, in their order, on a new installation.
@Suite struct ConventionsTests {
    /// `METHOD path`, header lines, an empty line and the body if there is one, `→ status code`.
    struct Example {
        let method: HTTPRequest.Method
        let path: String
        var headers: [HTTPField.Name: String] = [:]
        let body: String?
        let status: Int
        let code: String?

        init(_ text: Substring) throws {
            let parts = text.split(separator: "→ ", maxSplits: 1)
            let request = parts[0].split(separator: "\n\n", maxSplits: 1)
            let lines = request[0].split(separator: "\n")
            let first = lines[0].split(separator: " ")
            let outcome = try #require(parts.last).split(whereSeparator: \.isWhitespace)
            method = try #require(HTTPRequest.Method(String(first[0])))
            path = String(first[1])
            body = request.count > 1 ? request[1].trimmingCharacters(in: .whitespacesAndNewlines) : nil
            status = try #require(Int(outcome[0]))
            code = outcome.count > 1 ? String(outcome[1]) : nil
            for line in lines.dropFirst() {
                let field = line.split(separator: ": ", maxSplits: 1)
                headers[try #require(HTTPField.Name(String(field[0])))] = String(field[1])
            }
        }
    }

    private func examples() throws -> [Example] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "docs/api/conventions.md"), encoding: .utf8)
        return try page.split(separator: "```http\n").dropFirst().map { block in
            try Example(try #require(block.split(separator: "```", maxSplits: 1).first))
        }
    }

    @Test func everyExampleAnswersAsThePageSays() async throws {
        let examples = try examples()
        #expect(examples.count >= 7)
        try await withRounds { app in
            for example in examples {
                let answer = try await app.client.send(
                    example.method, example.path, body: example.body.map { Array($0.utf8) }, example.headers)
                #expect(answer.status == example.status, "\(example.method) \(example.path) → \(answer.text)")
                #expect(answer.code == example.code || example.status < 400, "\(example.method) \(example.path)")
            }
        }
    }
}
