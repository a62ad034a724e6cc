package import Kernel
import Persistence
import Web

/// A mark on a stretch of a recording. It belongs to times, so a new transcript does not move it.
package struct Tag: Decodable, Sendable {
    package let id: String
    package let recordingID: String
    package let startSecond: Double
    package let endSecond: Double
    package let label: String
    /// Everybody who sees the recording sees it; otherwise its author alone.
    package let shared: Bool
    package let byUser: String
    package let byName: String
    package let at: Instant
    package let deletedAt: Instant?

    static let columns: SQL = """
        id, recording_id, start_second, end_second, label, shared, by_user, by_name, at, deleted_at
        """

    static func find(_ id: String, _ reader: any Reader) throws -> Tag? {
        try reader.fetchOne(Tag.self, "SELECT \(columns) FROM scribe_tag WHERE id = \(id)")
    }

    /// In the order of their times; those that touch the seconds, when they are given.
    static func all(
        of recording: String, from: Double = 0, to: Double = .greatestFiniteMagnitude, for caller: Principal,
        _ reader: any Reader
    ) throws -> [Tag] {
        try reader.fetchAll(
            Tag.self,
            """
            SELECT \(columns) FROM scribe_tag WHERE recording_id = \(recording) AND deleted_at IS NULL
                AND (shared = 1 OR by_user = \(caller.userID)) AND start_second <= \(to) AND end_second >= \(from)
            ORDER BY start_second, id
            """)
    }

    /// Whether it is shown at a segment: the two have half of the shorter one in common, or, as a single moment, it lies
    /// in the segment. A little shift of a segment's ends by a new transcription changes nothing.
    func marks(_ segment: Segment) -> Bool {
        let common = min(endSecond, segment.endSecond) - max(startSecond, segment.startSecond)
        let shorter = min(endSecond - startSecond, segment.endSecond - segment.startSecond)
        if shorter <= 0 {
            return startSecond >= segment.startSecond
                && startSecond < max(segment.endSecond, segment.startSecond + 0.001)
        }
        return common >= shorter / 2
    }
}
