import Foundation
import Kernel
import Testing

struct CivilDateTests {
    struct Cases: Decodable {
        struct Day: Decodable {
            let date: String
            let weekday: Int
            let number: Int
        }

        struct Adding: Decodable {
            let date: String
            let days: Int
            let result: String
        }

        struct Local: Decodable {
            let instant: String
            let zone: String
            let date: String
            let time: String
        }

        let days: [Day]
        let refused: [String]
        let adding: [Adding]
        let local: [Local]
        let instants: [Local]
    }

    let cases: Cases

    init() throws {
        cases = try Vectors.load("dates/civil.json")
    }

    @Test func readsDaysThatExist() throws {
        for day in cases.days {
            let date = try #require(CivilDate(day.date))
            #expect(date.description == day.date)
            #expect(date.weekday == day.weekday)
            #expect(date.dayNumber == day.number)
            #expect(CivilDate(dayNumber: day.number) == date)
        }
    }

    @Test func refusesEverythingElse() {
        for text in cases.refused { #expect(CivilDate(text) == nil, "\(text)") }
    }

    @Test func countsDays() throws {
        for adding in cases.adding {
            let date = try #require(CivilDate(adding.date))
            let result = date.adding(days: adding.days)
            #expect(result.description == adding.result)
            #expect(date.days(to: result) == adding.days)
            #expect((date < result) == (adding.days > 0))
        }
    }

    @Test func aMomentHasTheSchoolsDayAndTime() throws {
        for local in cases.local {
            let instant = try #require(Instant(rfc3339: local.instant))
            let zone = try #require(TimeZone(identifier: local.zone))
            #expect(CivilDate(instant, in: zone).description == local.date)
            #expect(CivilTime(instant, in: zone).description == local.time)
        }
    }

    @Test func aLocalTimeIsAMomentAlsoWhenTheClocksChange() throws {
        for local in cases.instants {
            let date = try #require(CivilDate(local.date))
            let time = try #require(CivilTime(local.time))
            let zone = try #require(TimeZone(identifier: local.zone))
            #expect(
                date.instant(at: time, in: zone).rfc3339 == local.instant, "\(local.date) \(local.time) \(local.zone)")
        }
    }

    @Test(arguments: ["", "9:00", "24:00", "09:60", "09:00:00", "09.00", "ab:cd", "0９:00"]) func refusesTimes(
        text: String
    ) {
        #expect(CivilTime(text) == nil)
    }
}
