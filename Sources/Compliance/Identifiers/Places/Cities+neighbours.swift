/// Towns that what stands behind them tells: a county, a ferry.
extension Cities {
    /// "Winnemucca, Humboldt County": capitals before a comma and a county.
    func townBeforeCounty(_ comma: Int) -> Candidate? {
        guard scan.key(comma) == ",", comma > 0, scan.style(comma - 1) == .mixed,
            let county = (2...4).map({ comma + $0 }).first(where: { ["county", "parish"].contains(scan.key($0)) }),
            scan.isCapital(county), ((comma + 1)..<county).allSatisfy({ scan.isWord($0) && scan.isCapital($0) })
        else { return nil }
        return town(endingAt: comma)
    }

    /// "stuck on the Southport ferry"
    func townOfTransport(_ at: Int) -> Candidate? {
        let isTransport = [
            "ferry", "bridge", "airport", "marina", "pier", "harbor", "exit", "mall", "fairgrounds", "turnoff",
            "bypass",
            "ferryboat", "casino", "reservation",
        ].contains(scan.key(at))
        guard isTransport, at > 1, scan.style(at) == .mixed, scan.tokens[at].shape == .lower else { return nil }
        return town(endingAt: at)
    }

    private func town(endingAt end: Int) -> Candidate? {
        var start = end
        while start > 0, end - start < 3, scan.isWord(start - 1), scan.tokens[start - 1].shape == .capitalised,
            !scan.isColumn(after: start - 1) || start == end,
            scan.kinds(start - 1).isDisjoint(with: [.function, .title])
        {
            start -= 1
        }
        guard start < end else { return nil }
        let words = (start..<end).map { scan.base($0) }
        let isKnown = Gazetteer.shared.isPlace(words)
        let isOwn = (start..<end).allSatisfy {
            !scan.isOrdinary($0) && scan.kinds($0).isDisjoint(with: [.heading, .facilityHead, .eponymHead])
                && !Gazetteer.shared.isEponym(scan.base($0)) && !Gazetteer.shared.isBrand(scan.base($0))
        }
        guard isKnown || isOwn else { return nil }
        return Candidate(range: scan.range(start..<end), type: .geo, sub: "CITY", confidence: 0.8, source: "city")
    }
}
