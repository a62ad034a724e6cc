package import Kernel

/// What a note says about the practitioner's approval of the plan.
package struct Certification: Sendable {
    /// A certifying signature, given or awaited.
    package struct Approval: Sendable {
        /// Code points of its clause.
        package let range: Range<Int>
        package let date: CivilDate?
        package let dateRange: Range<Int>?
        /// Of the certifier; nil when only a name or a title is written.
        package let credential: Credential?
        package let isRecertification: Bool
        package let isStamped: Bool
    }

    package struct Dated: Sendable {
        package let range: Range<Int>
        package let date: CivilDate?
    }

    package struct Interval: Sendable {
        package let range: Range<Int>
        package let from: CivilDate?
        package let to: CivilDate
    }

    package var approvals: [Approval] = []
    /// A verbal or telephone order to certify the plan.
    package var verbal: Dated?
    /// A signed and dated order or referral on file.
    package var order: Dated?
    /// The plan was sent to the practitioner.
    package var transmission: Dated?
    /// Proof of the sending: a fax confirmation, a receipt.
    package var confirmation: Range<Int>?
    /// Why certification came late.
    package var delay: Range<Int>?
    /// Certified periods; `from` is nil when only the end is written.
    package var intervals: [Interval] = []
    /// A line for the practitioner's signature with nothing on it, or one announced.
    package var open: Range<Int>?

    package var approval: Approval? { approvals.first { $0.date != nil } ?? approvals.first }
}
