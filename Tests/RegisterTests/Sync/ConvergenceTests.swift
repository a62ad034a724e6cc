import Kernel
import Persistence
import Sync
import Testing
import Web

@testable import Register

/// Several devices mark the same few students, offline and in any order, lose answers and push again. Afterwards all show the
/// same, and every captured operation stands in the history exactly once.
@Suite struct ConvergenceTests {
    /// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same run everywhere.
    private struct Random: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    @Test("devices converge, whatever the order and the repetitions", arguments: 1...8 as ClosedRange<UInt64>)
    func converge(seed: UInt64) async throws {
        try await TestSchool.onEachEngine { school in
            var random = Random(state: seed)
            let session = try await school.makeSession()
            let students = Array(school.students.prefix(4))
            let users = [school.ada, school.ben, school.owner]
            var devices = (0..<4).map { TestDevice("\(seed) \($0)", users[$0 % users.count]) }
            for index in devices.indices {
                devices[index].skew = Int64.random(in: -7_200_000...7_200_000, using: &random)
            }
            var captured: Set<String> = []

            for _ in 0..<60 {
                school.clock.advance(seconds: Int64.random(in: 0...90, using: &random))
                let index = Int.random(in: devices.indices, using: &random)
                switch Int.random(in: 0..<10, using: &random) {
                case 0..<5:
                    let key = "\(session):\(students.randomElement(using: &random) ?? "")"
                    let fields = Self.fields(&random)
                    captured.insert(
                        devices[index].capture(
                            .mark, key, fields, at: school.clock.now, fill: Bool.random(using: &random)
                        ).id)
                case 5:
                    let state: JSONValue = Bool.random(using: &random) ? "closed" : "open"
                    captured.insert(
                        devices[index].capture(.session, session, ["state": state], at: school.clock.now).id)
                case 6: try await devices[index].sync(school.store, at: school.clock.now, losingTheAnswer: true)
                default: try await devices[index].sync(school.store, at: school.clock.now, limit: 5)
                }
            }
            for _ in 0..<2 {
                for index in devices.indices {
                    while try await devices[index].sync(school.store, at: school.clock.now).hasMore {}
                }
            }

            for device in devices {
                #expect(device.outbox.isEmpty)
                for kind in ["mark ", "session "] {
                    let mine = device.agreed.filter { $0.key.hasPrefix(kind) }
                    #expect(mine == devices[0].agreed.filter { $0.key.hasPrefix(kind) }, "seed \(seed)")
                }
            }
            let ids = devices.map(\.id)
            let stored = try await school.database.read {
                try $0.texts("SELECT id FROM operation WHERE device_id IN \(list: ids)")
            }
            #expect(stored.count == captured.count)
            #expect(Set(stored) == captured)
            let rejected = try await school.count("SELECT COUNT(*) FROM operation WHERE verdict = 'rejected'")
            #expect(rejected == 0)
        }
    }

    private static func fields(_ random: inout Random) -> [String: JSONValue] {
        let statuses: [JSONValue] = ["present", "late", "absent", "excused", nil]
        var fields: [String: JSONValue] = [:]
        if Bool.random(using: &random) { fields["status"] = statuses.randomElement(using: &random) }
        if Int.random(in: 0..<3, using: &random) == 0 {
            fields["remark"] = .string("r\(Int.random(in: 0..<3, using: &random))")
        }
        if fields.isEmpty { fields["minutesLate"] = .integer(Int64.random(in: 0...600, using: &random)) }
        return fields
    }

    @Test("a closed order of arrival changes nothing: concurrent marks end in the same one")
    func orderOfArrival() async throws {
        try await TestSchool.onEachEngine { school in
            var shown: Set<String> = []
            for (round, order) in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]].enumerated() {
                let session = try await school.makeSession(start: "1\(round):00")
                var devices = [school.ada, school.ben, school.owner].enumerated().map {
                    TestDevice("\(round) \($0.offset)", $0.element)
                }
                let start = school.clock.now
                for (index, status) in [MarkStatus.present, .absent, .late].enumerated() {
                    devices[index].mark(
                        session, school.students[0], status, at: start.adding(seconds: Int64(index)), fill: index == 2)
                }
                for index in order { try await devices[index].sync(school.store, at: school.clock.now) }
                shown.insert(try await school.mark(session, school.students[0])?.status?.rawValue ?? "")
            }
            // The fill is the latest and still gives way to both.
            #expect(shown == ["absent"])
        }
    }
}
