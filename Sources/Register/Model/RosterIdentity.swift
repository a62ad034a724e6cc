package import Kernel

/// Ids of the roster follow from what a record is, so that an import run twice, or on two servers, makes the same ones.
package enum RosterIdentity {
    package static func person(_ kind: PersonKind, number: String) -> String {
        Identifier.derived(["person", kind.rawValue, number])
    }
    package static func module(code: String) -> String { Identifier.derived(["module", code]) }
    package static func group(module: String, name: String) -> String { Identifier.derived(["group", module, name]) }
    package static func enrolment(group: String, student: String, firstDay: CivilDate) -> String {
        Identifier.derived(["enrolment", group, student, firstDay.description])
    }
    package static func teaching(group: String, user: String) -> String {
        Identifier.derived(["teaching", group, user])
    }
}
