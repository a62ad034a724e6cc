import Foundation
import Kernel
import Persistence
import Speech
import Web

@testable import Scribe

/// A session with something of every part.
struct SampleContents {
    static let sound = (0..<40_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 7) }
    static let handout = Array("# Valves\n\nMitral and tricuspid.\n".utf8)
    static let otherSound = Array("RIFF another recording".utf8)

    static func session(_ rounds: SampleRounds) async throws -> SessionInfo {
        try await rounds.directory.makeSession(
            WantedSession(
                moduleCode: "ANA101", moduleTitle: "Anatomy", group: "A", title: "The heart", kind: "lecture",
                date: CivilDate("2026-11-20")!, startTime: CivilTime("09:00"), endTime: CivilTime("10:00")), by: .grey)
    }

    /// Two recordings of one name, the first with speakers, corrections of two transcripts and tags of two people.
    static func fill(_ rounds: SampleRounds) async throws -> SessionInfo {
        let session = try await session(rounds)
        let first = try await recording("Week 3: 講義/heart.wav", sound, shared: true, in: session, rounds)
        let second = try await recording("heart.wav", otherSound, shared: false, in: session, rounds)
        try await transcript(first, session, rounds)
        try await rounds.store.database.write { tx in
            try tx.execute("UPDATE scribe_recording SET state = 'cancelled', transcript = NULL WHERE id = \(second)")
        }
        try await tags(first, rounds)
        _ = try await rounds.store.writeNote(
            "# Heart\n\n[12:34] valves “mitral”\n", seen: 0, of: session, by: .grey)
        _ = try await rounds.store.writeNote("not for export", seen: 0, of: session, by: .moss)
        for (name, bytes, shared) in [
            ("Handout.md", handout, true), ("handout.md", handout, false), ("x.bin", [0, 1], true),
        ] {
            let made = try await rounds.store.attach(
                media: try await rounds.keep(bytes), name: name, session: session.id, by: .grey, identity: name + "1")
            if shared { try await rounds.store.change(made, name: nil, shared: true) }
            rounds.clock.move(seconds: 1)
        }
        let attachment = try await rounds.store.attachments(of: session)[0].attachment.id
        try await SampleStudy.fill(session, first, attachment, rounds)
        return session
    }

    static func recording(
        _ name: String, _ bytes: [UInt8], shared: Bool, in session: SessionInfo, _ rounds: SampleRounds
    ) async throws -> String {
        let media = try await rounds.keep(bytes)
        let id = Identifier.v7()
        let now = rounds.clock.now
        try await rounds.store.database.write { tx in
            try tx.execute(
                """
                INSERT INTO scribe_recording (id, session_id, name, origin, sha256, bytes, duration, container, codec,
                    has_video, mime, recorded_at, uploaded_by, uploaded_by_name, shared, state, language, model, done,
                    transcript, created_at, change)
                VALUES (\(id), \(session.id), \(name), 'microphone', \(media.sha256), \(media.bytes), 61.25, 'wav',
                    'pcm_s16le', 0, 'audio/wav', \(now), 'user-grey', 'Dr Grey', \(shared), 'ready', 'en', 'base',
                    61.25, \(id), \(now), \(try tx.nextChange()))
                """)
        }
        return id
    }

    private static func transcript(_ id: String, _ session: SessionInfo, _ rounds: SampleRounds) async throws {
        let said = [("The heart has for valves.", 0.0), ("Mitral and tricuspid.", 4.25), ("", 9.125)]
        let segments = said.enumerated().map { index, part in
            TranscriptSegment(
                start: part.1, end: part.1 + 3.001, text: part.0,
                words: [TranscriptWord(start: part.1, end: part.1 + 0.333, text: "The")],
                speaker: index == 2 ? nil : ["A", "B"][index])
        }
        try await rounds.store.database.write { tx in
            let rows = try TranscriptRows.insert(segments, from: 0, transcript: id, of: id, tx)
            try TranscriptRows.index(rows, session: session.id, tx)
            try tx.execute("UPDATE scribe_recording SET segments = 3 WHERE id = \(id)")
            try tx.execute(
                """
                INSERT INTO scribe_edit (id, recording_id, segment_id, start_second, end_second, text, version, at,
                    by_user, by_name)
                VALUES (\(Identifier.v7()), \(id), \(Identifier.v7()), 0.5, 3.5, 'of an earlier transcript', 2,
                    \(rounds.clock.now.adding(seconds: -900)), 'user-moss', 'Ada Moss')
                """)
        }
        let row = try await rounds.store.database.read { try Segment.all(of: id, recording: id, $0) }[0]
        let changed = try await rounds.store.change(
            row.id, SegmentChange(text: "The heart has four valves.", version: 1), by: .grey)
        _ = try await rounds.store.change(
            row.id, SegmentChange(text: "The heart has four valves, “four”.", version: changed.version), by: .grey)
        let recording = try await rounds.store.recording(id, for: .grey).recording
        try await rounds.store.name(speaker: "A", "Dr Grey", of: recording)
    }

    private static func tags(_ id: String, _ rounds: SampleRounds) async throws {
        let recording = try await rounds.store.recording(id, for: .grey).recording
        let tags: [(String, Double, Bool, Principal)] = [
            ("exam", 4.25, true, .grey), ("confusing", 0.5, false, .grey), ("Prüfung", 0.5, true, .moss),
            ("hidden", 1, false, .moss),
        ]
        for (label, start, shared, who) in tags {
            _ = try await rounds.store.addTag(
                to: recording, from: start, to: start + 1.5, label: label, shared: shared, by: who)
        }
    }
}
