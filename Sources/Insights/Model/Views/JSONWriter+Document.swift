import Kernel

/// Texts of digits and signs, which need no escape; a large module has a million of them.
extension JSONWriter {
    mutating func plainText(_ text: [UInt8]) {
        raw {
            $0.append(UInt8(ascii: "\""))
            $0.append(contentsOf: text)
            $0.append(UInt8(ascii: "\""))
        }
    }

    /// `YYYY-MM-DD HH:MM` of a day already written out and the minute of the day.
    mutating func stamp(_ date: [UInt8], minute: Int) {
        raw {
            $0.append(UInt8(ascii: "\""))
            $0.append(contentsOf: date)
            $0.append(UInt8(ascii: " "))
            Self.append(minute / 60, to: &$0)
            $0.append(UInt8(ascii: ":"))
            Self.append(minute % 60, to: &$0)
            $0.append(UInt8(ascii: "\""))
        }
    }

    private static func append(_ number: Int, to bytes: inout [UInt8]) {
        bytes.append(UInt8(0x30 + number / 10))
        bytes.append(UInt8(0x30 + number % 10))
    }
}

extension JSONWriter {
    mutating func members(of accounting: FileAccounting) {
        member("rows", accounting.rows)
        member("malformed", accounting.malformed)
        member("blankStudentId", accounting.blankStudentId)
        member("badDate", accounting.badDate)
        member("cancelled", accounting.cancelled)
        member("duplicatesMerged", accounting.duplicatesMerged)
        member("checkInsMerged", accounting.checkInsMerged)
        member("unknownBooleans", accounting.unknownBooleans)
        member("encoding", accounting.encoding)
        member("delimiter", accounting.delimiter)
        member("kept", accounting.kept)
        member("study", accounting.study)
    }
}
