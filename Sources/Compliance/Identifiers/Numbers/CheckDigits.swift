/// Arithmetic that tells a number of a register from any other of its length. Codes are ASCII, letters in capitals.
enum CheckDigits {
    /// Luhn's sum over decimal digits, the last of which is the check digit (ISO/IEC 7812-1, annex B).
    static func luhn(_ code: some BidirectionalCollection<UInt8>) -> Bool {
        var sum = 0
        var doubled = false
        for byte in code.reversed() {
            guard let digit = digit(byte) else { return false }
            let value = doubled ? digit * 2 : digit
            sum += value > 9 ? value - 9 : value
            doubled.toggle()
        }
        return sum % 10 == 0
    }

    /// National Provider Identifier: ten digits that begin with 1 or 2; Luhn's sum with 80840 before them (45 CFR 162.406).
    static func isNPI(_ code: [UInt8]) -> Bool {
        code.count == 10 && (code[0] == 0x31 || code[0] == 0x32) && luhn(Array("80840".utf8) + code)
    }

    /// Registration of the Drug Enforcement Administration: two letters, six digits and the last digit of
    /// (1st + 3rd + 5th) + 2 × (2nd + 4th + 6th).
    static func isDEA(_ code: [UInt8]) -> Bool {
        guard code.count == 9, "ABCDEFGHJKLMPRSTUX".utf8.contains(code[0]), isLetter(code[1]) || code[1] == 0x39 else {
            return false
        }
        let digits = code.dropFirst(2).compactMap(digit)
        guard digits.count == 7 else { return false }
        return (digits[0] + digits[2] + digits[4] + 2 * (digits[1] + digits[3] + digits[5])) % 10 == digits[6]
    }

    /// Vehicle identification number: 17 characters without I, O and Q, the ninth of which checks the others (49 CFR 565.15).
    static func isVIN(_ code: [UInt8]) -> Bool {
        guard code.count == 17, code.contains(where: isLetter) else { return false }
        let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
        var sum = 0
        for (byte, weight) in zip(code, weights) {
            guard let value = digit(byte) ?? transliterated(byte) else { return false }
            sum += value * weight
        }
        let check = sum % 11
        return code[8] == (check == 10 ? 0x58 : UInt8(0x30 + check))
    }

    private static func transliterated(_ letter: UInt8) -> Int? {
        // A…H 1…8, J…N 1…5, P 7, R 9, S…Z 2…9
        switch letter {
        case 0x41...0x48: return Int(letter) - 0x40
        case 0x4A...0x4E: return Int(letter) - 0x49
        case 0x50: return 7
        case 0x52: return 9
        case 0x53...0x5A: return Int(letter) - 0x51
        default: return nil
        }
    }

    /// Medicare Beneficiary Identifier by position, C A AN N A AN N A A N N, C from 1 to 9.
    /// - Parameter strict: Refuses the letters S, L, O, I, B and Z, which the identifier never holds.
    static func isMBI(_ code: [UInt8], strict: Bool) -> Bool {
        guard code.count == 11, code[0] != 0x30 else { return false }
        for (byte, kind) in zip(code, "NAXNAXNAANN".utf8) {
            if strict, "SLOIBZ".utf8.contains(byte) { return false }
            switch kind {
            case 0x4E: if digit(byte) == nil { return false }
            case 0x41: if !isLetter(byte) { return false }
            default: break
            }
        }
        return true
    }

    static func digit(_ byte: UInt8) -> Int? { byte >= 0x30 && byte <= 0x39 ? Int(byte) - 0x30 : nil }
    static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
}
