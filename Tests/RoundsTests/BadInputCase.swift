import HTTPTypes
import Kernel
import TestSupport
import Testing

/// One thing that nobody should send, and what is said to it.
struct BadInputCase: Sendable {
    let name: String
    let method: HTTPRequest.Method
    let path: String
    let body: [UInt8]?
    var headers: [HTTPField.Name: String] = [.contentType: "application/json"]
    let status: Int
    let code: String
    /// The member at fault, for a form to point at.
    var field: String?

    init(
        _ method: HTTPRequest.Method, _ path: String, _ body: JSONValue?, _ status: Int, _ code: String,
        field: String? = nil
    ) {
        self.init(method, path, text: body?.canonicalText, status, code, field: field)
    }

    init(
        _ method: HTTPRequest.Method, _ path: String, text: String?, _ status: Int, _ code: String,
        field: String? = nil
    ) {
        name = "\(method) \(path) \((text ?? "").prefix(120))"
        self.method = method
        self.path = path
        body = text.map { Array($0.utf8) }
        self.status = status
        self.code = code
        self.field = field
    }

    func check(_ client: Client) async throws {
        let answer = try await client.send(method, path, body: body, headers)
        answer.expectProblem(status, code, name)
        if let field {
            let fields = answer["errors"]?.array?.compactMap { $0["field"]?.string } ?? []
            #expect(fields.contains(field), "\(name): \(fields)")
        }
    }
}

extension Answer {
    /// A problem document with a stable code and a sentence for a person, which tells nothing of the machine.
    func expectProblem(_ status: Int, _ code: String, _ name: String) {
        #expect(self.status == status, "\(name) → \(text.prefix(300))")
        #expect(self.code == code, "\(name) → \(text.prefix(300))")
        #expect(header("Content-Type") == "application/problem+json", "\(name)")
        #expect(json["status"]?.integer == Int64(self.status), "\(name)")
        #expect(json["requestId"]?.string?.isEmpty == false, "\(name)")
        let sentence = json["detail"]?.string ?? ""
        #expect(sentence.count > 10 && sentence.hasSuffix("."), "\(name): \(sentence)")
        for word in ["sqlite", "SELECT", "postgres", "Swift", "Error(", "/Sources/", "Optional("] {
            #expect(!sentence.contains(word), "\(name): \(sentence)")
        }
    }
}
