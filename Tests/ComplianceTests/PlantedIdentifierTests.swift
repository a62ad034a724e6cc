import Compliance
import Foundation
import Kernel
import Testing

/// Random persons and numbers in random layouts (synthetic): nothing planted may be readable in the masked text.
struct PlantedIdentifierTests {
    @Test func nothingPlantedSurvives() throws {
        var random = SeededRandom(seed: 20_250_505)
        for _ in 0..<400 {
            let note = PlantedNote(&random)
            let masked = try Scrubber().scrub(NoteText(note.text)).masked.lowercased()
            for planted in note.planted {
                #expect(!Self.contains(masked, planted.lowercased()), "\(planted) in: \(masked)")
            }
        }
    }

    @Test func nothingOfTheSampleNotesSurvives() throws {
        for note in try SampleNotes.all() {
            let masked = try Scrubber().scrub(NoteText(note.text)).masked
            for words in note.spans.map({ note.words($0) }) where words.count > 3 && !note.repeatsElsewhere(words) {
                #expect(!Self.contains(masked, words), "\(note.id): \(words)")
            }
        }
    }

    /// Whole words alone: "Ann" is not in "planned".
    private static func contains(_ text: String, _ word: String) -> Bool {
        var from = text.startIndex
        while let found = text.range(of: word, range: from..<text.endIndex) {
            let before = found.lowerBound == text.startIndex ? nil : text[text.index(before: found.lowerBound)]
            let after = found.upperBound == text.endIndex ? nil : text[found.upperBound]
            let isJoined = [before, after].contains { $0.map { $0.isLetter || $0.isNumber } ?? false }
            if !isJoined { return true }
            from = found.upperBound
        }
        return false
    }
}

private struct PlantedNote {
    var text: String
    var planted: [String]

    private static let given = [
        "Adaeze", "Bjorn", "Chidinma", "Dmitri", "Eleni", "Fatima", "Giuseppe", "Haruto", "Ingrid", "Jamal", "Keanu",
        "Lakshmi",
        "Mohammed", "Nguyet", "Oluwaseun", "Priya", "Quentin", "Rosalind", "Siobhan", "Tamika", "Ursula", "Venkat",
        "Wanjiru",
        "Ximena", "Yevgenia", "Zbigniew", "María", "José", "Zoë", "Małgorzata",
    ]
    private static let surnames = [
        "Abernathy", "Bankole", "Castellanos", "Deshpande", "Esposito", "Fitzpatrick", "Gunderson", "Hussein", "Iyer",
        "Jankowski",
        "Kowalczyk", "Lindqvist", "Mbeki", "Nakagawa", "O'Shaughnessy", "Papadopoulos", "Quigley", "Rasmussen",
        "Szczepanski",
        "Tesfaye", "Uchida", "Volkov", "Wójcik", "Xiong", "Yazzie", "Zamora", "Müller", "Núñez", "Smith-Jones",
        "McAllister",
    ]

    init(_ random: inout SeededRandom) {
        func pick(_ list: [String]) -> String { list[Int(random.next() % UInt64(list.count))] }
        let (first, last) = (pick(Self.given), pick(Self.surnames))
        let (relative, provider) = (pick(Self.given), pick(Self.surnames))
        let number = String(10_000_000 + random.next() % 89_999_999)
        let phone = "555-01\(10 + random.next() % 89)"
        let head = pick([
            "Patient: \(last), \(first)   MRN: \(number)", "Name: \(first) \(last)\nMRN \(number)",
            "| Patient | \(first) \(last) |\n|---|---|\n| MR# | \(number) |",
            "Pt name: \(first) Q. \(last)   Chart # \(number)",
            "RE: Mrs. \(first) \(last), born 3/4/1950, MRN \(number)",
            "\(first) \(last) is a 71-year-old man. (med rec \(number))",
        ])
        let body = pick([
            "\(first) reports pain 4/10. Daughter \(relative) attended. Call \(relative) at (503) \(phone).",
            "Mr. \(last) walked 150 ft. His wife, \(relative), helps. Tel: 503-\(phone).",
            "\(last)'s gait is slow. Caregiver \(relative) \(last) present. Phone 503.\(phone.replacingOccurrences(of: "-", with: ".")).",
            "Spoke w/ Dr. \(provider) re: WBAT. Emergency contact: \(relative) \(last) (son) 503 \(phone)",
        ])
        let end = pick([
            "Electronically signed by \(relative) \(provider), PT, DPT on 05/05/2025 14:32",
            "/s/ \(provider), OTR/L   5/5/25",
            "Signed: \(first.prefix(1)). \(provider), CCC-SLP (May 5, 2025)",
            "Referring: Dr. \(provider). Cosigned by \(relative) \(provider) MD",
        ])
        let whole = head + "\nDate of service: 05/05/2025\n\n" + body + "\nSkilled PT needed. Berg 41/56.\n\n" + end
        switch random.next() % 4 {
        case 0: text = whole.lowercased()
        case 1: text = whole.uppercased()
        default: text = whole
        }
        planted =
            [first, last, number, phone] + (body.contains(relative) ? [relative] : [])
            + (end.contains(provider) ? [provider] : [])
    }
}
