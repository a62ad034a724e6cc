import Foundation
import Kernel
import Web

/// Hours claimed at placements against the register.
struct LogbookRoutes: Sendable {
    let store: ComplianceStore

    func add(to routes: inout Routes) {
        let logbook = ComplianceBase.path + "/logbook"
        routes.get(logbook, allow: Self.readers, LogbookDocs.list, handle: list)
        routes.post(logbook, allow: Self.readers, LogbookDocs.add, handle: add)
    }

    /// Whoever works with clinical notes and sees a student in the register.
    private static let readers = Access.roles(Role.with(.reviewNotes).intersection(Role.with(.readRegister)))

    private func list(_ call: Call) async throws -> Reply {
        let today = try await store.today()
        let to = try call.date("to") ?? today
        let from = try call.date("from") ?? to.adding(days: -30)
        guard from <= to else {
            throw InvalidInput("from", code: "out_of_range", "The span must end after it begins.")
        }
        let (entries, findings) = try await store.logbook(from, to, for: call.actor)
        return .object { json in
            json.member("items", entries) { json, entry in json.object { $0.members(of: entry) } }
            json.member("findings", findings) { json, finding in
                json.object {
                    $0.members(of: finding.entry)
                    $0.member("sessions", texts: finding.sessions)
                    $0.member(
                        "reason",
                        "\(finding.entry.hours.formatted()) hours are claimed on \(finding.entry.day), a day on which the "
                            + "student is marked absent.")
                }
            }
        }
    }

    private func add(_ call: Call) async throws -> Reply {
        let input = try await call.decode(LogbookInput.self)
        guard (1...ComplianceStore.mostEntries).contains(input.entries.count) else {
            throw InvalidInput(
                "entries", code: "out_of_range", "Send 1 to \(ComplianceStore.mostEntries) entries at once.")
        }
        let errors = input.entries.enumerated().flatMap { place, entry in entry.errors(at: place) }
        guard errors.isEmpty else { throw InvalidInput(errors) }
        let count = try await store.addToLogbook(
            input.entries.map { ($0.student, $0.date, $0.hours, $0.site) }, by: call.actor)
        return .object(status: 201) { $0.member("added", count) }
    }
}

private struct LogbookInput: Decodable, Sendable {
    struct Entry: Decodable, Sendable {
        let student: String
        let date: CivilDate
        let hours: Double
        let site: String

        func errors(at place: Int) -> [FieldError] {
            var errors: [FieldError] = []
            if !hours.isFinite || hours < 0 || hours > 24 {
                errors.append(
                    FieldError(
                        field: "entries[\(place)].hours", code: "out_of_range", message: "Write hours from 0 to 24."))
            }
            if site.unicodeScalars.count > ComplianceStore.longestSite || site.utf8.contains(0) {
                errors.append(
                    FieldError(
                        field: "entries[\(place)].site", code: "too_long",
                        message: "A site may have \(ComplianceStore.longestSite) characters."))
            }
            if student.utf8.contains(0) {
                errors.append(
                    FieldError(field: "entries[\(place)].student", code: "invalid", message: "Name a student."))
            }
            return errors
        }
    }

    let entries: [Entry]
}

extension JSONWriter {
    fileprivate mutating func members(of entry: LogbookEntry) {
        nest("student") {
            $0.member("id", entry.student.id)
            $0.member("number", entry.student.number)
            $0.member("name", entry.student.name)
        }
        member("date", entry.day.description)
        member("hours", decimal: entry.hours)
        member("site", entry.site)
    }
}

private enum LogbookDocs {
    private static let members: [Schema.Property] = [
        .required(
            "student",
            .object([.required("id", .uuid), .required("number", .string), .required("name", .string)])),
        .required("date", .date), .required("hours", .number), .required("site", .string),
    ]

    static let list = Doc(
        "Hours claimed at placements, and those on a day that the register has as absent", tag: ComplianceBase.tag,
        id: "getComplianceLogbook", query: [.query("from", .date), .query("to", .date)],
        answers: .object(
            "ComplianceLogbook",
            [
                .required("items", .array(of: .object("ComplianceLogbookEntry", members))),
                .required(
                    "findings",
                    .array(
                        of: .object(
                            "ComplianceLogbookFinding",
                            members + [
                                .required("sessions", .array(of: .string.described("Titles of the sessions missed."))),
                                .required("reason", .string),
                            ]))),
            ]))

    static let add = Doc(
        "Adds hours of students whom the caller sees", tag: ComplianceBase.tag, id: "addToComplianceLogbook",
        body: .json(
            .object([
                .required(
                    "entries",
                    .array(
                        of: .object([
                            .required("student", .string(max: 64).described("Number or id.")),
                            .required("date", .date), .required("hours", .number),
                            .required("site", .string(max: ComplianceStore.longestSite)),
                        ]), max: ComplianceStore.mostEntries))
            ])), answers: .object([.required("added", .integer)]), status: 201)
}
