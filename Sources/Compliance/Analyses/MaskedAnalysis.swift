package import Kernel

/// Everything that is kept and shown of an analysed note: the masked rendering and what rests on it. Words of the note are
/// in here only as they stand in `masked`; places of the original are numbers.
package struct MaskedAnalysis: Codable, Sendable, Equatable {
    package struct Span: Codable, Sendable, Equatable {
        /// In the masked text.
        package let start: Int
        package let end: Int
        package let type: IdentifierType
        package let sub: String?
        package let replacement: String
        package let confidence: Double
    }

    package struct Evidence: Codable, Sendable, Equatable {
        /// In the masked text.
        package let start: Int
        package let end: Int
        /// In the original.
        package let originalStart: Int
        package let originalEnd: Int
        /// The masked words.
        package let quote: String
        package let page: Int?
        package let confidence: Double?
    }

    package struct Finding: Codable, Sendable, Equatable {
        package let id: String
        package let ruleId: String
        package let ruleVersion: String
        package let title: String
        package let severity: Severity
        package let status: FindingStatus
        package let evidence: [Evidence]
        package let searched: [String]
        package let missing: [String]
        /// The day itself, for the owner of the note; everything else says `[DATE+30d]`.
        package let due: CivilDate?
        package let maskedDue: String?
        package let warning: String?
        package let reason: String
        package let citation: Citation
        package let tip: String
        package let exampleWording: String
        package let financial: String
    }

    package struct Score: Codable, Sendable, Equatable {
        package let value: Double
        package let numerator: Int
        package let denominator: Int
        package let isCapped: Bool
    }

    package let masked: String
    package let spans: [Span]
    package let findings: [Finding]
    package let score: Score?
    package let noteType: NoteType?
    package let discipline: Discipline?
    package let recertification: Bool
    package let typeEvidence: [Evidence]
    package let disciplineEvidence: [Evidence]
    package let conflicts: [String]
    package let rubricId: String
    package let rubricVersion: String
    package let engineVersion: String
    package let noteHash: String
    /// `[DATE+21d]`
    package let dateOfService: String?
    /// The same as a day; kept encrypted with the rest, for the order of an episode and its due dates.
    package let serviceDay: CivilDate?

    func finding(_ id: String) -> Finding? { findings.first { $0.id == id } }
}

/// How many findings of each kind.
struct FindingCounts: Sendable, Equatable {
    var high = 0
    var medium = 0
    var low = 0
    var pending = 0
    var undeterminable = 0

    init(_ findings: [MaskedAnalysis.Finding]) {
        for finding in findings {
            switch (finding.status, finding.severity) {
            case (.violated, .high): high += 1
            case (.violated, .medium): medium += 1
            case (.violated, .low), (.violated, .info): low += 1
            case (.pending, _): pending += 1
            case (.undeterminable, _): undeterminable += 1
            default: break
            }
        }
    }
}
