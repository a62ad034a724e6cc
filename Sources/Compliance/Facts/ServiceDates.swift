package import Kernel

/// The day of service, and how the note says it.
package struct ServiceDate: Sendable {
    package enum Source: Sendable {
        /// A label says so: `DOS`, `Visit date`, `seen`.
        case label
        /// A date over the note without a label.
        case header
        /// Nothing but a signature is dated.
        case signature
    }

    package let found: FoundDate
    package let source: Source

    package var date: CivilDate? { found.date }
    package var range: Range<Int> { found.range }
}

/// The days of a note that have an order.
package struct ServiceDates: Sendable {
    package var service: ServiceDate?
    package var birth: FoundDate?
    /// Of the condition: onset, injury, operation, exacerbation.
    package var onsets: [FoundDate] = []
    /// Of the first treatment in this episode.
    package var startOfCare: FoundDate?
    /// `from 3/1/2025 to 4/2/2025`, `seen … - …`: what a report covers.
    package var period: (from: FoundDate, to: FoundDate)?
    /// Every from-to of two full dates.
    package var ranges: [(from: FoundDate, to: FoundDate)] = []
}

struct ServiceDateReader {
    let note: NoteText
    let dates: NoteDates
    let outline: Outline
    let signatures: [Signature]

    enum Label: Sendable {
        /// Labels of the day of service; `date` alone counts near the top only.
        case service, bareDate
        case birth, onset, start, period, seen
        /// Labels of other days: a date behind one is none of the above.
        case other
    }

    private static let labels = CueTable<Label>([
        (
            [
                "DOS", "D.O.S.", "date of service", "dates of service", "service date", "visit date", "date of visit",
                "treatment date",
                "date of treatment", "tx date", "date of tx", "session date", "date of session", "encounter date",
                "date of encounter",
                "appointment date", "date seen", "evaluation date", "eval date", "date of evaluation", "date of eval",
                "report date",
                "date of report", "date of discharge", "discharge date", "date written", "today's date", "date of note",
                "note date",
                "treated on", "date treated", "today", "appt date", "date of appointment", "date of this visit",
                "IE date", "date of IE",
                "date completed", "date of assessment", "assessment date", "exam date", "date of exam", "DOE",
            ], .service
        ),
        (["date"], .bareDate),
        (
            [
                "seen", "seen on", "seen today", "seen for treatment on", "seen for treatment", "treated", "evaluated",
                "evaluated on", "presented on",
                "attended therapy on", "attended on", "visit on", "session on", "treatment on", "visit of",
                "session of", "service on", "seen for visit on",
            ], .seen
        ),
        (["DOB", "D.O.B.", "date of birth", "born", "birth date", "birthdate", "b.", "birthday"], .birth),
        (
            [
                "onset", "onset date", "date of onset", "onset of symptoms", "symptom onset", "date of injury", "DOI",
                "injury date", "injured on",
                "injury on", "date of surgery", "surgery date", "surgical date", "surgery", "operated on",
                "exacerbation", "exacerbation on", "flare since",
                "flare on", "symptoms since", "symptoms began", "symptoms started", "began on", "started on",
                "performed", "performed on", "date of accident", "accident date",
                "fell on", "fall on", "DOO", "date of exacerbation", "fracture on", "stroke on", "CVA on", "CVA",
                "diagnosed on", "referred",
            ], .onset
        ),
        (
            [
                "SOC", "S.O.C.", "start of care", "start of care date", "SOC date", "initial evaluation",
                "initial eval", "initial evaluation date",
                "initial eval date", "initial visit", "first visit", "first treatment", "date of initial evaluation",
                "date of initial eval",
                "start date of care", "episode start", "care began", "therapy began", "therapy started", "eval", "IE",
                "evaluated initially",
            ], .start
        ),
        (
            [
                "reporting period", "period covered", "report period", "progress period", "period of", "period",
                "dates covered", "covering", "this report covers",
                "dates of report", "report covers", "treatment period", "interval", "report dates",
                "dates of treatment",
            ], .period
        ),
        (
            [
                "cert", "certification", "certified", "recert", "recertification", "recertified", "expires", "expired",
                "physician", "MD", "surgeon follow up",
                "follow up", "follow-up", "f/u", "appointment", "appt", "signed", "signature", "electronically signed",
                "/s/", "order", "orders", "ordered",
                "referral", "referral date", "faxed", "fax", "sent", "received", "returned", "verbal", "saw", "stay",
                "admitted", "admission", "hospitalized",
                "discharged from", "last progress report", "last PR", "last PN", "last report", "last seen",
                "next visit", "next", "goal", "by", "cosigned",
                "MD visit", "last visit", "since", "printed", "insurance", "authorization", "auth", "thru", "through",
                "ended", "valid", "version", "revised",
            ], .other
        ),
    ])

