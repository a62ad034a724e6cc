/// One file of the sample set, as it would come from the university's dashboard or from the office.
package struct SampleFile: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case attendance
        case rotation
        case notes
    }

    /// Names the module, as an export's name does.
    package let name: String
    package let kind: Kind
    package let module: String
    package let bytes: [UInt8]
}
