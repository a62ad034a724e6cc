/// A state as notes write it: `Nevada`, `NV`, `Nev.`, `N. Dak.`, `N.M.`
struct StateName: Sendable {
    enum Form: Sendable { case full, postal, abbreviated }
    /// The token behind it, its point included.
    let end: Int
    let form: Form
}

extension NoteScan {
    func state(at: Int) -> StateName? {
        guard isWord(at) else { return nil }
        let key = key(at)
        if key.utf8.count == 1 { return dottedState(at, key) }
        if let name = fullState(at, key) { return name }
        let hasPoint = self.key(at + 1) == "." && gap(after: at) == 0
        if key.utf8.count == 2, Gazetteer.shared.isState(key) {
            // "Ga." and "Va." end with their point, "OR." ends a sentence
            if tokens[at].shape == .upper || tokens[at].shape == .lower {
                return StateName(end: at + 1, form: .postal)
            }
            return hasPoint && isCapital(at) ? StateName(end: at + 2, form: .abbreviated) : nil
        }
        guard key.utf8.count <= 5, isCapital(at) || style(at) == .lower, States.abbreviations.contains(key),
            hasPoint || key.utf8.count > 3 && !isOrdinary(at)
        else { return nil }
        return StateName(end: hasPoint ? at + 2 : at + 1, form: .abbreviated)
    }

    private func fullState(_ at: Int, _ key: String) -> StateName? {
        guard isCapital(at) || style(at) == .lower else { return nil }
        if key.utf8.count > 3, Gazetteer.shared.isState(key) { return StateName(end: at + 1, form: .full) }
        guard States.firsts.contains(key), isWord(at + 1) else { return nil }
        if Gazetteer.shared.isState(key + " " + self.key(at + 1)) { return StateName(end: at + 2, form: .full) }
        return nil
    }

    /// N.M., N. Dak., W. Va.
    private func dottedState(_ at: Int, _ key: String) -> StateName? {
        guard self.key(at + 1) == ".", gap(after: at) == 0, isWord(at + 2), gap(after: at + 1) <= 1,
            isCapital(at) || style(at) == .lower
        else { return nil }
        let pair = key + " " + self.key(at + 2)
        guard States.pairs.contains(pair), self.key(at + 2).utf8.count > 1 || gap(after: at + 1) == 0 else {
            return nil
        }
        let hasPoint = self.key(at + 3) == "." && gap(after: at + 2) == 0
        return hasPoint || self.key(at + 2).utf8.count > 2
            ? StateName(end: hasPoint ? at + 4 : at + 3, form: .abbreviated) : nil
    }
}

enum States {
    fileprivate static let firsts: Set<String> = [
        "new", "north", "south", "west", "rhode", "puerto", "american", "virgin", "district",
    ]
    fileprivate static let abbreviations: Set<String> = [
        "ala", "alas", "ariz", "ark", "calif", "cal", "colo", "conn", "del", "fla", "ida", "ill", "ind", "kan", "kans",
        "mass", "mich", "minn", "miss", "mont", "neb", "nebr", "nev", "okla", "ore", "oreg", "penn", "penna", "tenn",
        "tex", "wash", "wis", "wisc", "wyo",
    ]
    fileprivate static let pairs: Set<String> = [
        "n dak", "s dak", "n mex", "n car", "s car", "w va", "n h", "n j", "n m", "n y", "n c", "s c", "n d", "s d",
        "r i", "d c", "p r", "n carolina", "s carolina", "n dakota", "s dakota", "w virginia",
    ]
    /// Codes that are degrees or trades behind a name: "Clinton, PA".
    static let credentials: Set<String> = ["pa", "md", "ma", "ms", "nd", "co", "dc", "mt", "ot", "al"]
    /// Codes that are words or abbreviations in small letters.
    static let words: Set<String> = [
        "or", "in", "me", "hi", "ok", "oh", "as", "id", "al", "de", "la", "pa", "ma", "md", "ms", "mi", "co", "ct",
        "mt",
        "ne", "pr", "ar", "nd", "il", "ga", "mo", "dc",
    ]
}
