/// Reads billed services out of tables (`| 97110 | … | 25 | 2 | GP |`), lists (`1 unit 97110-GO (16 min)`,
/// `97140: 20 min, 1u`) and prose (`two units of manual therapy (97140), 25 minutes`).
struct BillingReader {
    let note: NoteText
    let outline: Outline
    /// Units stand before their codes in this note: `2 units 97110`, decided by the first code of a line.
    private var hasUnitsFirst = false

    init(note: NoteText, outline: Outline) {
        self.note = note
        self.outline = outline
    }

    static func read(_ note: NoteText, outline: Outline) -> [BillingLine] {
        var reader = BillingReader(note: note, outline: outline)
        let codes = note.tokens.indices.filter(reader.isCode)
        reader.hasUnitsFirst = codes.indices.contains { index in
            let line = note.tokensOfLine(codes[index]).lowerBound
            return (index == 0 || codes[index - 1] < line) && reader.prefixStart(codes[index], from: line) != nil
        }
        var lines: [BillingLine] = []
        var taken = 0
        for (index, code) in codes.enumerated() {
            let next = index + 1 < codes.count ? codes[index + 1] : note.tokens.count
            let line = reader.row(code) ?? reader.item(code, after: taken, before: next)
            taken = max(code + 1, line.tokens.upperBound)
            lines.append(line)
        }
        return lines.isEmpty ? reader.named() : reader.sharing(lines)
    }

    /// `modifiers GP KX` said once, behind the word, counts for the items that have none.
    private func sharing(_ lines: [BillingLine]) -> [BillingLine] {
        let charges = lines.filter(\.isCharge)
        var shared = charges.filter {
            !$0.modifiers.isEmpty && $0.tokens.contains { note.key($0).hasPrefix("modifier") }
        }
        .flatMap(\.modifiers)
        for at in note.tokens.indices where note.key(at) == "modifier" || note.key(at) == "modifiers" {
            guard !lines.contains(where: { $0.tokens.contains(at) }) else { continue }
            let near = note.tokens(before: at, atMost: 4).lowerBound..<note.tokens(from: at, atMost: 7).upperBound
            shared += near.filter { note.tokens[$0].shape != .lower }.map { note.key($0).uppercased() }.filter(
                CPTCode.modifiers.contains)
        }
        guard !shared.isEmpty else { return lines }
        return lines.map { line in
            guard line.isCharge, line.modifiers.isEmpty else { return line }
            return BillingLine(
                range: line.range, code: line.code, minutes: line.minutes, units: line.units, modifiers: shared,
                tokens: line.tokens,
                isCharge: true)
        }
    }

    /// Five digits of the ranges that therapy bills, or a G code of therapy; not a ZIP behind a state.
    func isCode(_ at: Int) -> Bool {
        let token = note.tokens[at]
        if token.isWord, token.key == "g" {
            guard at + 1 < note.tokens.count, token.touches(note.tokens[at + 1]) else { return false }
            return ["0283", "0515", "0281", "0282", "0329"].contains(note.key(at + 1))
        }
        guard token.isNumber, token.range.count == 5, let value = Int(token.key) else { return false }
        guard CPTCode.isKnown(value) else { return false }
        if at > 0, note.tokens[at - 1].isWord, note.tokens[at - 1].range.count == 2,
            note.tokens[at - 1].touches(token) == false,
            CPTCode.states.contains(note.key(at - 1)), !CPTCode.modifiers.contains(note.key(at - 1).uppercased())
        {
            return false
        }
        let before = note.key(at - 1)
        return before != "#" && before != "$" && note.key(at - 2) != "#"
    }

    func code(_ at: Int) -> (text: String, end: Int) {
        note.tokens[at].isNumber ? (note.tokens[at].key, at + 1) : ("G" + note.key(at + 1), at + 2)
    }

    // MARK: Rows of a table

