import Kernel
import Persistence
import Web

/// People, modules and groups. Reading is narrowed to the caller's view; changing is for those who manage the school.
func addRosterRoutes(to routes: inout Routes, store: RegisterStore, users: any UserDirectory) {
    addPeople(to: &routes, store)
    addModules(to: &routes, store)
    addGroups(to: &routes, store)
    addEnrolments(to: &routes, store)
    addTeachers(to: &routes, store, users)
}

private let archived = Parameter.query("archived", .boolean, "Without it, both.")

private func addPeople(to routes: inout Routes, _ store: RegisterStore) {
    let list = Doc(
        "People whom the caller may see", tag: "people",
        query: [
            .query("kind", .enumeration(PersonKind.allCases.map(\.rawValue))),
            .query("group", .uuid, "Students who are or were enrolled in this group."), archived,
            .query("q", .string(max: 200), "Words of number and names; letter case and marks do not matter."),
            .limit(), .cursor,
        ], answers: .page(of: RosterSchemas.person))
    routes.get("/api/v1/people", allow: .may(.readRegister), list) { call in
        let filter = RegisterStore.PeopleFilter(
            kind: try call.choice("kind", of: PersonKind.self), group: call.query("group"),
            archived: try call.boolean("archived"), search: call.query("q"))
        let page = try RosterPage(call, keys: 3)
        let rows = try await store.people(call.caller, filter, page)
        return .page(
            rows, page, keys: { [$0[4].text ?? "", $0[3].text ?? "", $0[0].text ?? ""] },
            write: { json, row in json.person(row) })
    }
    let add = Doc(
        "Adds somebody", tag: "people", body: .json(RosterSchemas.newPerson), answers: RosterSchemas.person,
        status: 201,
        fails: [409])
    routes.post("/api/v1/people", allow: .may(.manageSchool), add) { call in
        let row = try await store.addPerson(try await call.decode([String: JSONValue].self))
        return .record(row, at: "/api/v1/people/") { $0.person(row) }
    }
    let one = Doc("One person", tag: "people", answers: RosterSchemas.person)
    routes.get("/api/v1/people/{id}", allow: .may(.readRegister), one) { call in
        let row = try await store.person(try call.id("id"), call.caller)
        return .record(row) { $0.person(row) }
    }
    let change = Doc(
        "Changes somebody; absent members stay as they are", tag: "people", body: .json(RosterSchemas.personChange),
        answers: RosterSchemas.person, fails: [409])
    routes.patch("/api/v1/people/{id}", allow: .may(.manageSchool), change) { call in
        let row = try await store.changePerson(try call.id("id"), try await call.decode([String: JSONValue].self))
        return .record(row) { $0.person(row) }
    }
    let remove = Doc("Removes somebody about whom nothing is recorded", tag: "people", answers: nil, fails: [409])
    routes.delete("/api/v1/people/{id}", allow: .may(.manageSchool), remove) { call in
        try await store.removePerson(try call.id("id"))
        return .noContent
    }
}

