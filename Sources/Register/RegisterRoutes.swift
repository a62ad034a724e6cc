import Kernel
package import Web

/// Every route of the register with the roles it lets in; what of the register they see is the store's business.
///
/// - Parameter users: finds the accounts that are to teach a group.
package func addRegisterRoutes(
    to routes: inout Routes, store: RegisterStore, users: any UserDirectory, catchUps: any CatchUpDirectory
) {
    RegisterRoutes(store: store).add(to: &routes)
    addRosterRoutes(to: &routes, store: store, users: users)
    addReportRoutes(to: &routes, store: store, catchUps: catchUps)
}

struct RegisterRoutes: Sendable {
    let store: RegisterStore

    func add(to routes: inout Routes) {
        routes.push("/api/v1/sync", allow: .may(.readRegister), SyncDocs.sync, handle: sync)
        routes.get("/api/v1/events", allow: .may(.readRegister), SyncDocs.events, handle: events)
        routes.get("/api/v1/devices", allow: .may(.readRegister), SyncDocs.devices, handle: devices)
        routes.post("/api/v1/receipts/verify", allow: .may(.readRegister), SyncDocs.verify, handle: verify)

        let sessions = "/api/v1/attendance/sessions"
        routes.get(sessions, allow: .may(.readRegister), SessionDocs.list, handle: listSessions)
        routes.post(sessions, allow: .may(.takeRegister), SessionDocs.make, handle: makeSession)
        routes.get(sessions + "/{id}", allow: .may(.readRegister), SessionDocs.one, handle: session)
        routes.patch(sessions + "/{id}", allow: .may(.takeRegister), SessionDocs.change, handle: changeSession)
        routes.get(sessions + "/{id}/register", allow: .may(.seeReports), SessionDocs.register, handle: register)
        routes.get(sessions + "/{id}/receipt", allow: .may(.seeReports), SessionDocs.receipt, handle: receipt)
        routes.get(sessions + "/{id}/check-in", allow: .may(.takeRegister), SessionDocs.code, handle: checkInCode)
        routes.post(sessions + "/{id}/check-in", allow: .may(.checkIn), SessionDocs.checkIn, handle: checkIn)

        let records = "/api/v1/attendance/records"
        routes.get(records, allow: .may(.readRegister), RecordDocs.list, handle: listRecords)
        routes.post(records, allow: .may(.takeRegister), RecordDocs.record, handle: record)
        routes.get(records + "/history", allow: .may(.readRegister), RecordDocs.history, handle: history)
        let disputes = "/api/v1/attendance/disputes"
        routes.get(disputes, allow: .may(.seeReports), RecordDocs.disputes, handle: listDisputes)
        routes.post(disputes + "/{id}/settle", allow: .may(.seeReports), RecordDocs.settle, handle: settle)

        let exceptions = "/api/v1/attendance/exceptions"
        routes.get(exceptions, allow: .may(.readRegister), ExceptionDocs.list, handle: listExceptions)
        routes.post(exceptions, allow: .may(.requestAbsence), ExceptionDocs.request, handle: requestException)
        routes.get(exceptions + "/{id}", allow: .may(.readRegister), ExceptionDocs.one, handle: exception)
        routes.patch(exceptions + "/{id}", allow: .may(.requestAbsence), ExceptionDocs.change, handle: changeException)
        routes.post(exceptions + "/{id}/decision", allow: .may(.decideAbsences), ExceptionDocs.decide, handle: decide)
        routes.put(
            exceptions + "/{id}/evidence", allow: .may(.requestAbsence), ExceptionDocs.store, handle: storeEvidence)
        routes.get(exceptions + "/{id}/evidence", allow: .may(.readRegister), ExceptionDocs.evidence, handle: evidence)

        routes.get("/api/v1/school", allow: .signedIn, SchoolDocs.school, handle: school)
        routes.patch("/api/v1/school", allow: .may(.manageSchool), SchoolDocs.change, handle: changeSchool)
        routes.post("/api/v1/school/rollover", allow: .may(.manageSchool), SchoolDocs.rollover, handle: rollOver)
    }
}

extension Incoming {
    /// The members of a JSON object.
    /// - Throws: `malformed_json` (400), `too_large` (413), `unsupported_media_type` (415), `invalid_input` (422)
    func members(upTo limit: Int = 1 << 20) async throws -> [String: JSONValue] {
        try requireMediaType("application/json")
        return try RequestBody.object(try await body(upTo: limit))
    }
}
