import Foundation
import Kernel
import Testing

@testable import Speech

struct TranscriptFormatTests {
    private let transcript = TranscriptDocument(
        title: "Heart *& lungs", duration: 3725.5, language: "en", model: "base",
        segments: [
            TranscriptSegment(
                start: 0.5, end: 2.25, text: "Blood < 5 & more --> less.",
                words: [TranscriptWord(start: 0.5, end: 0.75, text: "Blood")], speaker: "Dr Nkosi"),
            TranscriptSegment(start: 3, end: 4, text: "Second\nline\n\n with breaks", speaker: "Dr Nkosi"),
            TranscriptSegment(start: 3661.0406, end: 3662.9996, text: "課程 continues."),
        ])

    private func written(_ format: TranscriptFormat) -> String {
        String(decoding: format.write(transcript), as: UTF8.self)
    }

    @Test func plainText() {
        #expect(
            written(.txt)
                == """
                Dr Nkosi: Blood < 5 & more --> less.
                Second line with breaks
                課程 continues.

                """)
    }

    @Test func subRip() {
        #expect(
            written(.srt)
                == """
                1
                00:00:00,500 --> 00:00:02,250
                Dr Nkosi: Blood < 5 & more --> less.

                2
                00:00:03,000 --> 00:00:04,000
                Dr Nkosi: Second line with breaks

                3
                01:01:01,041 --> 01:01:03,000
                課程 continues.


                """)
    }

    @Test func webVTT() {
        #expect(
            written(.vtt)
                == """
                WEBVTT

                00:00:00.500 --> 00:00:02.250
                <v Dr Nkosi>Blood &lt; 5 &amp; more --&gt; less.

                00:00:03.000 --> 00:00:04.000
                <v Dr Nkosi>Second line with breaks

                01:01:01.041 --> 01:01:03.000
                課程 continues.


                """)
    }

    @Test func markdown() {
        #expect(
            written(.markdown)
                == """
                # Heart \\*& lungs

                [00:00:00] **Dr Nkosi** Blood \\< 5 & more --\\> less.

                [00:00:03] Second line with breaks

                [01:01:01] 課程 continues.


                """)
    }

    @Test func json() throws {
        let json = try JSONParser.value(TranscriptFormat.json.write(transcript))
        #expect(json["duration"] == .number(3725.5))
        #expect(json["language"] == "en")
        let segments = try #require(json["segments"]?.array)
        #expect(segments.count == 3)
        #expect(segments[0]["text"] == "Blood < 5 & more --> less.")
        #expect(segments[0]["words"]?.array?.first?["end"] == .number(0.75))
        #expect(segments[2]["speaker"] == .null)
        #expect(segments[2]["start"] == .number(3661.041))
        var bare = transcript
        bare.listsWords = false
        #expect(try JSONParser.value(TranscriptFormat.json.write(bare))["segments"]?.array?[0]["words"] == nil)
    }

    @Test(arguments: [
        (TranscriptFormat.txt, ""), (.srt, ""), (.vtt, "WEBVTT\n\n"), (.markdown, ""),
        (.json, #"{"duration":20,"language":null,"model":"base","segments":[]}"#),
    ])
    func aRecordingWithoutSpeech(_ format: TranscriptFormat, _ expected: String) {
        let empty = TranscriptDocument(duration: 20, language: nil, model: "base", segments: [])
        #expect(String(decoding: format.write(empty), as: UTF8.self) == expected)
    }
}
