import Testing

@testable import Compliance

struct CheckDigitTests {
    @Test(arguments: [("1234567893", true), ("1234567890", false), ("1437301361", false), ("3234567893", false)])
    func providers(_ code: String, _ isValid: Bool) { #expect(CheckDigits.isNPI(Array(code.utf8)) == isValid) }

    @Test(arguments: [
        ("1HGCM82633A004352", true), ("1M8GDM9AXKP042788", true), ("1HGCM82634A004352", false),
        ("11111111111111111", false),
    ])
    func vehicles(_ code: String, _ isValid: Bool) { #expect(CheckDigits.isVIN(Array(code.utf8)) == isValid) }

    @Test(arguments: [("AB1234563", true), ("AB1234564", false), ("1B1234563", false)])
    func prescribers(_ code: String, _ isValid: Bool) { #expect(CheckDigits.isDEA(Array(code.utf8)) == isValid) }

    @Test(arguments: [("1EG4TE5MK73", true), ("0EG4TE5MK73", false), ("1EG4TE5MKA3", false), ("1SG4TE5MK73", false)])
    func beneficiaries(_ code: String, _ isValid: Bool) {
        #expect(CheckDigits.isMBI(Array(code.utf8), strict: true) == isValid)
    }

    @Test(arguments: [("79927398713", true), ("79927398710", false)])
    func luhn(_ code: String, _ isValid: Bool) { #expect(CheckDigits.luhn(Array(code.utf8)) == isValid) }
}
