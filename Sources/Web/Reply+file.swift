package import Foundation
import HTTPTypes
import Hummingbird
import Kernel

/// A file on disk as a representation that never changes under its tag.
package struct FileContent: Sendable {
    let url: URL
    let bytes: Int
    let type: String
    let tag: String

    /// - Parameters:
    ///   - bytes: its size
    ///   - tag: text without quotes that is another one for other bytes; it becomes a strong ETag
    package init(_ url: URL, bytes: Int, type: String, tag: String) {
        (self.url, self.bytes, self.type, self.tag) = (url, bytes, type, tag)
    }
}

extension Reply {
    /// A file whole or in part: 200, 206, 304 or 416 (RFC 9110 §13 and §14). It is read as it is sent. With a name it is
    /// offered as a download.
    package static func file(_ content: FileContent, named name: String? = nil, for call: some Incoming) -> Reply {
        let tag = "\"\(content.tag)\""
        let common = [
            ("ETag", tag), ("Accept-Ranges", "bytes"), ("Cache-Control", "private, no-cache"),
        ]
        if let known = call.header("If-None-Match"), matches(tag, known) {
            return Reply(status: 304, headers: common, body: .none)
        }
        // a range is defined for GET only, and one of another state of the file is no use
        let isOfThis = call.header("If-Range").map { $0 == tag } ?? true
        let range = call.isGet && isOfThis ? ByteRange.read(call.header("Range"), size: content.bytes) : .whole
        var headers = common + [("Content-Type", content.type)]
        if let name { headers.append(("Content-Disposition", disposition(fileName: name))) }
        switch range {
        case .whole: return Reply(status: 200, headers: headers, body: .file(content.url, 0..<content.bytes))
        case .part(let part):
            headers.append(("Content-Range", "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(content.bytes)"))
            return Reply(status: 206, headers: headers, body: .file(content.url, part))
        case .unsatisfiable:
            let problem = Problem(
                status: 416, code: "range_not_satisfiable", detail: "The file has \(content.bytes) bytes.")
            return Reply(
                status: 416,
                headers: common + [
                    ("Content-Range", "bytes */\(content.bytes)"), ("Content-Type", Problem.mediaType),
                ], body: .bytes(problem.document(requestID: call.requestID).canonicalBytes))
        }
    }

    /// If-None-Match compares weakly (RFC 9110 §13.1.2).
    private static func matches(_ tag: String, _ header: String) -> Bool {
        header.split(separator: ",").contains { candidate in
            let candidate = candidate.trimmingCharacters(in: .whitespaces)
            return candidate == "*" || candidate == tag || candidate == "W/" + tag
        }
    }
}

extension Incoming {
    fileprivate var isGet: Bool { request.head.method == .get }
}
