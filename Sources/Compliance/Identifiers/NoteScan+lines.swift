/// Leaders of points, wrapped lines and relations, as the finders of names ask for them.
extension NoteScan {
    /// The last of three points or more that lead from a label to its value.
    func isLeader(endingAt at: Int) -> Bool {
        key(at) == "." && key(at - 1) == "." && key(at - 2) == "." && key(at + 1) != "."
    }

    /// A line's end inside a paragraph: the line is long and the next one goes on.
    func isWrapped(_ at: Int) -> Bool {
        guard at > 0, at + 1 < count, tokens[at].kind == .lineBreak, isWord(at + 1) else { return false }
        return note.lines[note.line(at: tokens[at - 1].range.lowerBound)].count >= 50
    }

    /// A relation's word within the five tokens before, on the line.
    func relation(before index: Int) -> String? {
        var at = index - 1
        while at >= max(0, index - 5), !isBreak(at) {
            if kinds(at).contains(.relation), key(at) != "law" { return base(at) }
            at -= 1
        }
        return nil
    }
}
