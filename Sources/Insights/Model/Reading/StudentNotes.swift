/// The notes workbook: one entry per student.
package struct StudentNotes: Sendable, Equatable {
    package var entries: [String: StudentNote]
    /// Rows without a student id.
    package var skipped: Int

    package init(entries: [String: StudentNote] = [:], skipped: Int = 0) {
        self.entries = entries
        self.skipped = skipped
    }
}

package struct StudentNote: Sendable, Equatable, Codable {
    /// The first one that is not blank.
    package var email: String?
    /// All notes of the student, joined by `, `; nil without any.
    package var notes: String?

    package init(email: String? = nil, notes: String? = nil) {
        self.email = email
        self.notes = notes
    }
}
