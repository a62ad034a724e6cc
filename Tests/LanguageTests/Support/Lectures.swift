import Foundation
import Language

/// The test lectures of Tests/Vectors/lectures, as timed segments, and the questions about them.
struct Lecture: Sendable {
    let title: String
    let segments: [TimedText]
    let passages: [Passage]

    /// Read once; many tests ask for the same.
    private static let all: Result<[String: Lecture], any Error> = Result {
        try Dictionary(
            uniqueKeysWithValues: ["dka", "gait", "dysphagia", "heart"].map { name in
                let file = try JSONDecoder().decode(
                    LectureFile.self, from: try Data(contentsOf: Vectors.url("\(name).json")))
                let source = PassageSource(
                    kind: .transcript, id: file.id, title: file.title, session: "session-\(file.id)")
                let passages = PassageBuilder().passages(of: file.segments, source: source)
                return (name, Lecture(title: file.title, segments: file.segments, passages: passages))
            })
    }

    static func named(_ name: String) throws -> Lecture {
        guard let lecture = try all.get()[name] else { throw CocoaError(.fileNoSuchFile) }
        return lecture
    }
}

private struct LectureFile: Decodable {
    let id: String
    let title: String
    let segments: [TimedText]
}

struct QuestionPair: Decodable {
    let lecture: String
    let question: String
    /// Any of these stands in a right answer; nil when the lecture does not hold the answer.
    let expected: [String]?

    static func all(_ name: String) throws -> [QuestionPair] {
        try JSONDecoder().decode([QuestionPair].self, from: try Data(contentsOf: Vectors.url("\(name).json")))
    }
}

enum Vectors {
    static func url(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Vectors/lectures/\(name)")
    }
}