    func read() -> ServiceDates {
        var found = ServiceDates()
        let taken = signatures.compactMap { $0.date?.range }
        found.ranges = ranges()
        var headers: [FoundDate] = []
        var labelled: (date: FoundDate, rank: Int)?
        for date in dates.dates where date.precision == .day || date.precision == .monthDay || !date.isPossible {
            guard !taken.contains(date.range) else { continue }
            let label = label(before: date).flatMap { $0 == .seen && isOthersVisit(date) ? .other : $0 }
            let range = found.ranges.first { $0.from.range == date.range || $0.to.range == date.range }
            switch label {
            case .birth: found.birth = found.birth ?? date
            case .onset: found.onsets.append(date)
            case .start:
                if range == nil || range?.from.range == date.range { found.startOfCare = found.startOfCare ?? date }
            case .period, .seen:
                if let range {
                    found.period = found.period ?? range
                } else if label == .seen, labelled == nil {
                    labelled = (date, 2)
                }
            case .service, .bareDate:
                if let range, range.to.range == date.range || label == .bareDate {
                    found.period = found.period ?? range
                }
                let rank = label == .service ? 3 : 1
                if rank == 3 || isNearTop(date), rank > labelled?.rank ?? 0 { labelled = (date, rank) }
            case .other: break
            case nil:
                if isSaidOfTreatment(date) {
                    if labelled == nil { labelled = (date, 2) }
                } else if isHeader(date), range == nil {
                    headers.append(date)
                }
            }
        }
        if let labelled {
            found.service = ServiceDate(found: labelled.date, source: .label)
        } else if let header = headers.first {
            found.service = ServiceDate(found: header, source: .header)
        } else if let signed = signatures.ofAuthors.last(where: { $0.date != nil })?.date {
            found.service = ServiceDate(found: signed, source: .signature)
        }
        return found
    }

    /// The nearest label on the line before a date, with no other date, cell or sentence between that would cut it off.
    private func label(before date: FoundDate) -> Label? {
        let first = behindLabel(date)
        let window = note.tokens(before: first, atMost: 9)
        let previous = dates.dates.last { $0.range.upperBound <= date.range.lowerBound }
        var at = first - 1
        var words = 0
        while at >= window.lowerBound {
            let token = note.tokens[at]
            if let previous, token.range.lowerBound < previous.range.upperBound, words > 1 { return nil }
            if let previous, token.range.lowerBound < previous.range.upperBound {
                // a second date of a range has the label of the first
                return isRangeSign(at + 1, first)
                    || words <= 1
                        && note.tokens[at + 1..<first].contains(where: {
                            ["to", "thru", "through", "-", "–", "until"].contains($0.key)
                        })
                    ? label(before: previous) : nil
            }
            if token.isSymbol(";") { return nil }
            if token.isSymbol("."), note.tokens[at + 1].range.lowerBound > token.range.upperBound, at > 0,
                note.tokens[at - 1].range.count > 3
            {
                return nil
            }
            if token.isWord || token.isSymbol("/"), let (label, end) = longest(endingAt: at, from: window.lowerBound),
                end <= first
            {
                return label
            }
            if token.isWord { words += 1 }
            at -= 1
        }
        return nil
    }

    /// The token of a date, or of the dots that lead to it: `Visit date........ 16-Sep-2025`.
    private func behindLabel(_ date: FoundDate) -> Int {
        let first = note.firstToken(from: date.range.lowerBound)
        var dots = first
        while dots > 0, [".", "\u{2026}", "_"].contains(note.key(dots - 1)) { dots -= 1 }
        return first - dots > 2 ? dots : first
    }

    /// The longest label whose last token is `last`.
    private func longest(endingAt last: Int, from lowest: Int) -> (Label, Int)? {
        for start in max(lowest, last - 5)...last {
            if let (label, end) = Self.labels.match(note, at: start), end > last { return (label, end) }
        }
        return nil
    }

    private func isRangeSign(_ from: Int, _ to: Int) -> Bool {
        from + 1 == to && ["-", "–", "—", "to", "thru", "through", "until", "till"].contains(note.key(from))
    }

    private func ranges() -> [(from: FoundDate, to: FoundDate)] {
        zip(dates.dates, dates.dates.dropFirst()).filter { one, other in
            guard one.precision == .day || one.precision == .monthDay, other.precision == .day else { return false }
            let between = note.tokens(in: one.range.upperBound..<max(one.range.upperBound, other.range.lowerBound))
            guard !between.isEmpty, between.count <= 2 else { return false }
            return between.contains {
                ["-", "–", "—", "to", "thru", "through", "until", "till"].contains(note.key($0))
            }
                && between.allSatisfy { note.tokens[$0].kind != .lineBreak }
        }.map { ($0, $1) }
    }

    private func isNearTop(_ date: FoundDate) -> Bool {
        note.line(at: date.range.lowerBound) < 12 && date.range.lowerBound < 700
    }

    /// Over the first section, or in a title: nothing else says what this date is.
    private func isHeader(_ date: FoundDate) -> Bool {
        guard date.precision == .day, note.line(at: date.range.lowerBound) < 8, date.range.lowerBound < 400 else {
            return false
        }
        let line = note.lines[note.line(at: date.range.lowerBound)]
        // a title may hold the whole header: `OT note   7/18/25   visit 6   cert …`
        let isInTitle = line.lowerBound == note.lines.first?.lowerBound && date.range.lowerBound < 60
        return (line.count <= 90 || isInTitle) && outline.section(at: date.range.lowerBound).kind == .header
            && !isSaidOfElsewhere(date)
    }
}

enum ServiceDatesFact: Fact {
    static func find(in facts: NoteFacts) -> ServiceDates {
        ServiceDateReader(note: facts.note, dates: facts.dates, outline: facts.outline, signatures: facts.signatures)
            .read()
    }
}

extension NoteFacts {
    package var serviceDates: ServiceDates { self[ServiceDatesFact.self] }
    /// The day of treatment or of the report; of an evaluation it is the first day of care.
    package var dateOfService: ServiceDate? { serviceDates.service }
    /// The first treatment of the episode: the evaluation itself, a date labelled so, else the first day of a certified or
    /// reported period that begins with care.
    package var startOfCare: CivilDate? {
        if noteType == .evaluation, let service = dateOfService?.date { return service }
        if let start = serviceDates.startOfCare?.date { return start }
        return noteType == .discharge ? serviceDates.period?.from.date : nil
    }
}
