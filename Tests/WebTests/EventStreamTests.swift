import Foundation
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import Web

@Suite struct EventStreamTests {
    @Test func eventsArriveAndTheStreamEndsWithItsSource() async throws {
        var routes = Routes()
        routes.get("/api/events", allow: .signedIn, Doc("Events", tag: "test", answers: .events)) { _ in
            let (events, feed) = AsyncStream<ServerEvent>.makeStream()
            feed.yield(ServerEvent(name: "hello", data: "{}"))
            feed.yield(ServerEvent(id: "7", name: "change", data: "{\"change\":7}"))
            feed.finish()
            return .events(events)
        }
        try await withSite(routes, framework: .live) { site in
            let answer = try await site.get("/api/events", [.authorization: "Bearer teacher"])
            #expect(answer.header("Content-Type") == "text/event-stream")
            #expect(answer.text == "event: hello\ndata: {}\n\nid: 7\nevent: change\ndata: {\"change\":7}\n\n")
        }
    }

    @Test func aStreamEndsWithTheSignInThatOpenedIt() async throws {
        let streams = EventStreams(heartbeat: .milliseconds(5))
        let ended = Counter()
        let looks = Counter()
        let (events, feed) = AsyncStream<ServerEvent>.makeStream()
        feed.onTermination = { _ in ended.next() }
        var text = ""
        for await line in streams.lines(of: events, while: { looks.next() < 3 }).text { text += line }
        #expect(text == ": \n\n: \n\n")
        #expect(looks.value == 3)
        for _ in 0..<100 where ended.value == 0 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(ended.value == 1)
    }

    @Test func closingEndsEveryStreamAndTellsItsSource() async throws {
        let streams = EventStreams()
        let ended = Counter()
        let (events, feed) = AsyncStream<ServerEvent>.makeStream()
        feed.onTermination = { _ in ended.next() }
        feed.yield(ServerEvent(name: "hello", data: ""))
        let body = Task {
            var text = ""
            for await line in streams.lines(of: events).text {
                text += line
                streams.close()
            }
            return text
        }
        #expect(await body.value == "event: hello\ndata: \n\n")
        for _ in 0..<100 where ended.value == 0 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(ended.value == 1)
        var late = streams.lines(of: AsyncStream { _ in }).text.makeAsyncIterator()
        #expect(await late.next() == nil)
    }
}
