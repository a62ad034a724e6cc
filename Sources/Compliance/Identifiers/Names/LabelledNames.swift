/// Names behind labels: `Patient: Achebe, Latoya S`, `| Patient | Hiro Long |`, `/s/ M. Kim`, `Signed by …`.
struct LabelledNames {
    let scan: NoteScan

    func find() -> [NameMention] {
        var found: [NameMention] = []
        for at in 0..<scan.count {
            if scan.key(at) == ":" || scan.key(at) == "|" || scan.key(at) == "=" || scan.key(at) == "/" {
                if let mention = behindSign(at) { found.append(mention) }
            } else if scan.isLeader(endingAt: at), scan.key(at + 1) != ":" {
                if let mention = behindSign(at) { found.append(mention) }
            } else if scan.isWord(at), let label = Labels.plain[scan.base(at)], let mention = behindWord(at, label) {
                found.append(mention)
            }
        }
        return found + columns()
    }

    /// What stands behind `:` or in the next cell, by the words before it.
    private func behindSign(_ sign: Int) -> NameMention? {
        if scan.key(sign) == "/" {
            // /s/
            guard scan.key(sign - 1) == "s", scan.key(sign - 2) == "/" else { return nil }
            return mention(at: sign + 1, .init(role: .provider, strength: .sure), source: "signature")
        }
        let isAlias = isAlias(sign - 1)
        guard let label = isAlias ? Label(role: .patient, strength: .sure) : label(before: sign) else { return nil }
        var at = sign + 1
        while scan.key(at) == "*" || scan.key(at) == "_" || scan.key(at) == "|" { at += 1 }
        if scan.isBreak(at), at < scan.count, label.strength != .weak { at += 1 }
        if LabelledNames.cellNames.contains(scan.base(at)), scan.key(sign) == "|", scan.key(at + 1) == "|" {
            return nil
        }
        if isAlias, let alias = alias(at: at) { return alias }
        return mention(at: at, label, source: "label")
    }

    private func label(before sign: Int) -> Label? {
        var at = sign - 1
        while scan.isLeader(endingAt: at) || scan.key(at) == "." && scan.key(at + 1) == "." { at -= 1 }
        while scan.key(at) == "*" || scan.key(at) == "_" || scan.key(at) == ")" && scan.key(at - 1) == "s" { at -= 1 }
        if scan.key(at) == ")" {
            // Emergency contact (daughter):
            while at >= 0, scan.key(at) != "(", !scan.isBreak(at) { at -= 1 }
            at -= 1
        }
        guard scan.isWord(at), var label = Labels.ending[scan.base(at)] else { return nil }
        let before = scan.isWord(at - 1) || scan.key(at - 1) == "'" ? scan.base(at - 1) : ""
        if scan.base(at) == "pt", Labels.ofTherapist.contains(before), !scan.isColumn(after: at - 1) {
            return Label(role: .provider, strength: .fair)
        }
        if scan.base(at) == "name" || scan.base(at) == "names" {
            if let owner = Labels.ending[before] { label.role = owner.role }
            if Labels.noPersons.contains(before) { return nil }
            label.strength = .sure
        } else if scan.base(at) == "re" || scan.base(at) == "regarding" {
            guard scan.isBreak(at - 1) || scan.key(at - 1) == "*" else { return nil }
        } else if scan.base(at) == "by" {
            guard Labels.acts.contains(before) || scan.startsSentence(at) else { return nil }
        } else if label.strength == .weak {
            let starts =
                scan.startsSentence(at) || ["patient", "client", "resident", "member"].contains(scan.base(at))
                || scan.key(at - 1) == "|" || scan.isColumn(after: at - 1) || scan.key(at - 1) == "/"
            guard starts || Labels.ending[before] != nil else { return nil }
        }
        return label
    }

