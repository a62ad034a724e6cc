package import Web

/// A school to try Rounds with.
package func addSampleRoutes(to routes: inout Routes, store: RegisterStore) {
    let status = Schema.object(
        "SampleStatus",
        [
            .required("loaded", .boolean),
            .required("empty", .boolean.described("No people, modules or groups at all.")),
            .required("people", .integer(min: 0)), .required("modules", .integer(min: 0)),
            .required("groups", .integer(min: 0)), .required("sessions", .integer(min: 0)),
        ])

    routes.get(
        "/api/v1/school/sample", allow: .may(.manageSchool),
        Doc("Whether the school is empty or holds the sample", tag: "school", id: "getSample", answers: status)
    ) { _ in .json(try await store.sampleStatus()) }

    routes.post(
        "/api/v1/school/sample", allow: .may(.manageSchool),
        Doc(
            "Fills an empty school with a fictional one: 1,000 students, 50 modules, a term of timetable",
            tag: "school",
            id: "loadSample", answers: status, status: 201, fails: [409])
    ) { call in
        .created(try await store.loadSample(by: call.caller), at: "/api/v1/school/sample")
    }

    routes.delete(
        "/api/v1/school/sample", allow: .may(.manageSchool),
        Doc(
            "Removes the sample school, unless people, modules or groups were added", tag: "school", id: "removeSample",
            answers: status, fails: [404, 409])
    ) { call in .json(try await store.removeSample(by: call.caller)) }
}
