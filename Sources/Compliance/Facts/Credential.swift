/// Letters behind a name, as a note writes them: `PT, DPT, OCS` are three.
package struct Credential: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case physicalTherapist, occupationalTherapist, speechPathologist
        case physicalTherapistAssistant, occupationalTherapyAssistant, speechAssistant
        case physician, osteopath, nursePractitioner, physicianAssistant, clinicalNurseSpecialist
        case podiatrist, optometrist, chiropractor, dentist, nurse
        case student, aide
        /// A degree or a board certificate: `MS`, `PhD`, `OCS`; it tells no profession.
        case other

        /// May write a plan, a progress report and a discharge note (Medicare Benefit Policy Manual, chapter 15, 220 and 230).
        package var isClinician: Bool {
            self == .physicalTherapist || self == .occupationalTherapist || self == .speechPathologist
        }

        package var isAssistant: Bool {
            self == .physicalTherapistAssistant || self == .occupationalTherapyAssistant || self == .speechAssistant
        }

        package var isUnskilled: Bool { self == .student || self == .aide }

        /// A physician or nonphysician practitioner, whether or not eligible to certify therapy (220.1.3.C).
        package var isPractitioner: Bool {
            switch self {
            case .physician, .osteopath, .nursePractitioner, .physicianAssistant, .clinicalNurseSpecialist, .podiatrist,
                .optometrist, .chiropractor, .dentist, .nurse:
                true
            default: false
            }
        }
    }

    /// Code points.
    package let range: Range<Int>
    package let kind: Kind
}

extension Credential {
    /// The credential written at token `at`, and the token after it. `PT` and `OT` count in any case here:
    /// only ask where a name has just ended.
    static func read(_ note: NoteText, at: Int) -> (credential: Credential, end: Int)? {
        guard at < note.tokens.count, let (kind, end) = table.match(note, at: at) else { return nil }
        return (Credential(range: note.range(ofTokens: at..<end), kind: kind), end)
    }

    private static let table = CueTable<Kind>([
        (
            [
                "PT", "P.T.", "DPT", "tDPT", "MPT", "MSPT", "MSPT", "RPT", "LPT", "BSPT", "PT/L", "PT-L",
                "physical therapist",
            ],
            .physicalTherapist
        ),
        (
            [
                "OT", "O.T.", "OTR", "OTR/L", "OTR-L", "OT/L", "OT-L", "OTD", "MOT", "MSOT", "OTRL", "O.T.R.",
                "O.T.R./L", "OTL",
                "LOTR", "OTD-R/L", "occupational therapist",
            ], .occupationalTherapist
        ),
        (
            [
                "SLP", "S.L.P.", "CCC-SLP", "CCC/SLP", "CCC SLP", "CCC", "C.C.C.", "SLP-CCC", "SLP/CCC", "SLPD",
                "SLP-D", "CF-SLP", "CFY-SLP",
                "SLP-CF", "CFY", "SLP-L", "SLP/L", "speech language pathologist", "speech-language pathologist",
                "speech pathologist", "speech therapist",
            ], .speechPathologist
        ),
        (
            [
                "PTA", "P.T.A.", "LPTA", "PTA/L", "PT assistant", "physical therapist assistant",
                "physical therapy assistant",
            ],
            .physicalTherapistAssistant
        ),
        (
            [
                "OTA", "O.T.A.", "COTA", "COTA/L", "COTA-L", "OTA/L", "OTA-L", "C.O.T.A.", "OT assistant",
                "occupational therapy assistant",
                "occupational therapist assistant", "certified occupational therapy assistant",
            ], .occupationalTherapyAssistant
        ),
        (
            [
                "SLPA", "SLP-A", "SLP assistant", "speech therapy assistant", "speech-language pathology assistant",
                "speech language pathology assistant", "speech assistant", "STA", "C-SLPA", "SLPA-C",
            ], .speechAssistant
        ),
        (["MD", "M.D.", "MBBS", "MBChB", "physician"], .physician),
        (["DO", "D.O.", "osteopath"], .osteopath),
        (
            [
                "NP", "N.P.", "FNP", "FNP-C", "FNP-BC", "NP-C", "ARNP", "APRN", "DNP", "CRNP", "AGNP", "AGNP-C", "APNP",
                "ANP", "ANP-BC",
                "nurse practitioner",
            ], .nursePractitioner
        ),
        (
            ["PA", "P.A.", "PA-C", "PAC", "MPAS", "RPA-C", "physician assistant", "physician associate"],
            .physicianAssistant
        ),
        (["CNS", "ACNS-BC", "clinical nurse specialist"], .clinicalNurseSpecialist),
        (["DPM", "D.P.M.", "podiatrist"], .podiatrist),
        (["OD", "O.D.", "optometrist"], .optometrist),
        (["DC", "D.C.", "chiropractor", "chiropractic physician"], .chiropractor),
        (["DDS", "D.D.S.", "DMD", "D.M.D.", "dentist"], .dentist),
        (["RN", "R.N.", "LPN", "LVN", "BSN", "RN-BC", "registered nurse"], .nurse),
        (
            [
                "SPT", "S.P.T.", "SPTA", "OTS", "OTAS", "S/OT", "SOT", "MOTS", "OTDS", "student", "student PT",
                "student OT", "student SLP",
                "PT student", "OT student", "SLP student", "PTA student", "OTA student", "student clinician",
                "student therapist",
                "graduate clinician", "graduate student", "SLP intern", "PT intern", "OT intern", "intern",
                "student physical therapist", "student occupational therapist",
            ], .student
        ),
        (
            [
                "aide", "rehab aide", "therapy aide", "PT aide", "OT aide", "tech", "technician", "rehab tech",
                "PT tech", "OT tech",
                "rehabilitation aide", "rehabilitation technician", "therapy tech", "therapy technician",
            ], .aide
        ),
        (
            [
                "MS", "M.S.", "MSc", "MA", "M.A.", "M.Ed.", "MEd", "PhD", "Ph.D.", "EdD", "Ed.D.", "ScD", "DSc", "DHSc",
                "BS", "B.S.", "BA",
                "MBA", "MHA", "OCS", "GCS", "NCS", "SCS", "WCS", "PCS", "CCS", "ECS", "CHT", "CLT", "CLT-LANA", "BCS-S",
                "BCS-F",
                "BCSS", "ATC", "LAT", "CSCS", "FAAOMPT", "COMT", "MTC", "FAOTA", "FAPTA", "BCPR", "BCG", "ATP", "CBIS",
                "CLVT", "SCLV",
                "CAPS", "CDRS", "Cert. MDT", "Cert MDT", "CWS", "FASHA", "MHS", "JD", "LSVT", "CNDT", "C/NDT", "CEEAA",
                "CFPS", "esq",
            ], .other
        ),
    ])
}
