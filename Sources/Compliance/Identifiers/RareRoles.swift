/// "The mayor's mother": a role that few people have names its holder. For a person to look at, so in strict mode alone.
struct RareRoles {
    let scan: NoteScan

    private static let roles: Set<String> = [
        "mayor", "governor", "senator", "congressman", "congresswoman", "sheriff", "bishop", "archbishop", "ambassador",
        "judge",
        "olympian", "astronaut", "superintendent", "anchorman", "anchorwoman", "quarterback", "laureate",
    ]

    func find() -> [Candidate] {
        scan.bases.indices.filter { RareRoles.roles.contains(scan.bases[$0]) && !scan.isCapital($0 + 1) }.map {
            Candidate(range: scan.range($0), type: .otherID, confidence: 0.4, source: "rare role")
        }
    }
}
