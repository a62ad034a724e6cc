import ArgumentParser
import Foundation
import Kernel
import Language
import Scribe
import Web

struct Ask: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ask a question about a recorded session.",
        discussion: """
            The answer comes from the session's transcripts and handouts, each sentence with the words it stands on. When \
            they do not hold the answer, it says so; that is no failure. Nothing is stored.
            """)

    @Argument(help: "The id of the session, as its address in the browser shows it.")
    var session: String

    @Argument(help: "The question.")
    var question: String

    @Option(help: "text or json.")
    var format = OutputFormat.text

    @OptionGroup var data: DataOptions

    func validate() throws {
        if question.allSatisfy(\.isWhitespace) { throw ValidationError("The question is empty.") }
    }

    func run() async throws {
        let answer = try await withScribe(data) { scribe, _ in
            // whoever may read the data folder may read all that is in it
            let reader = Principal(userID: "", name: "", role: .owner)
            let passages = try await scribe.passages(ofSession: session, for: reader)
            return try await Answerer(provider: scribe.language.provider).answer(question, passages: passages)
        }
        switch format {
        case .json: print(String(decoding: try JSON.encode(AskedAnswer(answer)), as: UTF8.self))
        case .text:
            print(answer.text)
            for citation in answer.citations { print("[\(citation.n)] \(Self.place(citation)): “\(citation.quote)”") }
        }
    }

    private static func place(_ citation: Citation) -> String {
        if let page = citation.page { return "\(citation.source.title), page \(page)" }
        guard let start = citation.start else { return citation.source.title }
        let seconds = Int(start)
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(citation.source.title), \(clock.joined(separator: ":"))"
    }
}

private struct AskedAnswer: Encodable {
    struct Quoted: Encodable {
        let n: Int
        let source, title: String
        let start, end: Double?
        let page: Int?
        let quote: String

        func encode(to encoder: any Encoder) throws {
            // null where there is no time or page; the members are always there
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(n, forKey: .n)
            try container.encode(source, forKey: .source)
            try container.encode(title, forKey: .title)
            try container.encode(start, forKey: .start)
            try container.encode(end, forKey: .end)
            try container.encode(page, forKey: .page)
            try container.encode(quote, forKey: .quote)
        }

        enum CodingKeys: CodingKey { case n, source, title, start, end, page, quote }
    }

    let answer: String
    let refused: Bool
    let citations: [Quoted]

    init(_ answer: Answer) {
        self.answer = answer.text
        refused = answer.refused
        citations = answer.citations.map { citation in
            Quoted(
                n: citation.n, source: citation.source.kind.rawValue, title: citation.source.title,
                start: Self.rounded(citation.start), end: Self.rounded(citation.end), page: citation.page,
                quote: citation.quote)
        }
    }

    private static func rounded(_ seconds: Double?) -> Double? { seconds.map { ($0 * 1000).rounded() / 1000 } }
}
