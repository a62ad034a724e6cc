import Foundation
import Kernel

/// What a reader knows besides the file.
struct ImportContext: Sendable {
    /// The school's time zone: its civil days and times are what a register speaks of.
    let zone: TimeZone
    /// The file's name as the person's computer gave it.
    var fileName: String?
    /// Module code that the person stated.
    var module: String?
    /// Group that the person stated.
    var group: StatedGroup?
    /// Groups of the register, for files that name a group only in passing (calendars).
    var knownGroups: [StatedGroup] = []
    /// Titles of the sessions that the register has, by what they are; an attendance export looks here whether a
    /// start time is taken by another event.
    var titles: [SessionName: String] = [:]

    /// A group of the register or one that a person named.
    struct StatedGroup: Sendable, Equatable {
        let moduleCode: String
        let name: String
        let firstDay: CivilDate?
        let lastDay: CivilDate?

        var groupName: GroupName { GroupName(module: moduleCode, name: name) }
    }
}
