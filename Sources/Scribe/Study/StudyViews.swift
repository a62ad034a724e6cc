import Jobs
import Kernel
import Language

extension JSONWriter {
    /// An object, or null.
    mutating func member<T>(_ name: String, object value: T?, _ body: (inout JSONWriter, T) -> Void) {
        guard let value else { return member(name, JSONValue.null) }
        member(name, with: { json in json.object { body(&$0, value) } })
    }

    mutating func members(of notes: AINotes) {
        member("id", notes.id)
        member("at", at: notes.at.milliseconds)
        member("provider", notes.provider)
        member("withdrawn", notes.isWithdrawn)
        member("title", notes.notes.title)
        member("summary", objects: { $0.objects(of: notes.notes.summary) })
        member(
            "outline",
            objects: { list in
                for topic in notes.notes.outline {
                    list.object { json in
                        json.member("title", topic.title)
                        json.member("points", objects: { $0.objects(of: topic.points) })
                    }
                }
            })
        member(
            "terms",
            objects: { list in
                for term in notes.notes.terms {
                    list.object { json in
                        json.member("term", term.term)
                        json.member("text", term.text)
                        json.member("citations", numbers: term.citations)
                    }
                }
            })
        member(
            "tags",
            objects: { list in
                for tag in notes.notes.tags {
                    list.object { json in
                        json.member("label", tag.label)
                        json.member("citations", numbers: tag.citations)
                    }
                }
            })
        member(
            "citations", objects: { list in for one in notes.notes.citations { list.object { $0.members(of: one) } } })
    }

    mutating func members(of asked: AskedQuestion) {
        member("id", asked.id)
        member("thread", asked.thread)
        member("session", asked.session)
        member("module", asked.module)
        member("question", asked.question)
        member("answer", asked.answer)
        member("refused", asked.refused)
        member("withdrawn", asked.isWithdrawn)
        member("citations", objects: { list in for one in asked.cited { list.object { $0.members(of: one) } } })
        member("nearest", objects: { list in for one in asked.nearest { list.object { $0.members(of: one) } } })
        member("provider", asked.provider)
        member("at", at: asked.at.milliseconds)
    }

    mutating func members(of study: StudyCards) {
        member(
            "cards",
            objects: { list in
                for card in study.cards {
                    list.object { json in
                        json.member("id", card.id)
                        json.member("front", card.front)
                        json.member("back", card.back)
                        json.member("citation", with: { json in json.object { $0.members(of: card.citation) } })
                    }
                }
            })
        member(
            "quiz",
            objects: { list in
                for one in study.quiz {
                    list.object { json in
                        json.member("id", one.id)
                        json.member("question", one.question)
                        json.member("choices", JSONValue.array(one.choices.map { .string($0) }))
                        json.member("answer", one.answer)
                        json.member("citation", with: { json in json.object { $0.members(of: one.citation) } })
                    }
                }
            })
    }

    mutating func members(of citation: Citation) {
        member("n", citation.n)
        member("source", citation.source.kind.rawValue)
        member("sourceId", citation.source.id)
        member("session", citation.source.session)
        member("title", citation.source.title)
        member("start", seconds: citation.start)
        member("end", seconds: citation.end)
        member("page", citation.page)
        member("quote", citation.quote)
    }

    private mutating func objects(of sentences: [CitedText]) {
        for sentence in sentences {
            object { json in
                json.member("text", sentence.text)
                json.member("citations", numbers: sentence.citations)
            }
        }
    }

    private mutating func member(_ name: String, numbers: [Int]) {
        member(name, JSONValue.array(numbers.map { .integer(Int64($0)) }))
    }
}