private func addModules(to routes: inout Routes, _ store: RegisterStore) {
    let list = Doc(
        "Modules", tag: "modules", query: [archived, .limit(), .cursor], answers: .page(of: RosterSchemas.module))
    routes.get("/api/v1/modules", allow: .may(.readRegister), list) { call in
        let page = try RosterPage(call, keys: 2)
        let rows = try await store.modules(call.caller, archived: try call.boolean("archived"), page)
        return .page(
            rows, page, keys: { [$0[1].text ?? "", $0[0].text ?? ""] }, write: { json, row in json.module(row) })
    }
    let add = Doc(
        "Adds a module", tag: "modules", body: .json(RosterSchemas.newModule), answers: RosterSchemas.module,
        status: 201,
        fails: [409])
    routes.post("/api/v1/modules", allow: .may(.manageSchool), add) { call in
        let row = try await store.addModule(try await call.decode([String: JSONValue].self))
        return .record(row, at: "/api/v1/modules/") { $0.module(row) }
    }
    let one = Doc("One module", tag: "modules", answers: RosterSchemas.module)
    routes.get("/api/v1/modules/{id}", allow: .may(.readRegister), one) { call in
        let row = try await store.module(try call.id("id"), call.caller)
        return .record(row) { $0.module(row) }
    }
    let change = Doc(
        "Changes a module; absent members stay as they are", tag: "modules", body: .json(RosterSchemas.moduleChange),
        answers: RosterSchemas.module, fails: [409])
    routes.patch("/api/v1/modules/{id}", allow: .may(.manageSchool), change) { call in
        let row = try await store.changeModule(try call.id("id"), try await call.decode([String: JSONValue].self))
        return .record(row) { $0.module(row) }
    }
    let remove = Doc("Removes a module without groups", tag: "modules", answers: nil, fails: [409])
    routes.delete("/api/v1/modules/{id}", allow: .may(.manageSchool), remove) { call in
        try await store.removeModule(try call.id("id"))
        return .noContent
    }
}

private func addGroups(to routes: inout Routes, _ store: RegisterStore) {
    let list = Doc(
        "Groups", tag: "groups", query: [.query("module", .uuid), archived, .limit(), .cursor],
        answers: .page(of: RosterSchemas.group))
    routes.get("/api/v1/groups", allow: .may(.readRegister), list) { call in
        let page = try RosterPage(call, keys: 2)
        let rows = try await store.groups(
            call.caller, module: call.query("module"), archived: try call.boolean("archived"), page)
        return .page(
            rows, page, keys: { [$0[2].text ?? "", $0[0].text ?? ""] }, write: { json, row in json.group(row) })
    }
    let add = Doc(
        "Adds a group to a module", tag: "groups", body: .json(RosterSchemas.newGroup), answers: RosterSchemas.group,
        status: 201, fails: [409])
    routes.post("/api/v1/groups", allow: .may(.manageSchool), add) { call in
        let row = try await store.addGroup(try await call.decode([String: JSONValue].self))
        return .record(row, at: "/api/v1/groups/") { $0.group(row) }
    }
    let one = Doc("One group", tag: "groups", answers: RosterSchemas.group)
    routes.get("/api/v1/groups/{id}", allow: .may(.readRegister), one) { call in
        let row = try await store.group(try call.id("id"), call.caller)
        return .record(row) { $0.group(row) }
    }
    let change = Doc(
        "Changes a group; absent members stay as they are", tag: "groups", body: .json(RosterSchemas.groupChange),
        answers: RosterSchemas.group, fails: [409])
    routes.patch("/api/v1/groups/{id}", allow: .may(.manageSchool), change) { call in
        let row = try await store.changeGroup(try call.id("id"), try await call.decode([String: JSONValue].self))
        return .record(row) { $0.group(row) }
    }
    let remove = Doc("Removes a group without sessions", tag: "groups", answers: nil, fails: [409])
    routes.delete("/api/v1/groups/{id}", allow: .may(.manageSchool), remove) { call in
        try await store.removeGroup(try call.id("id"))
        return .noContent
    }
}

