package import Persistence

/// The one full-text index of Scribe. The scope of an entry is its session; its key says what it is.
package enum ScribeIndex {
    package static let texts = TextIndex("scribe")

    package enum Entry: Sendable, Equatable {
        /// Id of a segment of a transcript.
        case segment(String)
        /// Id of an attachment, and a page of it from 1.
        case page(attachment: String, number: Int)
        /// Id of somebody's own note; nobody else may be shown it.
        case note(String)

        package init?(key: String) {
            let parts = key.split(separator: ":").map(String.init)
            switch (parts.first, parts.count) {
            case ("segment", 2): self = .segment(parts[1])
            case ("page", 3):
                guard let number = Int(parts[2]) else { return nil }
                self = .page(attachment: parts[1], number: number)
            case ("note", 2): self = .note(parts[1])
            default: return nil
            }
        }

        package var key: String {
            switch self {
            case .segment(let id): "segment:\(id)"
            case .page(let attachment, let number): "page:\(attachment):\(number)"
            case .note(let id): "note:\(id)"
            }
        }
    }
}
