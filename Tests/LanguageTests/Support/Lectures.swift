import Foundation
import Language

/// The test lectures of Tests/Vectors/lectures, as timed segments, and the questions about them.
struct Lecture: Decodable {
    let id: String
    let title: String
    let segments: [TimedText]

    var passages: [Passage] {
        PassageBuilder().passages(
            of: segments, source: PassageSource(kind: .transcript, id: id, title: title, session: "session-\(id)"))
    }

    static func named(_ name: String) throws -> Lecture {
        try JSONDecoder().decode(Lecture.self, from: try Data(contentsOf: Vectors.url("\(name).json")))
    }
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
