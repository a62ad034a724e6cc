import Foundation

/// The cases of `Tests/Vectors`, which the browser's tests share.
enum Vectors {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Vectors")

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: path)))
    }

    static func load<Cases: Decodable>(_ path: String, as type: Cases.Type = Cases.self) throws -> Cases {
        try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: path)))
    }
}
