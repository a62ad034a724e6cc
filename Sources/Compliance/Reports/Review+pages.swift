extension Review {
    /// With the page on which each piece of evidence stands, where the note has pages.
    package func withPages(of source: NoteSource) -> Review {
        guard source.pages > 1 else { return self }
        var review = self
        for finding in review.findings.indices {
            for item in review.findings[finding].evidence.indices {
                review.findings[finding].evidence[item].page = source.page(
                    at: review.findings[finding].evidence[item].start)
            }
        }
        return review
    }
}
