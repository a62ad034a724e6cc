import Kernel
import Testing

struct IdentifierTests {
    @Test func identifiersOfOneProcessRise() {
        let made = (0..<20_000).map { _ in Identifier.v7() }
        #expect(made == made.sorted())
        #expect(Set(made).count == made.count)
        #expect(made.allSatisfy(Identifier.isValid))
    }

    @Test func identifiersMadeAtOnceAreUnique() async {
        let made = await withTaskGroup(of: [String].self) { group in
            for _ in 0..<8 { group.addTask { (0..<2_000).map { _ in Identifier.v7() } } }
            return await group.reduce(into: Set<String>()) { $0.formUnion($1) }
        }
        #expect(made.count == 16_000)
    }

    @Test func sevenCarriesItsMillisecond() {
        var random = SystemRandomNumberGenerator()
        let identifier = Identifier.v7(at: Instant(milliseconds: 0x0123_4567_89AB), random: &random)
        #expect(identifier.hasPrefix("01234567-89ab-7"))
        #expect("89ab".contains(identifier[identifier.index(identifier.startIndex, offsetBy: 19)]))
    }

    @Test func theSameRandomnessGivesTheSameIdentifier() {
        var one = Counting()
        var other = Counting()
        let now = Instant(milliseconds: 1)
        #expect(Identifier.v7(at: now, random: &one) == Identifier.v7(at: now, random: &other))
    }

    @Test(arguments: [
        "00000000-0000-0000-0000-000000000000", "0190a000-0000-7000-8000-0000000000d1",
    ]) func acceptsCanonicalText(text: String) {
        #expect(Identifier.isValid(text))
    }

    @Test(arguments: [
        "", "x", "0190A000-0000-7000-8000-0000000000D1", "0190a000-0000-7000-8000-0000000000d",
        "0190a000-0000-7000-8000-0000000000d11", "0190a00000-00-7000-8000-0000000000d1",
        "{190a000-0000-7000-8000-0000000000d}", "0190a000-0000-7000-8000-0000000000dé",
        "../../../../../../../../../etc/passwd",
    ]) func refusesOtherText(text: String) {
        #expect(!Identifier.isValid(text))
    }
}

private struct Counting: RandomNumberGenerator {
    var state: UInt64 = 0

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return state
    }
}
