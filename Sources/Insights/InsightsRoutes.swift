package import Web

/// Every route of the analysis with the roles it lets in; whom they see there is the business of `Audience`.
package func addInsightsRoutes(to routes: inout Routes, store: InsightsStore) {
    InsightsRoutes(store: store).add(to: &routes)
}

struct InsightsRoutes: Sendable {
    let store: InsightsStore

    func add(to routes: inout Routes) {
        let base = "/api/v1/insights"
        routes.get(base + "/modules", allow: .may(.seeInsights), InsightsDocs.modules, handle: modules)
        routes.get(base + "/summary", allow: .may(.seeCohorts), InsightsDocs.summary, handle: summary)
        routes.get(base + "/student", allow: .may(.seeInsights), InsightsDocs.student, handle: student)
        routes.get(base + "/placements", allow: .may(.seeCohorts), InsightsDocs.placements, handle: placements)
        routes.get(
            base + "/self-certification", allow: .may(.seeCohorts), InsightsDocs.selfCertification,
            handle: selfCertification)
        routes.get(base + "/recent", allow: .may(.seeCohorts), InsightsDocs.recent, handle: recent)
        routes.get(base + "/advisers", allow: .may(.seeCohorts), InsightsDocs.advisers, handle: advisers)
        routes.get(base + "/adviser", allow: .may(.seeCohorts), InsightsDocs.adviser, handle: adviser)
        routes.get(base + "/weekly", allow: .may(.seeCohorts), InsightsDocs.weekly, handle: weekly)
        routes.get(base + "/compare", allow: .may(.seeCohorts), InsightsDocs.compare, handle: compare)

        let imports = base + "/imports"
        routes.post(imports, allow: .may(.manageInsights), ImportDocs.create, handle: createImport)
        routes.get(imports, allow: .may(.manageInsights), ImportDocs.list, handle: listImports)
        routes.get(imports + "/{id}", allow: .may(.manageInsights), ImportDocs.one, handle: getImport)
        routes.get(imports + "/{id}/rows", allow: .may(.manageInsights), ImportDocs.rows, handle: importRows)
        routes.get(imports + "/{id}/file", allow: .may(.manageInsights), ImportDocs.file, handle: importFile)
        routes.delete(imports + "/{id}", allow: .may(.manageInsights), ImportDocs.undo, handle: undoImport)
        routes.post(imports + "/{id}/restore", allow: .may(.manageInsights), ImportDocs.restore, handle: restoreImport)

        routes.get(base + "/contacts", allow: .may(.seeCohorts), CareDocs.contacts, handle: listContacts)
        routes.post(base + "/contacts", allow: .may(.seeCohorts), CareDocs.addContact, handle: addContact)
        routes.delete(
            base + "/contacts/{id}", allow: .may(.seeCohorts), CareDocs.removeContact, handle: removeContact)
        let flags = base + "/flags"
        routes.get(flags, allow: .may(.seeCohorts), CareDocs.flags, handle: listFlags)
        routes.post(flags, allow: .may(.seeCohorts), CareDocs.openFlag, handle: openFlag)
        routes.post(flags + "/{id}/close", allow: .may(.seeCohorts), CareDocs.closeFlag, handle: closeFlag)
        routes.post(flags + "/{id}/reopen", allow: .may(.seeCohorts), CareDocs.reopenFlag, handle: reopenFlag)

        routes.get(base + "/settings", allow: .may(.manageInsights), InsightsDocs.settings, handle: settings)
        routes.patch(
            base + "/settings", allow: .may(.manageInsights), InsightsDocs.changeSettings, handle: changeSettings)
        routes.get(base + "/sample", allow: .may(.manageInsights), InsightsDocs.samples, handle: samples)
        routes.get(base + "/sample/{name}", allow: .may(.manageInsights), InsightsDocs.sample, handle: sample)
    }
}
