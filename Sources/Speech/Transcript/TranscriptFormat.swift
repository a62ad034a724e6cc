import Kernel

/// A transcript as it is handed out: what was recognised, or what people made of it.
package struct TranscriptDocument: Sendable {
    package var title: String?
    /// Seconds.
    package var duration: Double
    package var language: String?
    package var model: String
    package var segments: [TranscriptSegment]
    /// Whether JSON carries every word with its times.
    package var listsWords: Bool

    package init(
        title: String? = nil, duration: Double, language: String?, model: String, segments: [TranscriptSegment],
        listsWords: Bool = true
    ) {
        self.listsWords = listsWords
        self.title = title
        self.duration = duration
        self.language = language
        self.model = model
        self.segments = segments
    }
}

/// The ways to write a transcript down; the command line and the server share them. A `speaker` is written as it
/// stands, so names go in where keys were.
package enum TranscriptFormat: String, CaseIterable, Sendable {
    case json, txt, srt, vtt
    case markdown = "md"

    package var contentType: String {
        switch self {
        case .json: "application/json"
        case .txt: "text/plain; charset=utf-8"
        case .srt: "application/x-subrip; charset=utf-8"
        case .vtt: "text/vtt; charset=utf-8"
        case .markdown: "text/markdown; charset=utf-8"
        }
    }

    package func write(_ transcript: TranscriptDocument) -> [UInt8] {
        switch self {
        case .json: Self.json(transcript)
        case .txt: Array(Self.text(transcript).utf8)
        case .srt: Array(Self.subRip(transcript).utf8)
        case .vtt: Array(Self.webVTT(transcript).utf8)
        case .markdown: Array(Self.markdown(transcript).utf8)
        }
    }

    /// `00:01:02.345`; hours as many digits as they need.
    package static func time(_ seconds: Double, separator: String = ".") -> String {
        let milliseconds = Int((max(0, seconds) * 1000).rounded())
        return Self.clock(milliseconds / 1000) + separator + Self.padded(milliseconds % 1000, 3)
    }

    static func clock(_ seconds: Int) -> String {
        "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

// MARK: writers

extension TranscriptFormat {
    private static func json(_ transcript: TranscriptDocument) -> [UInt8] {
        var json = JSONWriter()
        json.object {
            if let title = transcript.title { $0.member("title", title) }
            $0.member("duration", decimal: rounded(transcript.duration))
            $0.member("language", transcript.language)
            $0.member("model", transcript.model)
            $0.name("segments")
            $0.array(transcript.segments) { json, segment in
                json.object {
                    $0.member("start", decimal: rounded(segment.start))
                    $0.member("end", decimal: rounded(segment.end))
                    $0.member("text", segment.text)
                    $0.member("speaker", segment.speaker)
                    guard transcript.listsWords else { return }
                    $0.name("words")
                    $0.array(segment.words) { json, word in
                        json.object {
                            $0.member("start", decimal: rounded(word.start))
                            $0.member("end", decimal: rounded(word.end))
                            $0.member("text", word.text)
                        }
                    }
                }
            }
        }
        return json.bytes
    }

    private static func text(_ transcript: TranscriptDocument) -> String {
        var speaker: String?
        return transcript.segments.map { segment in
            defer { speaker = segment.speaker }
            return label(segment, unless: speaker) + oneLine(segment.text) + "\n"
        }.joined()
    }

    private static func subRip(_ transcript: TranscriptDocument) -> String {
        transcript.segments.enumerated().map { index, segment in
            """
            \(index + 1)
            \(time(segment.start, separator: ",")) --> \(time(segment.end, separator: ","))
            \(label(segment, unless: nil))\(oneLine(segment.text))


            """
        }.joined()
    }

    private static func webVTT(_ transcript: TranscriptDocument) -> String {
        "WEBVTT\n\n"
            + transcript.segments.map { segment in
                let voice = segment.speaker.map { "<v \(escaped(oneLine($0)))>" } ?? ""
                return """
                    \(time(segment.start)) --> \(time(segment.end))
                    \(voice)\(escaped(oneLine(segment.text)))


                    """
            }.joined()
    }

    private static func markdown(_ transcript: TranscriptDocument) -> String {
        var speaker: String?
        let heading = transcript.title.map { "# \(markdownEscaped(oneLine($0)))\n\n" } ?? ""
        return heading
            + transcript.segments.map { segment in
                defer { speaker = segment.speaker }
                let name = segment.speaker.flatMap { $0 == speaker ? nil : "**\(markdownEscaped(oneLine($0)))** " }
                let text = markdownEscaped(oneLine(segment.text))
                return "[\(clock(Int(segment.start)))] \(name ?? "")\(text)\n\n"
            }.joined()
    }

    private static func label(_ segment: TranscriptSegment, unless last: String?) -> String {
        guard let speaker = segment.speaker, speaker != last else { return "" }
        return oneLine(speaker) + ": "
    }

    /// A blank line would end a cue, a line break a paragraph.
    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { $0.trimmed() }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// WebVTT cue text (section 4.2.2 of its specification): `&`, `<` and, for the arrow `-->`, `>`.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.append(character)
            }
        }
    }

    private static func markdownEscaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            if "\\`*_[]<>#|".contains(character) { result.append("\\") }
            result.append(character)
        }
    }

    private static func rounded(_ seconds: Double) -> Double {
        (seconds * 1000).rounded() / 1000
    }
}

extension Substring {
    fileprivate func trimmed() -> Substring {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
