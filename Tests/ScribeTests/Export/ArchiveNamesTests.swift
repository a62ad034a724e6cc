import Kernel
import Testing

@testable import Scribe

@Suite struct ArchiveNamesTests {
    @Test(arguments: [
        ("lecture.wav", "audio/lecture.wav"), ("../../etc/passwd", "audio/passwd.wav"),
        ("C:\\temp\\x.WAV", "audio/x.wav"),
        ("/absolute.mp3", "audio/absolute.wav"), ("課程.wav", "audio/課程.wav"), ("a\u{0}b\n.wav", "audio/a_b_.wav"),
        ("", "audio/file.wav"), ("..", "audio/file.wav"), ("CON", "audio/CON_.wav"), ("what?.wav", "audio/what_.wav"),
        ("trailing. .wav", "audio/trailing.wav"), ("right\u{202E}gpj.wav", "audio/right_gpj.wav"),
        ("Week 3. The heart", "audio/Week 3. The heart.wav"),
    ])
    func namesAreSafeEverywhere(display: String, expected: String) {
        var names = ArchiveNames()
        #expect(names.add(display, in: "audio", ending: "wav") == expected)
    }

    @Test func sameNamesAreNumberedWhateverTheirCase() {
        var names = ArchiveNames()
        let made = ["a.wav", "A.WAV", "a (2).wav", "a.wav"].map { names.add($0, in: "audio", ending: "wav") }
        #expect(made == ["audio/a.wav", "audio/A (2).wav", "audio/a (2) (2).wav", "audio/a (3).wav"])
        #expect(names.add("a.wav", in: "attachments", ending: nil) == "attachments/a.wav")
    }

    @Test(arguments: [String(repeating: "x", count: 400), String(repeating: "課", count: 300)])
    func longNamesAreCut(display: String) {
        var names = ArchiveNames()
        #expect(names.add(display + ".pdf", in: "attachments", ending: nil).utf8.count <= 230)
        #expect(names.add(display + ".pdf", in: "attachments", ending: nil).hasSuffix(" (2).pdf"))
    }

    @Test func idsAreExchangedWhereverTheyStand() {
        var identifiers = ArchiveIdentifiers()
        let id = "0193a5c0-7c1e-7000-8000-5f2b8e1d4c3a"
        let archived = identifiers.archived(id, .recording)
        #expect(archived == ArchiveIdentifiers.id(.recording, 0))
        #expect(identifiers.archived(id, .recording) == archived, "the same thing has one id")
        #expect(identifiers.exchange("segment:\(id):3, \(id)") == "segment:\(archived):3, \(archived)")
        #expect(identifiers.exchange("ünïcode-\(id)-") == "ünïcode-\(archived)-")
        let other = "0193a5c0-7c1e-7000-8000-5f2b8e1d4c3b"
        for text in ["", "short", "a-b-c-d", other, String(id.dropLast())] {
            #expect(identifiers.exchange(text) == text)
        }
        #expect(
            identifiers.exchange(.object(["a": .array([.string(id), 3, nil])]))
                == .object(["a": .array([.string(archived), 3, nil])]))
    }
}
