import Testing

@testable import Speech

struct ProcessorsTests {
    @Test(arguments: [
        (2, [1, 1, 1, 1, 1], 2), (2, [1, 2, 1, 1, 1], 2), (2, [2, 2, 2, 1, 2], 1), (2, [9, 9, 9, 9, 9], 1),
        (8, [1, 1, 1, 1, 1], 4), (8, [6, 6, 6, 6, 6], 3), (1, [1, 1, 1, 1, 1], 1), (2, [], 2),
    ])
    func otherWorkTakesThreadsAway(_ processors: Int, _ runnable: [Int], _ threads: Int) {
        #expect(Processors.threads(processors: processors, runnable: runnable) == threads)
    }

    @Test func oneAtLeast() {
        #expect(Processors.threads() >= 1)
    }
}
