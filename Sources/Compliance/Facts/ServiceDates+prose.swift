/// Days of treatment in prose.
extension ServiceDateReader {
    private static let attended: Set<String> = [
        "seen", "treated", "attended", "attends", "arrived", "presented", "presents", "came", "visited", "participated",
        "received", "provided", "session", "treatment", "visit", "therapy", "place", "worked", "completed",
    ]
    /// A day of these is no treatment day of this note: other people's visits, what happened to the patient, other times.
    private static let elsewhere: Set<String> = [
        "surgeon", "dr", "physician", "md", "doctor", "er", "ed", "hospital", "neurologist", "cardiologist", "pcp",
        "fell", "fall", "injured", "injury", "admitted", "discharged", "surgery", "onset", "accident", "referred",
        "ordered", "certified", "certification", "cert", "signed", "faxed", "sent", "last", "previous", "prior", "next",
        "will", "again", "until", "since", "scheduled", "follow", "born", "goal", "evaluation", "evaluated", "eval",
        "plan", "return", "returns", "due", "expires", "report", "imaging", "mri", "began", "started", "performed",
    ]

    /// `was seen at home, 22 Pelican Court, on 2 April 2026 from 9:00 to 9:55`: a clause of prose that tells of attending,
    /// with the day behind `on` or a weekday.
    func isSaidOfTreatment(_ date: FoundDate) -> Bool {
        guard date.precision == .day else { return false }
        let first = note.firstToken(from: date.range.lowerBound)
        let sentence = note.tokens(in: note.sentence(at: date.range.lowerBound))
        guard sentence.contains(first), note.key(first - 1) == "on" || isWeekday(first) || isClocked(date) else {
            return false
        }
        let before = sentence.lowerBound..<first
        return before.contains { Self.attended.contains(note.key($0)) }
            && !before.contains { Self.elsewhere.contains(note.key($0)) }
    }

    private func isWeekday(_ at: Int) -> Bool {
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].contains(note.key(at))
    }

    /// A time of day right behind the date.
    private func isClocked(_ date: FoundDate) -> Bool {
        let next = note.tokens(from: note.firstToken(from: date.range.upperBound), atMost: 5)
        return next.contains {
            note.key($0) == ":" && note.wholeNumber($0 - 1) != nil && note.wholeNumber($0 + 1) != nil
        }
    }

    /// `She fell at home, near the stove, on 2 April 2026`: a sentence, not a header's field.
    func isSaidOfElsewhere(_ date: FoundDate) -> Bool {
        let first = note.firstToken(from: date.range.lowerBound)
        let sentence = note.tokens(in: note.sentence(at: date.range.lowerBound))
        guard note.key(first - 1) == "on", sentence.lowerBound < first else { return false }
        return (sentence.lowerBound..<first).contains { Self.elsewhere.contains(note.key($0)) }
    }

    /// `seen by her surgeon on 4/2/26`, `last treatment … on`, `will be seen on`.
    func isOthersVisit(_ date: FoundDate) -> Bool {
        let first = note.firstToken(from: date.range.lowerBound)
        let sentence = note.tokens(in: note.sentence(at: date.range.lowerBound))
        guard sentence.contains(first) else { return false }
        let words: Set<String> = [
            "surgeon", "physician", "doctor", "will", "next", "last", "again", "fell", "scheduled",
        ]
        return note.tokens(before: first, atMost: 12).contains { sentence.contains($0) && words.contains(note.key($0)) }
    }
}
