package import Kernel
import Persistence
package import Web

/// What is changed of a segment.
package struct SegmentChange: Sendable {
    package var text: String?
    /// Key of a speaker, or nobody; nil leaves it.
    package var speaker: String??
    /// The version that the caller has seen.
    package var version: Int

    package init(text: String? = nil, speaker: String?? = nil, version: Int) {
        (self.text, self.speaker, self.version) = (text, speaker, version)
    }
}

/// One state that the text of a segment has had.
package struct SegmentEdit: Decodable, Sendable {
    /// nil when it belongs to an earlier transcript of the same seconds.
    package let version: Int?
    package let text: String
    /// nil for what the recogniser wrote.
    package let at: Instant?
    package let byName: String?
}

extension ScribeStore {
    /// A segment of the transcript that is shown, with its recording.
    /// - Throws: `ScribeError.unknownSegment`
    package func segment(
        _ id: String, for caller: Principal
    ) async throws -> (segment: Segment, recording: Recording, session: SessionInfo) {
        guard let segment = try await database.read({ try Segment.find(id, $0) }) else {
            throw ScribeError.unknownSegment
        }
        do {
            let (recording, session) = try await recording(segment.recordingID, for: caller)
            guard segment.transcript == recording.shownTranscript else { throw ScribeError.unknownSegment }
            return (segment, recording, session)
        } catch ScribeError.unknownRecording {
            throw ScribeError.unknownSegment
        }
    }

    /// - Throws: `ScribeError.unknownSegment`, `.staleVersion`; `WebError.forbidden`
    package func change(_ id: String, _ change: SegmentChange, by caller: Principal) async throws -> Segment {
        let (_, recording, session) = try await segment(id, for: caller)
        guard session.mayEdit else { throw WebError.forbidden }
        let now = clock.now()
        return try await database.write { tx in
            guard let current = try Segment.find(id, tx) else { throw ScribeError.unknownSegment }
            guard current.version == change.version else {
                throw ScribeError.staleVersion(current: current.json(tags: []))
            }
            let text = change.text ?? current.text
            let speaker = change.speaker ?? current.speaker
            guard text != current.text || speaker != current.speaker else { return current }
            try tx.execute(
                """
                UPDATE scribe_segment SET text = \(text), speaker = \(speaker), version = version + 1,
                    change = \(try tx.nextChange()) WHERE id = \(id)
                """)
            if text != current.text {
                try tx.execute(
                    """
                    INSERT INTO scribe_edit (id, recording_id, segment_id, start_second, end_second, text, version, at,
                        by_user, by_name)
                    VALUES (\(Identifier.v7()), \(recording.id), \(id), \(current.startSecond), \(current.endSecond),
                        \(text), \(current.version + 1), \(now), \(caller.userID), \(caller.name))
                    """)
                try ScribeIndex.texts.remove(keys: [ScribeIndex.Entry.segment(id).key], tx)
                try TranscriptRows.index([(id, text)], session: recording.session, tx)
            }
            guard let changed = try Segment.find(id, tx) else { throw ScribeError.unknownSegment }
            return changed
        }
    }

    /// Back to what the recogniser wrote. That, too, is an edit with its place in the history.
    package func revert(_ id: String, version: Int, by caller: Principal) async throws -> Segment {
        let original = try await segment(id, for: caller).segment.original
        return try await change(id, SegmentChange(text: original, version: version), by: caller)
    }

    /// What the text of a segment was, the latest first; at the end what the recogniser wrote, and what people made of the
    /// same seconds in earlier transcripts. What was corrected for a reason, a name for one, is not for those who see only
    /// what is shared.
    /// - Throws: `ScribeError.unknownSegment`; `WebError.forbidden`
    package func history(of id: String, for caller: Principal) async throws -> [SegmentEdit] {
        let (segment, _, session) = try await segment(id, for: caller)
        guard session.seesUnshared else { throw WebError.forbidden }
        let middle = (segment.startSecond + segment.endSecond) / 2
        return try await database.read { reader in
            let own = try reader.fetchAll(
                SegmentEdit.self,
                """
                SELECT version, text, at, by_name FROM scribe_edit WHERE segment_id = \(id) ORDER BY version DESC
                """)
            let earlier = try reader.fetchAll(
                SegmentEdit.self,
                """
                SELECT NULL AS version, text, at, by_name FROM scribe_edit
                WHERE recording_id = \(segment.recordingID) AND start_second <= \(middle) AND end_second >= \(middle)
                    AND segment_id NOT IN (SELECT id FROM scribe_segment WHERE recording_id = \(segment.recordingID))
                ORDER BY at DESC, version DESC
                """)
            return own + [SegmentEdit(version: 1, text: segment.original, at: nil, byName: nil)] + earlier
        }
    }

    /// Gives a speaker of a recording a name.
    /// - Throws: `ScribeError.unknownSpeaker`
    package func name(speaker key: String, _ name: String, of recording: Recording) async throws {
        try await database.write { tx in
            let known = try Self.speakers(recording.shownTranscript ?? "", of: recording.id, tx)
            guard known.contains(where: { $0.key == key }) else { throw ScribeError.unknownSpeaker }
            try tx.execute(
                """
                INSERT INTO scribe_speaker (recording_id, speaker, name, change)
                VALUES (\(recording.id), \(key), \(name), \(try tx.nextChange()))
                ON CONFLICT (recording_id, speaker) DO UPDATE SET name = excluded.name, change = excluded.change
                """)
        }
    }
}
