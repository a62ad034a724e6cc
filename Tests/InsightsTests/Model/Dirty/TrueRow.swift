/// What a record of a dirty file truly says, whatever its notation.
struct TrueRow {
    enum Certificate {
        case none
        case given
        case reason(String)
    }

    struct Time: Hashable {
        /// Seconds since 1970 by UTC, and nanoseconds beyond them.
        var utc: Int
        var nanoseconds = 0

        /// Nanoseconds since 1970 by the clock on the wall.
        var local: Int { NaiveClock.local(utc: utc) * 1_000_000_000 + nanoseconds }
    }

    /// Why a record is not counted as attendance; the first of these that holds is the reason.
    var isMalformed = false
    /// Nil is blank.
    var id: String?
    /// Nil is a date that does not exist or is none.
    var time: Time?
    var isCancelled = false

    var firstName = ""
    var surname = ""
    var adviser = ""
    var event = TrueEvent(description: "", kind: .teaching)
    var isRegisterType50 = false
    var isPresent = false
    var certificate = Certificate.none
    /// Texts in `present` and `cancelled` that mean neither yes nor no.
    var oddTokens = 0
}

struct TrueEvent {
    enum Kind: UInt8 {
        case teaching = 0
        case placement = 1
        case study = 2
    }

    let description: String
    let kind: Kind

    static let all = [
        TrueEvent(description: "MBChB Lecture", kind: .teaching), TrueEvent(description: "", kind: .teaching),
        TrueEvent(description: "Séminaire: cœur, poumons", kind: .teaching),
        TrueEvent(description: "MED PLAC no dot", kind: .teaching),
        TrueEvent(description: "The \"big\" lecture; part 2", kind: .teaching),
        TrueEvent(description: "MED.PLAC.RLI", kind: .placement),
        TrueEvent(description: "visit MED.OTHR FGH", kind: .placement),
        TrueEvent(description: "Palliative Care day", kind: .placement),
        TrueEvent(description: "MED.PLAC.FGH", kind: .placement),
        TrueEvent(description: "MED.STUDY week", kind: .study),
        TrueEvent(description: "MED.PLAC self study", kind: .study),
        TrueEvent(description: "Guided Self-Study", kind: .study),
    ]
}
