/// A billed service as the note lists it.
package struct BillingLine: Sendable {
    /// Code points of code, minutes, units and modifiers together.
    package let range: Range<Int>
    /// CPT or HCPCS: `97110`, `G0283`.
    package let code: String
    package let minutes: Int?
    package let units: Int?
    /// In capitals, in the order of the note: `GP`, `CQ`, `KX`, `59`.
    package let modifiers: [String]
    /// Tokens of the same.
    let tokens: Range<Int>
    /// True where minutes, units, a modifier or the section say that this was billed; false for a code that is only named,
    /// as in a plan of interventions.
    package let isCharge: Bool
}