    /// A line cut by `|`: cells are told apart by the header row above, else by what they hold.
    private func row(_ at: Int) -> BillingLine? {
        let line = note.tokensOfLine(at)
        let cells = cells(line)
        guard cells.count >= 3 else { return nil }
        guard let own = cells.firstIndex(where: { $0.contains(at) }) else { return nil }
        let header = header(above: at, columns: cells.count)
        var (minutes, units): (Int?, Int?) = (nil, nil)
        var modifiers: [String] = []
        var bare: [Int] = []
        for (index, cell) in cells.enumerated() {
            let rest = index == own ? code(at).end..<cell.upperBound : cell
            let fields = BillingFields(note: note, tokens: rest)
            modifiers += fields.modifiers
            switch header[index] {
            case .minutes: minutes = minutes ?? fields.anyNumber
            case .units: units = units ?? fields.anyNumber
            case .modifiers, .other: break
            case nil:
                minutes = minutes ?? fields.minutes
                units = units ?? fields.units
                if index != own, let number = fields.loneNumber { bare.append(number) }
            }
        }
        for number in bare where !header.contains(where: { $0.value == .minutes }) {
            if minutes == nil, bare.count > 1 || number > 8 { minutes = number } else if units == nil { units = number }
        }
        return BillingLine(
            range: note.range(ofTokens: line), code: code(at).text, minutes: minutes, units: units,
            modifiers: modifiers, tokens: line,
            isCharge: true)
    }

    private enum Column { case minutes, units, modifiers, other }

    private func cells(_ line: Range<Int>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = line.lowerBound
        for at in line where note.tokens[at].isSymbol("|") {
            if at > start || at > line.lowerBound { cells.append(start..<at) }
            start = at + 1
        }
        if start < line.upperBound { cells.append(start..<line.upperBound) }
        return cells.first?.isEmpty == true ? Array(cells.dropFirst()) : cells
    }

    private func header(above at: Int, columns: Int) -> [Int: Column] {
        var line = note.line(at: note.tokens[at].range.lowerBound) - 1
        var looked = 0
        while line >= 0, looked < 12 {
            let tokens = note.tokens(in: note.lines[line])
            let cells = cells(tokens)
            guard cells.count >= 3 else { return [:] }
            if !tokens.contains(where: isCode), tokens.contains(where: { note.tokens[$0].isWord }) {
                guard cells.count == columns else { return [:] }
                var kinds: [Int: Column] = [:]
                for (index, cell) in cells.enumerated() {
                    let words = cell.map(note.key)
                    kinds[index] =
                        words.contains { $0.hasPrefix("unit") || $0 == "u" || $0 == "qty" || $0 == "quantity" }
                        ? .units
                        : words.contains { $0.hasPrefix("min") || $0 == "time" || $0 == "duration" }
                            ? .minutes : words.contains { $0.hasPrefix("mod") } ? .modifiers : .other
                }
                return kinds
            }
            line -= 1
            looked += 1
        }
        return [:]
    }

    // MARK: Lists and prose

    private func item(_ at: Int, after taken: Int, before next: Int) -> BillingLine {
        let (text, codeEnd) = code(at)
        let lineStart = note.tokensOfLine(at).lowerBound
        let lead = max(taken, lineStart)
        var start = at
        var prefix = BillingFields(note: note, tokens: at..<at)
        if hasUnitsFirst, let from = prefixStart(at, from: lead) {
            start = from
            prefix = BillingFields(note: note, tokens: from..<at)
        }
        var end = segmentEnd(codeEnd, before: next)
        if hasUnitsFirst, next < note.tokens.count, end == next, let from = prefixStart(next, from: codeEnd), from < end
        {
            end = from
        }
        var fields = BillingFields(note: note, tokens: codeEnd..<end)
        if fields.minutes == nil, fields.units == nil, prefix.units == nil, end < note.tokens.count,
            note.tokens[end].kind == .lineBreak
        {
            let below = continuation(end + 1, before: next)
            if !below.isEmpty {
                fields = BillingFields(note: note, tokens: codeEnd..<below.upperBound)
                end = below.upperBound
            }
        }
        var (minutes, units) = (fields.minutes ?? prefix.minutes, fields.units ?? prefix.units)
        // columns without lines: `97110  Therapeutic exercise  25  2  GP`
        if minutes == nil, units == nil, fields.bareNumbers.count == 2 {
            (minutes, units) = (fields.bareNumbers[0], fields.bareNumbers[1])
        }
        if let read = columns(codeEnd, before: end, line: lineStart) { (minutes, units) = read }
        if units == nil, fields.bareNumbers.count == 1, minutes != nil { units = fields.bareNumbers[0] }
        let modifiers = prefix.modifiers + fields.modifiers
        let inBilling = outline.section(at: note.tokens[at].range.lowerBound).kind == .billing
        return BillingLine(
            range: note.range(ofTokens: start..<max(end, codeEnd)), code: text, minutes: minutes, units: units,
            modifiers: modifiers,
            tokens: start..<max(end, codeEnd),
            isCharge: inBilling || minutes != nil || units != nil || !modifiers.isEmpty)
    }

