import Kernel
import Sync
import Testing

struct IdentityTests {
    struct Cases: Decodable {
        struct Derived: Decodable {
            let parts: [String]
            let id: String
        }

        struct Session: Decodable {
            let group: String
            let date: CivilDate
            let period: String
            let id: String
        }

        struct Key: Decodable {
            let session: String
            let student: String
            let text: String
        }

        let derived: [Derived]
        let sessions: [Session]
        let markKeys: [Key]
        let refusedMarkKeys: [String]
    }

    let cases: Cases

    init() throws {
        cases = try Vectors.load("sync/identity.json")
    }

    @Test func everybodyDerivesTheSameSession() {
        for derived in cases.derived {
            #expect(Identifier.derived(derived.parts) == derived.id)
            #expect(Identifier.isValid(derived.id))
        }
        for session in cases.sessions {
            #expect(SessionIdentity.id(group: session.group, date: session.date, period: session.period) == session.id)
        }
    }

    @Test func thePeriodIsTheStartOrTheDay() {
        #expect(SessionIdentity.period(start: CivilTime("09:05")) == "09:05")
        #expect(SessionIdentity.period(start: nil) == "day")
    }

    @Test func aMarkIsNamedBySessionAndStudent() {
        for key in cases.markKeys {
            #expect(MarkKey(key.text) == MarkKey(session: key.session, student: key.student))
            #expect(MarkKey(key.text)?.description == key.text)
        }
        for text in cases.refusedMarkKeys { #expect(MarkKey(text) == nil, "\(text)") }
    }
}
