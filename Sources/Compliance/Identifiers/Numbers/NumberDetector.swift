/// Finds identifiers that are numbers, codes or addresses by their form, their check digits and the labels before them.
package protocol NumberDetector: Sendable {
    /// Candidates in no particular order; some may overlap those of another detector, then the more confident one counts.
    func find(in note: NoteText) -> [Candidate]
}

package enum NumberDetectors {
    package static let all: [any NumberDetector] = [
        LabelledNumbers(), PhoneNumbers(), WebAddresses(), NetworkAddresses(), SocialSecurityNumbers(),
        CheckedNumbers(), FileNames(), DeviceIdentifiers(),
    ]
}
