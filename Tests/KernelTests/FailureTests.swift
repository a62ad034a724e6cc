import Kernel
import Testing

struct FailureTests {
    @Test func everyKindHasItsStatus() {
        let kinds: [FailureKind] = [
            .malformed, .unauthenticated, .forbidden, .notFound, .conflict, .gone, .tooLarge, .unsupportedMedia,
            .invalid,
            .locked, .upgradeRequired, .rateLimited(retryAfter: 1), .unavailable(retryAfter: 2),
        ]
        #expect(kinds.map(\.status) == [400, 401, 403, 404, 409, 410, 413, 415, 422, 423, 426, 429, 503])
        #expect(kinds.compactMap(\.retryAfter) == [1, 2])
    }

    @Test func invalidInputNamesItsFields() {
        let failure = InvalidInput("end", code: "end_before_start", "The end is before the start.")
        #expect(failure.code == "invalid_input")
        #expect(failure.kind.status == 422)
        #expect(failure.sentence == "The end is before the start.")
        #expect(failure.fields.map(\.field) == ["end"])
    }
}
