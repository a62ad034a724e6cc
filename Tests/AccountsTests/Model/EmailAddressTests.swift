import Testing

@testable import Accounts

struct EmailAddressTests {
    @Test(
        "Two spellings of one address are one account",
        arguments: [
            ("Ada@Example.ORG", "ada@example.org"), ("  ada@example.org\n", "ada@example.org"),
            ("jose\u{301}@example.org", "josé@example.org"), ("ada@intranet", "ada@intranet"),
            ("o'brien+x@sub.example.org", "o'brien+x@sub.example.org"),
        ])
    func folded(_ typed: String, _ stored: String) {
        #expect(EmailAddress(typed)?.text == stored)
    }

    @Test(
        "What is no address",
        arguments: [
            "", "ada", "@example.org", "ada@", "a@b@c", "ada lovelace@example.org", "ada@.org", "ada@example.",
            "ada@exa..mple", "<ada@example.org>", "ada@example.org\u{0}", "ada@exam\u{202E}ple.org",
            String(repeating: "a", count: 65) + "@example.org", "a@" + String(repeating: "b", count: 260),
        ])
    func refused(_ typed: String) {
        #expect(EmailAddress(typed) == nil)
    }
}
