import Foundation
import Persistence

/// An archive while it comes in: on the disk that has room for media, under `incoming`, so that a sweep finds it after
/// a crash.
actor ArchiveSpool {
    static let partSize = 4 << 20

    nonisolated let url: URL
    private let id: String
    private let media: MediaStore
    private var offset: Int64 = 0

    init(_ media: MediaStore) async throws {
        id = try await media.begin()
        url = try media.incoming(id)
        self.media = media
    }

    func take(_ bytes: [UInt8]) async throws {
        offset = try await media.append(id, offset: offset, bytes, durable: false)
    }

    func remove() async {
        // what stays here is swept with other uploads that nobody went on with
        try? await media.discard(id)
    }
}