    /// Cues without a colon: "signed by Paula Fitzgerald", "interpreter Denise Baptiste", "under supervision of S. Kaplan".
    private func behindWord(_ at: Int, _ label: Label) -> NameMention? {
        let key = scan.base(at)
        if isAlias(at) {
            if let alias = alias(at: at + 1) { return alias }
            guard scan.isCapital(at + 1), scan.style(at + 1) == .mixed else { return nil }
            return mention(at: at + 1, Label(role: .patient, strength: .sure), source: "alias")
        }
        if key == "as" || key == "to" { return nil }
        if key == "ot" || key == "slp" || key == "pt", Labels.ofTherapist.contains(scan.base(at - 1)),
            scan.isWord(at + 1)
        {
            return mention(at: at + 1, Label(role: .provider, strength: .fair), source: "cue")
        }
        if key == "ot" || key == "slp" { return nil }
        if key == "by", !Labels.acts.contains(scan.base(at - 1)), !Labels.acts.contains(scan.base(at - 2)) {
            return nil
        }
        if key == "of", !["supervision", "care", "direction", "services"].contains(scan.base(at - 1)) { return nil }
        if label.role == .patient, key != "name", let mention = behindPatient(at, label) { return mention }
        if key == "pt" || key == "member" || key == "veteran" { return nil }
        if key == "name" || key == "patient" || key == "client" || key == "resident" {
            guard
                scan.startsSentence(at) || scan.isColumn(after: at - 1) || scan.base(at - 1) == "patient"
                    || scan.base(at - 1) == "pt"
                    || scan.base(at - 1) == "client",
                scan.isColumn(after: at) || key == "name"
            else { return nil }
        }
        var next = at + 1
        if scan.isDash(next), scan.gap(after: at) > 0 { next += 1 }
        guard scan.key(next) != ":", scan.isWord(next) else { return nil }
        return mention(at: next, label, source: "cue")
    }

    /// `Pt Abimbola "Abi" Fashola;` at the begin of a line or a cell.
    private func behindPatient(_ at: Int, _ label: Label) -> NameMention? {
        // Patient is Charity Romberg
        let isNamed = scan.key(at + 1) == "is" && scan.tokens[at + 1].kind == .word && scan.isCapital(at + 3)
        let next = isNamed ? at + 2 : at + 1
        guard scan.style(at) == .mixed, scan.startsSentence(at) || scan.isColumn(after: at - 1), scan.isWord(next),
            scan.gap(after: at) == 1, !isNamed || scan.isGiven(next), scan.tokens[next].shape == .capitalised,
            scan.kinds(next).isDisjoint(with: [.humanVerb, .heading, .copula, .credential]),
            !Gazetteer.shared.isEponym(scan.base(next)), scan.isGiven(next) || !scan.isOrdinary(next)
        else { return nil }
        return mention(at: next, label, source: "cue")
    }

    private func mention(at start: Int, _ label: Label, source: String) -> NameMention? {
        var at = start
        if scan.isQuote(at) || scan.key(at) == "(" { at += 1 }
        while scan.kinds(at).contains(.title), !scan.isColumn(after: at) || scan.key(at + 1) == "." {
            at += scan.key(at + 1) == "." ? 2 : 1
        }
        let isTitled = at > start && scan.kinds(start).contains(.title)
        let isSure = label.strength == .sure
        var limits = NoteScan.NameLimits()
        limits.isSure = isSure
        limits.reversed = true
        limits.isCued = true
        let isSmall = scan.isWord(at) && !scan.isCapital(at) && scan.style(at) == .mixed
        limits.anyCase = isSmall && (isSure ? scan.isNameWord(at) : label.role == .patient)
        guard let (tokens, isReversed) = scan.name(at: at, limits) else { return nil }
        if !isSure || tokens.count == 1, !isTitled, !isPlausible(tokens, label) { return nil }
        if !(isSure && label.role == .patient) || tokens.count == 1, isProse(tokens) { return nil }
        var role = label.role
        if role == .patient, scan.base(start - 2) == "pt", isCredential(behind: tokens) { role = .provider }
        return NameMention(
            tokens: tokens, role: role, relation: label.relation ? scan.relation(before: start) : nil,
            confidence: isSure ? 0.98 : 0.9, source: source, isReversed: isReversed)
    }

    /// "Patient: Tolerated treatment well" and "signed by physician" name nobody.
    private func isPlausible(_ tokens: Range<Int>, _ label: Label) -> Bool {
        let first = tokens.lowerBound
        if scan.isInitial(first) { return true }
        // a field follows: a header, where "faith hand" is a name
        let next = tokens.upperBound
        let words = tokens.filter { scan.isWord($0) && !scan.isInitial($0) && !scan.kinds(at: $0).contains(.particle) }
        let isField =
            scan.kinds(next).contains(.field)
            || scan.key(next) == "(" && (scan.isQuote(next + 1) || scan.isAge(next + 1) || scan.isAge(next + 3))
        let isCell = scan.key(next) == "|" && scan.key(at(before: tokens)) == "|"
        if isCell, tokens.count > 1, label.role == .patient, scan.isGiven(first) { return true }
        if isField, tokens.count > 1 || scan.isGiven(first) { return true }
        // Day, Winifred
        if label.role == .patient, scan.key(first + 1) == ",", tokens.count > 2, scan.isGiven(first + 2) { return true }
        if scan.style(first) == .mixed, !scan.isCapital(first),
            !words.allSatisfy({ scan.isNameWord($0) && !scan.isOrdinary($0) })
        {
            return false
        }
        if words.count == 1, let word = words.first {
            if tokens.count > 1 && !scan.isOrdinary(word) { return true }
            if scan.isOrdinary(word) {
                return scan.isGiven(word) && scan.isCapital(word) && scan.style(word) == .mixed
                    && label.strength != .weak
            }
            return scan.kinds(word).isEmpty || scan.isListedName(word)
        }
        if !scan.kinds(first).isDisjoint(with: [.facilityGeneric, .heading, .humanVerb, .copula, .contact]),
            !scan.isGiven(first)
        {
            return false
        }
        return words.contains { !scan.isOrdinary($0) || scan.isGiven($0) }
            && (scan.isListedName(first) || !scan.isOrdinary(first))
    }

