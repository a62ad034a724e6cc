import TestSupport

extension ScribeSchool {
    /// A recording with a transcript that students see.
    func shared(_ sentences: [String]) async throws -> String {
        let id = try await transcribed(sentences)
        _ = try await owner.patch("/api/v1/scribe/recordings/\(id)", ["shared": true])
        return id
    }
}