private func addEnrolments(to routes: inout Routes, _ store: RegisterStore) {
    let path = "/api/v1/groups/{id}/enrolments"
    let list = Doc(
        "Who is, was or will be in a group", tag: "groups",
        query: [.query("on", .date, "Only those on the roll of this day.")],
        answers: .object([.required("items", .array(of: RosterSchemas.rollEntry))]))
    routes.get(path, allow: .may(.readRegister), list) { call in
        let rows = try await store.enrolments(ofGroup: try call.id("id"), call.caller, on: try call.date("on"))
        return .items(rows) { json, row in
            json.object {
                for (index, name) in rollEntryNames.enumerated() { $0.member(name, row[index].text) }
            }
        }
    }
    let add = Doc(
        "Enrols a student in a group", tag: "groups", body: .json(RosterSchemas.newEnrolment),
        answers: RosterSchemas.enrolment, status: 201, fails: [409])
    routes.post(path, allow: .may(.manageSchool), add) { call in
        let group = try call.id("id")
        let row = try await store.enrol(inGroup: group, try await call.decode([String: JSONValue].self))
        return .record(row, at: "/api/v1/groups/\(group)/enrolments/") { $0.enrolment(row) }
    }
    let change = Doc(
        "Moves the days of an enrolment", tag: "groups", body: .json(RosterSchemas.enrolmentChange),
        answers: RosterSchemas.enrolment, fails: [409])
    routes.patch(path + "/{enrolment}", allow: .may(.manageSchool), change) { call in
        let row = try await store.changeEnrolment(
            try call.id("enrolment"), inGroup: try call.id("id"), try await call.decode([String: JSONValue].self))
        return .record(row) { $0.enrolment(row) }
    }
    let remove = Doc("Removes an enrolment made by mistake; marks stay", tag: "groups", answers: nil)
    routes.delete(path + "/{enrolment}", allow: .may(.manageSchool), remove) { call in
        try await store.removeEnrolment(try call.id("enrolment"), inGroup: try call.id("id"))
        return .noContent
    }
}

private let rollEntryNames = [
    "id", "group", "student", "firstDay", "lastDay", "number", "givenName", "familyName",
]

private func addTeachers(to routes: inout Routes, _ store: RegisterStore, _ users: any UserDirectory) {
    let path = "/api/v1/groups/{id}/teachers"
    let list = Doc(
        "Accounts that teach a group", tag: "groups",
        answers: .object([.required("items", .array(of: RosterSchemas.teaching))]))
    routes.get(path, allow: .may(.readRegister), list) { call in
        .items(try await store.teachers(ofGroup: try call.id("id"), call.caller)) { json, row in json.teaching(row) }
    }
    let add = Doc(
        "Lets an account teach a group", tag: "groups", body: .json(RosterSchemas.newTeacher),
        answers: RosterSchemas.teaching, status: 201)
    routes.post(path, allow: .may(.manageSchool), add) { call in
        let body = try await call.decode([String: JSONValue].self)
        let group = try call.id("id")
        var fields = RosterFields(body, allowed: ["user"])
        let user = fields.reference("user", current: nil)
        if body["user"] == nil || body["user"] == .null { fields.refuse("user", "required", "The user is missing.") }
        try fields.finish()
        guard let user, let name = try await users.name(ofUser: user) else {
            throw InvalidInput("user", code: "unknown_user", "There is no such account.")
        }
        let row = try await store.addTeacher(user, name: name, toGroup: group)
        return .record(row, at: "/api/v1/groups/\(group)/teachers/") { $0.teaching(row) }
    }
    let remove = Doc("Takes a group from an account", tag: "groups", answers: nil)
    routes.delete(path + "/{user}", allow: .may(.manageSchool), remove) { call in
        try await store.removeTeacher(try call.id("user"), fromGroup: try call.id("id"))
        return .noContent
    }
}

extension Reply {
    /// One record; 201 with its address when a place for new ones is given.
    static func record(_ row: Row, at place: String? = nil, write: (inout JSONWriter) -> Void) -> Reply {
        var json = JSONWriter()
        write(&json)
        guard let place else { return .json(json) }
        return .json(json, status: 201).header("Location", place + (row[0].text ?? ""))
    }

    /// A list that is short by nature and comes whole.
    static func items(_ rows: [Row], write: (inout JSONWriter, Row) -> Void) -> Reply {
        var json = JSONWriter()
        json.object { json in
            json.member(
                "items",
                objects: { items in
                    for row in rows { write(&items, row) }
                })
        }
        return .json(json)
    }
}
