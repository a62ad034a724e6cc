/// Charges in columns that no lines part.
extension BillingReader {
    /// `97110  GP  24  1  step-downs, 6 to 4 in` below `CPT  MOD  MIN  UNITS  DETAIL`: the two numbers behind a code and its
    /// modifiers, in the order of a head without lines.
    func columns(_ codeEnd: Int, before end: Int, line: Int) -> (minutes: Int?, units: Int?)? {
        var at = codeEnd
        while at < end, CPTCode.modifiers.contains(note.key(at).uppercased()), !note.tokens[at].isNumber { at += 1 }
        guard at + 1 < end, let first = note.wholeNumber(at), let second = note.wholeNumber(at + 1) else { return nil }
        var above = note.line(at: note.tokens[line].range.lowerBound) - 1
        for _ in 0..<12 where above >= 0 {
            let head = note.tokens(in: note.lines[above])
            above -= 1
            guard !head.contains(where: { note.tokens[$0].isNumber }) else { continue }
            let minutes = head.first { BillingFields.isMinuteWord(note.key($0)) || note.key($0) == "time" }
            let units = head.first { BillingFields.isUnitWord(note.key($0)) || note.key($0) == "qty" }
            if let minutes, let units { return minutes < units ? (first, second) : (second, first) }
        }
        return nil
    }
}
