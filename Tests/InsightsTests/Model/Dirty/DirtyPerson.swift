import Kernel
@testable import Insights

/// A student whose rows a dirty file holds.
struct DirtyPerson {
    let id: String
    let firstName: String
    let surname: String
    let adviser: String

    /// Every character but of `wide` names is in Windows-1252; some are words that software takes for "missing", and some look like formulas.
    private static let firstNames = [
        "Mary Jane", "Chloé", "NA", "None", "null", "=cmd()", "O\"Neil", "Zoë", "Jürgen", "+44", "nan", "Søren", "Ann",
    ]
    private static let surnames = [
        "Smith, Jr", "Núñez", "NA", "Null", "O’Brien", "de Souza", "<b>Tag</b> & Co", "Zhou; Li", "The \"Duke\" Q",
        "\"Quote\" first", "Ångström", "-1", "@home", "None",
    ]
    private static let wide = ["Łukasz", "Thảo", "Ağaoğlu", "Żak", "李明", "Ѳеодоръ", "👩🏽‍⚕️ Ada", "e\u{301}mile"]
    private static let advisers = [
        "Dr A", "Dr Bell", "Smith, Dr J", "Dr \"Bo\" Larsen", "N/A", "None", "Müller, Prof", "",
    ]

    static func people(isWide: Bool, _ random: inout SeededRandom) -> [DirtyPerson] {
        let ids = ["36000001", "00012345", "12345", "H0012345", "7", "007", "36 000 009"].shuffled(using: &random)
        return ids.prefix(random.number(2...5)).map { id in
            DirtyPerson(
                id: id, firstName: random.one(of: isWide ? wide : firstNames), surname: random.one(of: surnames),
                adviser: random.one(of: advisers))
        }
    }

    /// A new row, or one near or equal to an earlier one in time.
    static func row(
        of people: [DirtyPerson], after rows: [TrueRow], _ random: inout SeededRandom
    ) -> TrueRow {
        let person = random.one(of: people)
        var row = TrueRow()
        row.id = person.id
        row.firstName = random.chance(0.1) ? "" : random.chance(0.1) ? random.one(of: firstNames) : person.firstName
        row.surname = random.chance(0.1) ? random.one(of: surnames) : person.surname
        row.adviser = random.chance(0.1) ? random.one(of: advisers) : person.adviser
        row.event = random.one(of: TrueEvent.all)
        row.time = time(&random)
        row.isPresent = random.chance(0.5)
        row.isRegisterType50 = random.chance(0.15)
        row.certificate = random.one(of: certificates)
        row.isCancelled = random.chance(0.06)
        if !rows.isEmpty, random.chance(0.5) {
            let earlier = random.one(of: rows)
            row.id = earlier.id ?? person.id
            if let time = earlier.time { row.time = random.chance(0.4) ? time : later(time, &random) }
            if random.chance(0.7) { row.event = earlier.event }
        }
        if random.chance(0.04) { row.id = nil }
        if random.chance(0.06) { row.time = nil }
        return row
    }

    private static let certificates: [TrueRow.Certificate] = [
        .none, .none, .none, .none, .given, .reason("Flu"), .reason("Migraine, again"), .reason("NA"),
        .reason("Grand-mère malade"), .reason("present"),
    ]

    private static func time(_ random: inout SeededRandom) -> TrueRow.Time {
        let minute: Int
        switch random.number(0...9) {
        case 0:
            minute =
                NaiveClock.change(random.one(of: [3, 10]), random.number(2024...2026)) / 60 + random.number(-120...120)
        case 1: minute = NaiveClock.days(random.number(2000...2099), random.number(1...12), 28) * 1440 + 600
        case 2: return midnight(random.number(2024...2026), random.number(1...12), random.number(1...28))
        default: minute = NaiveClock.days(2025, 10, random.number(1...12)) * 1440 + random.number(480...1080)
        }
        switch random.number(0...5) {
        case 0: return TrueRow.Time(utc: minute * 60 + random.number(0...59))
        case 1:
            return TrueRow.Time(
                utc: minute * 60, nanoseconds: random.number(1...999) * random.one(of: [1, 1000, 1_000_000]))
        default: return TrueRow.Time(utc: minute * 60)
        }
    }

    private static func midnight(_ year: Int, _ month: Int, _ day: Int) -> TrueRow.Time {
        let local = NaiveClock.days(year, month, day) * 86_400
        return TrueRow.Time(utc: NaiveClock.local(utc: local - 3600) == local ? local - 3600 : local)
    }

    /// Within, at and just beyond ten minutes.
    private static func later(_ time: TrueRow.Time, _ random: inout SeededRandom) -> TrueRow.Time {
        switch random.number(0...5) {
        case 0: return TrueRow.Time(utc: time.utc + 600, nanoseconds: time.nanoseconds)
        case 1: return TrueRow.Time(utc: time.utc + 599, nanoseconds: 999_999_999)
        case 2: return TrueRow.Time(utc: time.utc + 601, nanoseconds: 0)
        default: return TrueRow.Time(utc: time.utc + 60 * random.number(0...12), nanoseconds: time.nanoseconds)
        }
    }
}
