import Kernel
import Testing

struct DigestTests {
    /// FIPS 180-4 example and RFC 4231, test case 2.
    @Test func knownAnswers() {
        #expect(Digest.sha256Hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        let code = Digest.hmacSHA256(Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
        #expect(Hex.text(code) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }

    @Test func comparesWholeValues() {
        #expect(Digest.constantTimeEqual([1, 2, 3], [1, 2, 3]))
        #expect(!Digest.constantTimeEqual([1, 2, 3], [1, 2, 4]))
        #expect(!Digest.constantTimeEqual([1, 2, 3], [1, 2]))
        #expect(Digest.constantTimeEqual("", ""))
    }

    @Test(arguments: [("", [UInt8]()), ("00ff", [0, 255]), ("00FF", [0, 255])]) func hexadecimal(
        text: String, bytes: [UInt8]
    ) {
        #expect(Hex.bytes(text) == bytes)
        #expect(Hex.text(bytes) == text.lowercased())
    }

    @Test(arguments: ["0", "0g", "0x00", "é"]) func refusesOtherText(text: String) {
        #expect(Hex.bytes(text) == nil)
    }
}
