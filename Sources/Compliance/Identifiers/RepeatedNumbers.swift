/// A number found once is masked wherever it stands again, label or not.
struct RepeatedNumbers {
    let scan: NoteScan

    func find(_ known: [Candidate]) -> [Candidate] {
        var sequences: [String: [(keys: [String], candidate: Candidate)]] = [:]
        for candidate in known where isNumbered(candidate.type) && candidate.range.count >= 5 {
            let keys = scan.note.tokens(in: candidate.range).map { scan.key($0) }
            guard let first = keys.first, keys.joined().contains(where: { $0.isNumber }) else { continue }
            sequences[first, default: []].append((keys, candidate))
        }
        guard !sequences.isEmpty else { return [] }
        var found: [Candidate] = []
        for at in 0..<scan.count {
            for (keys, candidate) in sequences[scan.key(at)] ?? [] where at + keys.count <= scan.count {
                guard keys.indices.allSatisfy({ scan.key(at + $0) == keys[$0] }) else { continue }
                let range = scan.range(at..<(at + keys.count))
                if range == candidate.range { continue }
                found.append(
                    Candidate(
                        range: range, type: candidate.type, sub: candidate.sub, confidence: 0.8, source: "repeated"))
            }
        }
        return found
    }

    private func isNumbered(_ type: IdentifierType) -> Bool {
        switch type {
        case .mrn, .ssn, .account, .planID, .license, .vehicle, .device, .otherID, .phone, .fax: true
        default: false
        }
    }
}
