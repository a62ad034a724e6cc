import Kernel

/// `manifest.json`: what the archive is of and every file in it. Ids are the archive's own (`ArchiveIdentifiers`), so two
/// exports of the same data by two installations are the same bytes.
struct ArchiveManifest: Codable, Sendable, Equatable {
    static let name = "manifest.json"
    static let ours = "rounds-session"
    static let current = 1

    struct Session: Codable, Sendable, Equatable {
        var title: String
        var kind: String
        var date: CivilDate
        var startTime: CivilTime?
        var endTime: CivilTime?
        var module: Module
        var group: String

        struct Module: Codable, Sendable, Equatable {
            var code: String
            var title: String
        }
    }

    struct Recording: Codable, Sendable, Equatable {
        var id: String
        var name: String
        var origin: RecordingOrigin
        var recordedAt: Instant
        var uploadedByName: String
        var shared: Bool
        /// Seconds.
        var duration: Double?
        var container: String
        var codec: String
        var hasVideo: Bool
        var mime: String
        var language: String?
        var model: String?
    }

    struct Attachment: Codable, Sendable, Equatable {
        var id: String
        var name: String
        var kind: String
        var uploadedAt: Instant
        var uploadedByName: String
        var shared: Bool
    }

    struct File: Codable, Sendable, Equatable {
        var name: String
        var bytes: Int
        var sha256: String
        var part: ExportPart
        /// The recording or attachment that it is of.
        var of: String?
    }

    var format = Self.ours
    var version = Self.current
    var parts: [ExportPart]
    var session: Session
    var recordings: [Recording]
    var attachments: [Attachment]
    var files: [File]
}
