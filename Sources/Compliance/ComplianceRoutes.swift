package import Web

/// Every route of Compliance with the roles it lets in. A note is its owner's alone: to everybody else it does not exist.
/// Reports, questions, rubrics and the rest have routes of their own in their folders.
package func addComplianceRoutes(to routes: inout Routes, store: ComplianceStore) {
    NoteRoutes(store: store).add(to: &routes)
    ReportRoutes(store: store).add(to: &routes)
    BatchRoutes(store: store).add(to: &routes)
    VerdictRoutes(store: store).add(to: &routes)
    RuleRoutes(store: store).add(to: &routes)
    QuestionRoutes(store: store).add(to: &routes)
    EpisodeRoutes(store: store).add(to: &routes)
    TrendRoutes(store: store).add(to: &routes)
    RubricRoutes(store: store).add(to: &routes)
    CaseRoutes(store: store).add(to: &routes)
    LogbookRoutes(store: store).add(to: &routes)
    ComplianceSettingsRoutes(store: store).add(to: &routes)
}

enum ComplianceBase {
    static let path = "/api/v1/compliance"
    static let tag = "compliance"
}