    /// Where units written before a code begin: `2 units of therapeutic exercise (97110`.
    private func prefixStart(_ code: Int, from lead: Int) -> Int? {
        var at = code - 1
        while at >= lead, code - at <= 8 {
            let token = note.tokens[at]
            if token.kind == .lineBreak || token.isSymbol(";") || token.isSymbol("|")
                || token.isSymbol(".") && at + 1 < note.tokens.count
                    && !token.touches(note.tokens[at + 1])
            {
                return nil
            }
            if token.isSymbol(")") { return nil }
            if BillingFields.isUnitWord(token.key), at > lead, BillingFields.count(note, at - 1) != nil,
                note.key(at - 2) != "x" || at - 2 < lead
            {
                // `x2 units GP 97116`: units of the line before
                return at - 1
            }
            if CPTCode.modifiers.contains(token.key.uppercased()), token.shape != .lower { return nil }
            at -= 1
        }
        return nil
    }

    /// Where an item ends: its line, the next code, a total, an amount of money, or a new sentence.
    private func segmentEnd(_ start: Int, before next: Int) -> Int {
        var at = start
        while at < next {
            let token = note.tokens[at]
            if token.kind == .lineBreak || token.isSymbol(";") || token.isSymbol("$") { break }
            if token.isWord,
                [
                    "total", "totals", "timed", "untimed", "ytd", "ttt", "tct", "plan", "assessment", "signed",
                    "electronically",
                ].contains(token.key)
            {
                break
            }
            if token.isSymbol("."), at + 1 < note.tokens.count, !token.touches(note.tokens[at + 1]),
                !["min", "mins", "u", "ther", "ex", "neuro", "re", "ed", "act"].contains(note.key(at - 1))
            {
                break
            }
            at += 1
        }
        return at
    }

    /// A line below that only gives time and units of the code above.
    private func continuation(_ start: Int, before next: Int) -> Range<Int> {
        guard start < next else { return start..<start }
        let end = segmentEnd(start, before: next)
        let words = (start..<end).filter { note.tokens[$0].isWord }
        let hasNumber = (start..<end).contains { note.tokens[$0].isNumber }
        guard hasNumber, end - start <= 16, end == note.tokens.count || note.tokens[end].kind == .lineBreak,
            words.allSatisfy({
                BillingFields.isTimeOrUnitWord(note.key($0)) || CPTCode.modifiers.contains(note.key($0).uppercased())
            })
        else { return start..<start }
        return start..<end
    }

    // MARK: Services named without their codes

    private func named() -> [BillingLine] {
        ServiceNames.table.matches(note, in: 0..<note.tokens.count).compactMap { code, tokens in
            let end = segmentEnd(tokens.upperBound, before: note.tokens.count)
            let fields = BillingFields(note: note, tokens: tokens.upperBound..<min(end, tokens.upperBound + 14))
            let unitWords = tokens.upperBound..<min(end, tokens.upperBound + 14)
            guard let units = fields.units, unitWords.contains(where: { BillingFields.isUnitWord(note.key($0)) }) else {
                return nil
            }
            let all = tokens.lowerBound..<min(end, tokens.upperBound + 14)
            return BillingLine(
                range: note.range(ofTokens: all), code: code, minutes: fields.minutes, units: units,
                modifiers: fields.modifiers, tokens: all,
                isCharge: true)
        }
    }
}
