import Kernel
package import Language
import Persistence
package import Speech
package import Web

/// A part of a transcript with what a page needs around it.
package struct TranscriptPage: Sendable {
    package let card: RecordingCard
    package let total: Int
    package let segments: [Segment]
    /// Position of the first segment of this page.
    package let first: Int
    /// Keys in the order of the letters, with the names that people gave or the standard ones.
    package let speakers: [(key: String, name: String)]
    /// Those of these times that the caller may see.
    package let tags: [Tag]
}

extension ScribeStore {
    /// - Parameters:
    ///   - position: where the page begins; with `second` it begins a little before what is said there
    func page(
        of recording: Recording, from position: Int?, at second: Double?, limit: Int, for caller: Principal
    ) async throws -> TranscriptPage {
        let now = clock.now()
        return try await database.read { reader in
            guard let recording = try Recording.find(recording.id, reader),
                let card = try RecordingCard.of([recording], now: now, reader).first
            else { throw ScribeError.unknownRecording }
            let shown = recording.shownTranscript ?? ""
            let total = try reader.integer(
                """
                SELECT COUNT(*) FROM scribe_segment WHERE recording_id = \(recording.id) AND transcript = \(shown)
                """)
            var first = max(0, position ?? 0)
            if position == nil, let second {
                first = max(0, try Self.position(at: second, shown, of: recording.id, reader) - limit / 4)
            }
            let segments = try reader.fetchAll(
                Segment.self,
                """
                SELECT \(Segment.columns) FROM scribe_segment
                WHERE recording_id = \(recording.id) AND transcript = \(shown) AND position >= \(first)
                ORDER BY position LIMIT \(limit)
                """)
            var tags: [Tag] = []
            if let begin = segments.first?.startSecond, let end = segments.last?.endSecond {
                tags = try Tag.all(of: recording.id, from: begin, to: end, for: caller, reader)
            }
            return TranscriptPage(
                card: card, total: Int(total ?? 0), segments: segments, first: first,
                speakers: try Self.speakers(shown, of: recording.id, reader), tags: tags)
        }
    }

    /// The last segment that has begun at a second; 0 before the first.
    private static func position(
        at second: Double, _ transcript: String, of recording: String, _ reader: any Reader
    ) throws -> Int {
        let found = try reader.integer(
            """
            SELECT MAX(position) FROM scribe_segment
            WHERE recording_id = \(recording) AND transcript = \(transcript) AND start_second <= \(second)
            """)
        return Int(found ?? 0)
    }

    static func speakers(
        _ transcript: String, of recording: String, _ reader: any Reader
    ) throws -> [(key: String, name: String)] {
        let keys = try reader.fetchAll(
            String.self,
            """
            SELECT DISTINCT speaker FROM scribe_segment
            WHERE recording_id = \(recording) AND transcript = \(transcript) AND speaker IS NOT NULL ORDER BY speaker
            """)
        let rows = try reader.rows("SELECT speaker, name FROM scribe_speaker WHERE recording_id = \(recording)")
        let pairs = rows.values.map { ($0[0].text ?? "", $0[1].text ?? "") }
        let names = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        return keys.map { ($0, names[$0] ?? SegmentWords.standardName($0)) }
    }

    /// The whole transcript as people made it, for a file.
    /// - Throws: `ScribeError.notTranscribed`
    package func document(of recording: Recording, title: String?) async throws -> TranscriptDocument {
        try await database.read { reader in
            guard let recording = try Recording.find(recording.id, reader), let shown = recording.shownTranscript else {
                throw ScribeError.notTranscribed
            }
            let names = Dictionary(
                try Self.speakers(shown, of: recording.id, reader).map { ($0.key, $0.name) },
                uniquingKeysWith: { first, _ in first })
            let segments = try Segment.all(of: shown, recording: recording.id, reader)
            return TranscriptDocument(
                title: title, duration: recording.duration ?? recording.done, language: recording.language,
                model: recording.model ?? "", segments: segments.filter { !$0.isSilent }.map { $0.spoken(by: names) })
        }
    }

    /// What was said in a session, as corrected, in passages that the caller may quote.
    /// - Throws: `ScribeError.unknownSession`
    package func transcriptPassages(ofSession id: String, for caller: Principal) async throws -> [Passage] {
        try await passages(of: [try await sessions.session(id, for: caller)])
    }

    /// The same of all sessions of a module.
    package func transcriptPassages(ofModule id: String, for caller: Principal) async throws -> [Passage] {
        var query = SessionQuery()
        query.module = id
        return try await passages(of: try await sessions.sessions(query, for: caller).map(\.session))
    }

    private func passages(of sessions: [SessionInfo]) async throws -> [Passage] {
        let whole = Set(sessions.filter(\.seesUnshared).map(\.id))
        let ids = sessions.map(\.id)
        return try await database.read { reader in
            let recordings = try Recording.all(of: ids, reader).filter { $0.shared || whole.contains($0.session) }
            return try recordings.flatMap { recording -> [Passage] in
                guard let shown = recording.shownTranscript else { return [] }
                let segments = try Segment.all(of: shown, recording: recording.id, reader)
                return PassageBuilder().passages(
                    of: segments.map { TimedText(start: $0.startSecond, end: $0.endSecond, text: $0.text) },
                    source: PassageSource(
                        kind: .transcript, id: recording.id, title: recording.name, session: recording.session))
            }
        }
    }
}
