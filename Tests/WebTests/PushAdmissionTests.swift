import Foundation
import HTTPTypes
import Kernel
import Synchronization
import TestSupport
import Testing

@testable import Web

/// How a crowd of pushes is let in.
@Suite struct PushAdmissionTests {
    private static func limits(waiting: Int, patience: Duration = .seconds(300), underWay: Int = 100) -> PushLimits {
        var limits = PushLimits()
        limits.bytesAtWork = 8 * 4096
        limits.waiting = waiting
        limits.patience = patience
        limits.underWay = underWay
        return limits
    }

    private func push(_ admission: PushAdmission, bytes: Int = 100, _ work: @Sendable () async -> Void) async throws {
        try await admission.admit {
            try await admission.work(receive: { Array(repeating: 0, count: bytes) }, work)
        }
    }

    /// Eight pushes that work until `door` opens, then `body`.
    private func whileEightWork(
        _ admission: PushAdmission, _ door: Door, bytes: Int = 100,
        _ body: (inout ThrowingTaskGroup<Void, any Error>) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            defer { door.open() }
            let inside = Counter()
            for _ in 0..<8 {
                group.addTask {
                    try await push(admission, bytes: bytes) {
                        inside.next()
                        await door.pass()
                    }
                }
            }
            try await inside.reaches(8)
            try await body(&group)
            door.open()
            try await group.waitForAll()
        }
    }

    @Test("Eight work at once, however large they are", arguments: [0, 100, 4096, 1 << 20])
    func eightTogether(bytes: Int) async throws {
        let admission = PushAdmission(Self.limits(waiting: 0))
        try await whileEightWork(admission, Door(), bytes: bytes) { _ in
            await #expect(throws: WebError.self) { try await push(admission) {} }
        }
        try await push(admission) {}
    }

    @Test func everyoneWhoWaitsGetsATurnAndEightWorkAtMost() async throws {
        let admission = PushAdmission(Self.limits(waiting: 100))
        let room = Room()
        let done = Counter()
        try await whileEightWork(admission, Door(), bytes: 4096) { group in
            for _ in 0..<80 {
                group.addTask {
                    try await push(admission, bytes: 4096) {
                        room.enter()
                        await Task.yield()
                        room.leave()
                        done.next()
                    }
                }
            }
        }
        #expect(done.value == 80)
        #expect(room.most <= 8)
    }

    @Test func whoeverWaitsTooLongIsToldToComeAgain() async throws {
        let admission = PushAdmission(Self.limits(waiting: 5, patience: .milliseconds(30)))
        try await whileEightWork(admission, Door()) { _ in
            for _ in 0..<3 {
                let refusal = await #expect(throws: WebError.self) { try await push(admission) {} }
                #expect([1, 2, 3].map { WebError.overloaded(seconds: $0) }.contains(refusal))
            }
        }
    }

    @Test func oneThatIsCancelledWhileItWaitsFreesItsPlace() async throws {
        let admission = PushAdmission(Self.limits(waiting: 1))
        let door = Door()
        try await whileEightWork(admission, door) { group in
            let received = Counter()
            let gone = Task {
                try await admission.work {
                    received.next()
                    return []
                } _: {
                }
            }
            try await received.reaches(1)
            gone.cancel()
            await #expect(throws: CancellationError.self) { try await gone.value }
            // the only place in the line is free again
            group.addTask { try await push(admission) {} }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    @Test func aFullLineIsToldWithoutReadingTheBody() async throws {
        let admission = PushAdmission(Self.limits(waiting: 0))
        try await whileEightWork(admission, Door()) { _ in
            let read = Counter()
            await #expect(throws: WebError.self) {
                try await admission.work {
                    read.next()
                    return []
                } _: {
                }
            }
            #expect(read.value == 0)
        }
    }

    @Test func aBodyThatComesSlowlyOrBreaksOffHoldsNobodyUp() async throws {
        let admission = PushAdmission(Self.limits(waiting: 0))
        let door = Door()
        try await withThrowingTaskGroup(of: Void.self) { group in
            defer { door.open() }
            let slow = Counter()
            for number in 0..<20 {
                group.addTask {
                    try? await admission.work {
                        slow.next()
                        await door.pass()
                        if number.isMultiple(of: 2) { throw WebError.requestTimeout }
                        return []
                    } _: {
                    }
                }
            }
            try await slow.reaches(20)
            try await push(admission) {}
            door.open()
            try await group.waitForAll()
        }
        try await whileEightWork(admission, Door()) { _ in }
    }

    @Test func oneMoreThanMayBeUnderWayIsRefused() async throws {
        let admission = PushAdmission(Self.limits(waiting: 50, underWay: 8))
        try await whileEightWork(admission, Door()) { _ in
            await #expect(throws: WebError.self) { try await push(admission) {} }
        }
    }

    @Test func whilePushesAreRefusedEverythingElseIsAnswered() async throws {
        let door = Door()
        let inside = Counter()
        var routes = Routes()
        routes.push("/api/push", allow: .signedIn, Doc("Push", tag: "test", answers: nil)) { _ in
            inside.next()
            await door.pass()
            return .noContent
        }
        routes.get("/api/light", allow: .signedIn, Doc("Light", tag: "test", answers: nil)) { _ in .noContent }
        routes.probe("/health", Doc("Health", tag: "test", answers: nil)) { _ in .noContent }
        var limits = Gate.Limits()
        limits.pushes = Self.limits(waiting: 0)
        try await withSite(routes, limits: limits) { site in
            let teacher: [HTTPField.Name: String] = [.authorization: "Bearer teacher"]
            try await withThrowingTaskGroup(of: Int.self) { group in
                defer { door.open() }
                for _ in 0..<8 { group.addTask { try await site.post("/api/push", ["marks": []], teacher).status } }
                try await inside.reaches(8)
                for _ in 0..<20 {
                    let refused = try await site.post("/api/push", ["marks": []], teacher)
                    #expect(refused.status == 503 && refused.code == "overloaded")
                    #expect(refused.header("Content-Type") == "application/problem+json")
                    #expect(["1", "2", "3"].contains(refused.header("Retry-After")))
                    #expect(try await site.get("/api/light", teacher).status == 204)
                    #expect(try await site.get("/health").status == 204)
                }
                // who may not push hears that, busy or not
                #expect(try await site.post("/api/push", ["marks": []]).status == 401)
                door.open()
                for try await status in group { #expect(status == 204) }
            }
            #expect(try await site.post("/api/push", ["marks": []], teacher).status == 204)
        }
    }
}

/// Closed until it is opened.
private final class Door: Sendable {
    private let state = Mutex<(isOpen: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))

    func pass() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }

    func open() {
        let waiting = state.withLock { state in
            state.isOpen = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for waiter in waiting { waiter.resume() }
    }
}

extension Counter {
    private struct NotReached: Error {}

    /// Fails a test that would otherwise wait for ever.
    fileprivate func reaches(_ count: Int) async throws {
        for _ in 0..<10_000 where value < count { try await Task.sleep(for: .milliseconds(1)) }
        guard value >= count else { throw NotReached() }
    }
}

/// Counts who is inside.
private final class Room: Sendable {
    private let state = Mutex((inside: 0, most: 0))
    var most: Int { state.withLock { $0.most } }

    func enter() {
        state.withLock { state in
            state.inside += 1
            state.most = max(state.most, state.inside)
        }
    }

    func leave() { state.withLock { $0.inside -= 1 } }
}
