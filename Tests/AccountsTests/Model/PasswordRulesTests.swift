import Kernel
import Testing

@testable import Accounts

struct PasswordRulesTests {
    @Test(
        "What is refused and why",
        arguments: [
            ("short", "too_short"),
            ("elevenchars", "too_short"),
            (String(repeating: "kärdhu", count: 22), "too_long"),
            ("password1234", "too_common"),
            ("Password2024!", "too_common"),
            ("passwordpassword", "too_common"),
            ("PASSWORD!!!!", "too_common"),
            ("qwertyuiop12", "too_common"),
            ("1qaz2wsx3edc", "too_common"),
            ("123456789012", "too_common"),
            ("abcdefghijklm", "too_common"),
            ("zyxwvutsrqpon", "too_common"),
            ("aaaaaaaaaaaa", "too_common"),
            ("abababababab", "too_common"),
            ("iloveyou12345", "too_common"),
            ("correcthorsebatterystaple", "too_common"),
            ("my lovelace key", "contains_identity"),
            ("ADA.LOVELACE.42", "contains_identity"),
            ("the countess 1815", "contains_identity"),
        ])
    func refused(_ password: String, _ code: String) {
        let errors = PasswordRules.errors(
            in: password, email: "countess@example.org", name: "Ada Lovelace", field: "password")
        #expect(errors.map(\.code) == [code])
        #expect(errors.allSatisfy { $0.field == "password" && !$0.message.contains(password) })
    }

    @Test(
        "What is taken",
        arguments: [
            "marble stapler ocean", "twelve chars", "Ünïcödé ist erlaubt", "7f3k9 zw2m1x", "канареечный слон",
            "🐘🦊🐝🌋🛶🪁🧩🎻🪐🌵🧀🫐",
            "an ada compiler runs",
        ])
    func taken(_ password: String) {
        #expect(PasswordRules.errors(in: password, email: "ada@example.org", name: "Ada Li", field: "new").isEmpty)
    }

    @Test("Length counts code points, composed")
    func codePoints() {
        let decomposed = String(repeating: "e\u{301}", count: 11)
        #expect(PasswordRules.errors(in: decomposed, email: nil, name: nil, field: "p").map(\.code) == ["too_short"])
    }
}
