/// The identifiers of 45 CFR 164.514(b)(2)(i), named as the scorer names them, and places of care, which Rounds masks too.
package enum IdentifierType: String, Codable, Hashable, Sendable, CaseIterable {
    case name = "NAME"
    case geo = "GEO"
    case date = "DATE"
    case ageOver89 = "AGE_OVER_89"
    case phone = "PHONE"
    case fax = "FAX"
    case email = "EMAIL"
    case ssn = "SSN"
    case mrn = "MRN"
    case planID = "PLAN_ID"
    case account = "ACCOUNT"
    case license = "LICENSE"
    case vehicle = "VEHICLE"
    case device = "DEVICE"
    case url = "URL"
    case ip = "IP"
    case biometric = "BIOMETRIC"
    case photo = "PHOTO"
    case otherID = "OTHER_ID"
    case facility = "FACILITY"
}

/// What a detector holds to be an identifier, before candidates are weighed against each other.
package struct Candidate: Sendable, Hashable {
    /// Code points, without title, credential, label or unit.
    package var range: Range<Int>
    package var type: IdentifierType
    /// A name is of PATIENT, RELATIVE, PROVIDER or PERSON; a place STREET, CITY, ZIP or COUNTY; a facility CARE or EMPLOYER;
    /// a year that reveals an age over 89 is a date of YEAR90.
    package var sub: String?
    /// 0…1; below `Scrubber.threshold` it counts in strict mode alone.
    package var confidence: Double
    /// The detector, for a person who asks why.
    package var source: String
    /// Whose name it is, as the note's book of names counts persons.
    var person: Int?

    package init(range: Range<Int>, type: IdentifierType, sub: String? = nil, confidence: Double, source: String) {
        self.range = range
        self.type = type
        self.sub = sub
        self.confidence = confidence
        self.source = source
    }
}
