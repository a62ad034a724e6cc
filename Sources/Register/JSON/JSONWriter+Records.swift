import Kernel
import Persistence

/// Records as objects, as every list and protocol 1 have them.
extension JSONWriter {
    mutating func person(_ row: Row) { object { $0.members(ofPerson: row) } }
    mutating func module(_ row: Row) { object { $0.members(ofModule: row) } }
    mutating func group(_ row: Row) { object { $0.members(ofGroup: row) } }
    mutating func enrolment(_ row: Row) { object { $0.members(ofEnrolment: row) } }
    mutating func teaching(_ row: Row) { object { $0.members(ofTeaching: row) } }
    mutating func school(_ row: Row) { object { $0.members(ofSchool: row) } }
    mutating func session(_ row: Row) { object { $0.members(ofSession: row) } }
    mutating func mark(_ row: Row) { object { $0.members(ofMark: row) } }
    mutating func dispute(_ row: Row) { object { $0.members(ofDispute: row) } }
    mutating func exception(_ row: Row, showsReason: Bool) {
        object { $0.members(ofException: row, showsReason: showsReason) }
    }
}
