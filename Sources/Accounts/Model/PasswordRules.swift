import Foundation
package import Kernel

/// What a new password must be: 12 to 128 code points, nobody's name or address, and not one of the first that are
/// guessed. No composition rules and no forced change (NIST SP 800-63B §3.1.1.2).
package enum PasswordRules {
    package static let length = 12...128

    /// - Returns: every rule that the password breaks, as errors of the field `field`; empty when it is acceptable.
    package static func errors(in password: String, email: String?, name: String?, field: String) -> [FieldError] {
        let count = password.precomposedStringWithCanonicalMapping.unicodeScalars.count
        if count < length.lowerBound {
            return [FieldError(field: field, code: "too_short", message: "Use at least 12 characters.")]
        }
        if count > length.upperBound {
            return [FieldError(field: field, code: "too_long", message: "Use at most 128 characters.")]
        }
        if containsIdentity(password, email: email, name: name) {
            let message = "Leave your name and your e-mail address out of the password."
            return [FieldError(field: field, code: "contains_identity", message: message)]
        }
        if isCommon(password) {
            let message = "This password is among the first that are guessed. A few unrelated words are better."
            return [FieldError(field: field, code: "too_common", message: message)]
        }
        return []
    }

    /// Parts shorter than four letters ("Ann", "Li") stand in too many honest passwords to be forbidden.
    private static func containsIdentity(_ password: String, email: String?, name: String?) -> Bool {
        let folded = fold(password)
        var parts = name.map { fold($0).split { !$0.isLetter }.map(String.init) + [fold($0)] } ?? []
        if let email { parts += [fold(email), fold(String(email.prefix { $0 != "@" }))] }
        return parts.contains { $0.count >= 4 && folded.contains($0) }
    }

    private static func isCommon(_ password: String) -> Bool {
        let folded = fold(password)
        if Set(folded).count < 5 || isRun(folded) { return true }
        let letters = folded.drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed()
        let digits = folded.drop { !$0.isNumber }.reversed().drop { !$0.isNumber }.reversed()
        return [folded, String(letters), String(digits)].contains { CommonPasswords.set.contains(unit(of: $0)) }
    }

    /// "abcdefghijkl" and "210987654321": every code point next to the one before it.
    private static func isRun(_ text: String) -> Bool {
        let values = text.unicodeScalars.map { Int($0.value) }
        let steps = zip(values, values.dropFirst()).map { $1 - $0 }
        return steps.filter { abs($0) == 1 }.count >= steps.count - 1
    }

    /// "secretsecret" → "secret": what is repeated, or the text itself.
    private static func unit(of text: String) -> String {
        let characters = Array(text)
        for size in stride(from: 1, through: characters.count / 2, by: 1) where characters.count % size == 0 {
            if characters.indices.allSatisfy({ characters[$0] == characters[$0 % size] }) {
                return String(characters.prefix(size))
            }
        }
        return text
    }

    private static func fold(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping.folding(
            options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
}