    /// "PT: Jane Doe, DPT" names the therapist.
    private func isCredential(behind tokens: Range<Int>) -> Bool {
        let next = scan.key(tokens.upperBound) == "," ? tokens.upperBound + 1 : tokens.upperBound
        return scan.kinds(next).contains(.credential)
            || scan.kinds(next).contains(.looseCredential) && scan.tokens[next].shape == .upper
    }

    private func at(before tokens: Range<Int>) -> Int { tokens.lowerBound - 1 }

    /// A sentence goes on behind it in small letters: no field of a header.
    private func isProse(_ tokens: Range<Int>) -> Bool {
        guard let first = tokens.first, tokens.filter({ scan.isWord($0) }).count == 1 else { return false }
        return scan.isOrdinary(first) && !scan.isGiven(first)
    }

    /// Tables with labels in the first row: `| Patient | DOB | MRN |`, `Last   First   MI`.
    private func columns() -> [NameMention] {
        var found: [NameMention] = []
        let lines = scan.rows()
        for (index, row) in lines.enumerated() where row.cells.count >= 2 {
            let cells = row.cells
            let labels = cells.count { isFieldCell($0) || isNameCell($0) }
            guard labels >= 2, row.hasBars || labels == cells.count, cells.contains(where: { isNameCell($0) }),
                let values = lines[(index + 1)...].prefix(2).first(where: { row in
                    row.cells.contains { $0.contains { scan.isWord($0) } }
                })?.cells
            else { continue }
            for (column, cell) in cells.enumerated() where isNameCell(cell) && column < values.count {
                guard let start = values[column].first(where: { scan.isWord($0) }), !isFieldCell(values[column]),
                    !isNameCell(values[column]), row.hasBars || values.count == cells.count
                else { continue }
                if scan.isInitial(start), values[column].count <= 2 {
                    found.append(
                        NameMention(tokens: start..<(start + 1), role: .patient, confidence: 0.95, source: "column"))
                } else if let mention = mention(at: start, Label(role: .patient, strength: .sure), source: "column") {
                    found.append(mention)
                }
            }
        }
        return found
    }

    private static let cellNames: Set<String> = [
        "patient", "name", "client", "resident", "pt", "last", "first", "middle", "mi", "surname", "given", "family",
        "legal", "preferred", "full", "initial", "member",
    ]

    private func isNameCell(_ cell: Range<Int>) -> Bool {
        let words = cell.filter { scan.isWord($0) }
        return !words.isEmpty && words.count <= 3
            && words.allSatisfy { LabelledNames.cellNames.contains(scan.base($0)) }
    }

    private func isFieldCell(_ cell: Range<Int>) -> Bool {
        let words = cell.filter { scan.isWord($0) }
        return !words.isEmpty && words.count <= 4 && words.allSatisfy { scan.kinds(at: $0).contains(.field) }
    }
}

extension NoteScan {
    func kinds(at index: Int) -> WordKinds { kinds(index) }

    /// Cells of each line between `|`, or between columns of blanks.
    func rows() -> [(cells: [Range<Int>], hasBars: Bool)] {
        var rows: [(cells: [Range<Int>], hasBars: Bool)] = []
        var cells: [Range<Int>] = []
        var columns: [Range<Int>] = []
        var bars = 0
        var (start, column) = (0, 0)
        for at in 0...count {
            if at == count || tokens[at].kind == .lineBreak {
                if start < at { cells.append(start..<at) }
                if column < at { columns.append(column..<at) }
                rows.append(bars > 0 ? (cells, true) : (columns, false))
                (cells, columns, bars, start, column) = ([], [], 0, at + 1, at + 1)
            } else if tokens[at].isSymbol("|") {
                if start < at { cells.append(start..<at) }
                bars += 1
                start = at + 1
            } else if isColumn(after: at) {
                columns.append(column..<(at + 1))
                column = at + 1
            }
        }
        return rows
    }
}
