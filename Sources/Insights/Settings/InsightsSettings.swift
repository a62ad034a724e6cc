package import Persistence
import Foundation
import Kernel
import Register

/// What a school decides for the analysis.
package struct InsightsSettings: Codable, Sendable, Equatable {
    /// Percent, as typed.
    package var threshold: String
    /// Aggregates over fewer students are hidden; 1 hides none.
    package var smallCell: Int
    /// Words in the description of an event that tell its kind (rule 9).
    package var patterns: Patterns
    package var adviserLinks: [AdviserLink]

    package struct Patterns: Codable, Sendable, Equatable {
        package var study: [String]
        package var placement: [String]
    }

    /// An adviser's name as exports write it, and who that is.
    package struct AdviserLink: Codable, Sendable, Equatable {
        package var adviser: String
        package var person: String
    }

    package static let initial = InsightsSettings(
        threshold: "80", smallCell: 5,
        patterns: Patterns(study: EventPatterns.standard.study, placement: EventPatterns.standard.placement),
        adviserLinks: [])

    package static func current(_ reader: any Reader) throws -> InsightsSettings {
        guard let text = try reader.text("SELECT value FROM insight_setting WHERE id = 'insights'") else {
            return .initial
        }
        return try JSONDecoder().decode(InsightsSettings.self, from: Data(text.utf8))
    }

    var eventPatterns: EventPatterns { EventPatterns(study: patterns.study, placement: patterns.placement) }
}

/// Members to change; what is absent stays.
struct InsightsSettingsChange: Decodable, Sendable {
    let threshold: String?
    let smallCell: Int?
    let patterns: InsightsSettings.Patterns?
    let adviserLinks: [InsightsSettings.AdviserLink]?

    /// - Throws: `InvalidInput`
    func applied(to settings: InsightsSettings, _ reader: any Reader) throws -> InsightsSettings {
        var changed = settings
        var errors: [FieldError] = []
        if let threshold {
            if Threshold(threshold) == nil {
                errors.append(.init(field: "threshold", code: "invalid", message: "Write a percentage from 0 to 100."))
            }
            changed.threshold = threshold
        }
        if let smallCell {
            if !(1...100).contains(smallCell) {
                errors.append(.init(field: "smallCell", code: "out_of_range", message: "Write a number from 1 to 100."))
            }
            changed.smallCell = smallCell
        }
        if let patterns {
            changed.patterns = .init(
                study: Self.words(patterns.study, "patterns.study", &errors),
                placement: Self.words(patterns.placement, "patterns.placement", &errors))
        }
        if let adviserLinks { changed.adviserLinks = try Self.links(adviserLinks, reader, &errors) }
        guard errors.isEmpty else { throw InvalidInput(errors) }
        return changed
    }

    private static func words(_ words: [String], _ field: String, _ errors: inout [FieldError]) -> [String] {
        let clean = words.map(CellText.clean).filter { !$0.isEmpty }
        if clean.count > 50 || clean.contains(where: { $0.unicodeScalars.count > 100 || $0.utf8.contains(0) }) {
            errors.append(
                .init(field: field, code: "too_long", message: "At most 50 words of at most 100 characters each."))
        }
        return clean
    }

    private static func links(
        _ links: [InsightsSettings.AdviserLink], _ reader: any Reader, _ errors: inout [FieldError]
    ) throws -> [InsightsSettings.AdviserLink] {
        if links.count > 2_000 {
            errors.append(.init(field: "adviserLinks", code: "too_long", message: "At most 2000 links."))
            return []
        }
        var clean: [InsightsSettings.AdviserLink] = []
        for (index, link) in links.enumerated() {
            let name = CellText.clean(link.adviser)
            if name.isEmpty || name.unicodeScalars.count > 200 || name.utf8.contains(0) {
                let field = "adviserLinks[\(index)].adviser"
                errors.append(.init(field: field, code: "invalid", message: "Write the name as the exports have it."))
            } else if try !RosterReach.isStaff(person: link.person, reader) {
                let field = "adviserLinks[\(index)].person"
                errors.append(.init(field: field, code: "unknown_person", message: "There is no such member of staff."))
            }
            clean.append(.init(adviser: name, person: link.person))
        }
        return clean
    }
}

extension InsightsStore {
    package func settings() async throws -> InsightsSettings {
        try await database.read { try InsightsSettings.current($0) }
    }

    /// - Throws: `InvalidInput`
    func changeSettings(_ change: InsightsSettingsChange) async throws -> InsightsSettings {
        try await database.write { tx in
            let settings = try change.applied(to: try InsightsSettings.current(tx), tx)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let text = String(decoding: try encoder.encode(settings), as: UTF8.self)
            try tx.execute(
                """
                INSERT INTO insight_setting (id, value, change)
                VALUES ('insights', \(text), \(try tx.nextChange()))
                ON CONFLICT (id) DO UPDATE SET value = excluded.value, change = excluded.change
                """)
            return settings
        }
    }
}
