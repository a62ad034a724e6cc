package import Persistence

/// Append only; of each part in its own folder.
package let scribeMigrations: [Migration] =
    recordingMigrations + scribeAttachmentMigrations + keepMigrations + studyMigrations

/// Recordings, uploads, transcripts and tags.
let recordingMigrations: [Migration] = [
    Migration(name: "scribe-0001 sessions, uploads, recordings, transcripts, tags") { tx in
        try createUploads(tx)
        try createRecordings(tx)
        try createTranscripts(tx)
        try ScribeIndex.texts.create(tx)
    }
]

/// `scribe_session` has a row for a session only when something is said of it. An upload is a file that arrives; its
/// bytes are in the media folder under the same id. `result` is what was made of it.
private func createUploads(_ tx: any Transaction) throws {
    let statements: [SQL] = [
        """
        CREATE TABLE scribe_session (
            session_id TEXT PRIMARY KEY, archived BIGINT NOT NULL DEFAULT 0, emptied_at BIGINT, change BIGINT NOT NULL)
        """,
        "CREATE TABLE scribe_setting (id TEXT PRIMARY KEY, value TEXT NOT NULL, change BIGINT NOT NULL)",
        """
        CREATE TABLE scribe_upload (
            id TEXT PRIMARY KEY, session_id TEXT NOT NULL, name TEXT NOT NULL, size BIGINT, purpose TEXT NOT NULL,
            take TEXT, part BIGINT, started_at BIGINT, state TEXT NOT NULL, sha256 TEXT, bytes BIGINT, parts BIGINT, result TEXT,
            uploaded_by TEXT NOT NULL, uploaded_by_name TEXT NOT NULL, created_at BIGINT NOT NULL,
            touched_at BIGINT NOT NULL, change BIGINT NOT NULL)
        """,
        "CREATE INDEX scribe_upload_session ON scribe_upload (session_id, uploaded_by)",
        "CREATE UNIQUE INDEX scribe_upload_part ON scribe_upload (session_id, uploaded_by, take, part)",
        "CREATE INDEX scribe_upload_touched ON scribe_upload (touched_at)",
        "CREATE INDEX scribe_upload_sha256 ON scribe_upload (sha256)",
    ]
    for statement in statements { try tx.execute(statement) }
}

/// `sha256` is the original, `playable_sha256` what a browser gets when it cannot play or seek the original. Times are
/// seconds. `transcript` names the transcript that is shown, `pending` one that is being made; both are ids of jobs.
private func createRecordings(_ tx: any Transaction) throws {
    let statements: [SQL] = [
        """
        CREATE TABLE scribe_recording (
            id TEXT PRIMARY KEY, session_id TEXT NOT NULL, name TEXT NOT NULL, origin TEXT NOT NULL,
            sha256 TEXT NOT NULL, bytes BIGINT NOT NULL, duration DOUBLE PRECISION, container TEXT NOT NULL,
            codec TEXT NOT NULL, has_video BIGINT NOT NULL, mime TEXT NOT NULL, playable_sha256 TEXT,
            playable_bytes BIGINT, playable_mime TEXT, recorded_at BIGINT NOT NULL, uploaded_by TEXT NOT NULL,
            uploaded_by_name TEXT NOT NULL, shared BIGINT NOT NULL DEFAULT 0, state TEXT NOT NULL, error_code TEXT,
            message TEXT, language TEXT, model TEXT, segments BIGINT NOT NULL DEFAULT 0,
            done DOUBLE PRECISION NOT NULL DEFAULT 0, began_at BIGINT, began_done DOUBLE PRECISION, job_id TEXT,
            transcript TEXT, pending TEXT, created_at BIGINT NOT NULL, deleted_at BIGINT, change BIGINT NOT NULL)
        """,
        "CREATE INDEX scribe_recording_session ON scribe_recording (session_id, created_at)",
        "CREATE INDEX scribe_recording_sha256 ON scribe_recording (sha256)",
        "CREATE INDEX scribe_recording_playable ON scribe_recording (playable_sha256)",
        "CREATE INDEX scribe_recording_deleted ON scribe_recording (deleted_at)",
    ]
    for statement in statements { try tx.execute(statement) }
}

/// `words` is JSON, `[[start, end, "text"], …]`. `original` is what the recogniser wrote. An edit keeps the text that was
/// replaced and the times of its segment, so that it is found again after a new transcription. A tag belongs to times of
/// the recording and to no segment.
private func createTranscripts(_ tx: any Transaction) throws {
    let statements: [SQL] = [
        """
        CREATE TABLE scribe_segment (
            id TEXT PRIMARY KEY, recording_id TEXT NOT NULL, transcript TEXT NOT NULL, position BIGINT NOT NULL,
            start_second DOUBLE PRECISION NOT NULL, end_second DOUBLE PRECISION NOT NULL, text TEXT NOT NULL,
            original TEXT NOT NULL, words TEXT NOT NULL, speaker TEXT, version BIGINT NOT NULL DEFAULT 1,
            change BIGINT NOT NULL, UNIQUE (recording_id, transcript, position))
        """,
        "CREATE INDEX scribe_segment_time ON scribe_segment (recording_id, transcript, start_second)",
        """
        CREATE TABLE scribe_edit (
            id TEXT PRIMARY KEY, recording_id TEXT NOT NULL, segment_id TEXT NOT NULL,
            start_second DOUBLE PRECISION NOT NULL, end_second DOUBLE PRECISION NOT NULL, text TEXT NOT NULL,
            version BIGINT NOT NULL, at BIGINT NOT NULL, by_user TEXT, by_name TEXT)
        """,
        "CREATE INDEX scribe_edit_segment ON scribe_edit (segment_id, version)",
        "CREATE INDEX scribe_edit_recording ON scribe_edit (recording_id, start_second)",
        """
        CREATE TABLE scribe_speaker (
            recording_id TEXT NOT NULL, speaker TEXT NOT NULL, name TEXT NOT NULL, change BIGINT NOT NULL,
            PRIMARY KEY (recording_id, speaker))
        """,
        """
        CREATE TABLE scribe_tag (
            id TEXT PRIMARY KEY, recording_id TEXT NOT NULL, start_second DOUBLE PRECISION NOT NULL,
            end_second DOUBLE PRECISION NOT NULL, label TEXT NOT NULL, shared BIGINT NOT NULL, by_user TEXT NOT NULL,
            by_name TEXT NOT NULL, at BIGINT NOT NULL, deleted_at BIGINT, change BIGINT NOT NULL)
        """,
        "CREATE INDEX scribe_tag_recording ON scribe_tag (recording_id, start_second)",
    ]
    for statement in statements { try tx.execute(statement) }
}
