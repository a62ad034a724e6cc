/// What a label says of the name behind it.
struct Label: Sendable {
    enum Strength: Sendable { case sure, fair, weak }
    var role: NameMention.Role
    var strength: Strength
    var relation = false
}

enum Labels {
    /// By the last word of the label, before a colon or a cell's edge.
    static let ending: [String: Label] = {
        var table: [String: Label] = [:]
        func add(_ label: Label, _ list: String) {
            for word in list.split(separator: " ") { table[String(word)] = label }
        }
        add(Label(role: .patient, strength: .sure), "name names surname aka alias nickname")
        add(Label(role: .patient, strength: .fair), "preferred last first")
        add(
            Label(role: .patient, strength: .weak),
            "patient pt client resident member beneficiary insured child veteran re regarding individual participant consumer subscriber"
        )
        add(
            Label(role: .relative, strength: .fair, relation: true),
            """
            contact caregiver caretaker spouse kin nok guardian poa attorney parent mother father guarantor husband wife daughter
            son party proxy partner sister brother accompanied neighbor friend
            """.replacingLineBreaks())
        add(
            Label(role: .provider, strength: .fair),
            """
            therapist physician provider pcp referring ordering attending surgeon clinician evaluator author signature signed
            cosigned cosigner cosignature by md np pa interpreter ci instructor manager worker nurse assistant pta ota cota cc
            referral supervisor supervising doctor dr certifier practitioner neurologist cardiologist orthopedist physiatrist
            orthotist prosthetist dietitian oncologist pulmonologist rheumatologist podiatrist dentist psychologist translator
            ot slp pathologist clinician's sig from to attn student sitter scribe chaperone facilitator
            """.replacingLineBreaks())
        return table
    }()

    /// Cues that need no colon.
    static let plain: [String: Label] = {
        var table: [String: Label] = [:]
        func add(_ label: Label, _ list: String) {
            for word in list.split(separator: " ") { table[String(word)] = label }
        }
        add(Label(role: .patient, strength: .weak), "name patient client resident pt member veteran")
        add(Label(role: .patient, strength: .sure), "aka alias nickname as to")
        add(
            Label(role: .provider, strength: .fair),
            """
            by of interpreter physician therapist surgeon pcp attending neurologist cardiologist orthopedist physiatrist orthotist
            prosthetist dietitian nurse clinician provider practitioner instructor signed pta cota translator podiatrist
            oncologist pulmonologist psychologist pharmacist optometrist urologist aide tech assistant ot slp
            """.replacingLineBreaks())
        return table
    }()

    /// "signed by", "furnished by": what people do who are named behind "by".
    static let acts: Set<String> = Set(
        """
        signed written completed documented dictated treated performed furnished provided entirely evaluated seen referred
        supervised prepared reviewed approved certified authenticated cosigned authored entered submitted ordered assessed
        administered recorded assisted interpreted accompanied verified established delivered electronically digitally
        attested finalized finalised supplied fabricated rendered led directed staffed charted e-signed esigned co-signed
        received given handled carried conducted covered witnessed transcribed
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

    /// Before "PT:", which means a patient otherwise.
    static let ofTherapist: Set<String> = [
        "supervising", "treating", "primary", "evaluating", "licensed", "lead", "signing", "assigned", "referring",
        "cosigning", "attending", "staff", "covering", "responsible", "discharging", "sup", "supv", "eval",
        "registered",
        "clinic", "cotreating", "mentor",
    ]

    /// Names that are no person's: facility name, test name.
    static let noPersons: Set<String> = [
        "facility", "clinic", "hospital", "test", "plan", "employer", "company", "insurance", "pharmacy", "school",
        "file",
        "drug", "medication", "brand", "product", "goal", "device", "street", "exercise", "payer", "agency", "site",
        "group",
        "user", "domain", "state", "confrontation", "picture", "object",
    ]
}

extension String {
    fileprivate func replacingLineBreaks() -> String { split(separator: "\n").joined(separator: " ") }
}
