enum DatesFact: Fact {
    static func find(in facts: NoteFacts) -> NoteDates { NoteDates(facts.note) }
}

enum SignaturesFact: Fact {
    static func find(in facts: NoteFacts) -> [Signature] { SignatureReader.read(facts.note, dates: facts.dates) }
}

enum BillingFact: Fact {
    static func find(in facts: NoteFacts) -> [BillingLine] { BillingReader.read(facts.note, outline: facts.outline) }
}

extension NoteFacts {
    /// Every date of the note.
    package var dates: NoteDates { self[DatesFact.self] }
    /// Every signature, and the words that say one is missing, in the order of the note.
    package var signatures: [Signature] { self[SignaturesFact.self] }
    /// Every procedure code of the note; `isCharge` tells which are billed.
    package var procedures: [BillingLine] { self[BillingFact.self] }
    package var billing: [BillingLine] { procedures.filter(\.isCharge) }
}
