import Kernel
import Testing

@testable import Compliance

/// Notes cut short, with pieces lost, doubled and exchanged: every one is read, judged and masked, and ends nothing.
struct DamagedNoteTests {
    static let asOf = CivilDate(dayNumber: 20_600)

    @Test(arguments: [UInt64(1), 2, 3]) func noDamageEndsAReview(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for note in try SampleNotes.all() {
            let damaged = NoteText(Damage.done(to: note.text, with: &random))
            let review = Reviewer().review(
                damaged, ReviewContext(asOf: Self.asOf, noteType: random.one(of: NoteType.allCases + [nil])))
            let length = damaged.scalars.count
            #expect(review.findings.allSatisfy { $0.evidence.allSatisfy { 0 <= $0.start && $0.end <= length } })
            let found = try Scrubber().scrub(damaged)
            #expect(found.spans.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= length })
        }
    }

    @Test(arguments: [
        "", " ", "\n", ":", "|", "|\n|", "LTG", "TUG 14", "97110", "x", "/s/", "—", "\u{301}", "👩‍⚕️", "2x/",
    ])
    func whatIsHardlyANoteIsJudgedToo(text: String) throws {
        let note = NoteText(text)
        for type in NoteType.allCases {
            let review = Reviewer().review(note, ReviewContext(asOf: Self.asOf, noteType: type))
            #expect(
                review.findings.allSatisfy { finding in
                    finding.evidence.allSatisfy { $0.end <= text.unicodeScalars.count }
                })
        }
        #expect(try Scrubber().scrub(note).spans.allSatisfy { $0.end <= text.unicodeScalars.count })
    }
}

/// What copying, scanning and dictating do to a text.
enum Damage {
    static func done(to text: String, with random: inout SeededRandom) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<random.number(1...6) where scalars.count > 8 {
            let start = random.number(0...(scalars.count - 2))
            let end = min(scalars.count, start + random.number(1...60))
            switch random.number(0...5) {
            case 0: scalars.removeSubrange(start...)
            case 1: scalars.removeSubrange(..<start)
            case 2: scalars.removeSubrange(start..<end)
            case 3: scalars.insert(contentsOf: scalars[start..<end], at: random.number(0...scalars.count))
            case 4: scalars.removeAll { $0 == random.one(of: ["\n", ".", ":", "/", " ", "-"]) }
            default: scalars[start] = random.one(of: ["\n", "|", "(", "0", "/", "\u{FFFD}", "\u{0}", "é", "\u{2019}"])
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
