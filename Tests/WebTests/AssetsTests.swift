import Foundation
import HTTPTypes
import Kernel
import TestSupport
import Testing

@testable import Web

@Suite struct AssetsTests {
    private static let script = String(repeating: "export const word = 'rounds';\n", count: 100)
    private static let files = [
        "/index.html": "<!doctype html>", "/app.js": script, "/sw.js": "self;", "/icons/icon.png": "png",
        "/styles/base.css": "body{}", "/manifest.webmanifest": "{}",
    ]

    @Test(arguments: [
        ("/", "text/html; charset=utf-8"), ("/index.html", "text/html; charset=utf-8"),
        ("/register/today", "text/html; charset=utf-8"), ("/rubrics/2026.1", "text/html; charset=utf-8"),
        ("/rubrics/2026.1-2", "text/html; charset=utf-8"), ("/app.js", "text/javascript; charset=utf-8"),
        ("/sw.js", "text/javascript; charset=utf-8"), ("/styles/base.css", "text/css; charset=utf-8"),
        ("/icons/icon.png", "image/png"), ("/manifest.webmanifest", "application/manifest+json"),
        ("/assets.json", "application/json"),
    ])
    func filesAreServedWithTheirType(path: String, type: String) async throws {
        try await withSite(Routes(), assets: Self.files) { site in
            let answer = try await site.get(path)
            #expect(answer.status == 200)
            #expect(answer.header("Content-Type") == type)
            #expect(answer.header("Cache-Control") == "no-cache")
        }
    }

    @Test(arguments: ["/nothing.js", "/../app.js", "/icons", "/styles/../index.html"])
    func onlyWhatIsListedIsServed(path: String) async throws {
        try await withSite(Routes(), assets: ["/app.js": "x"]) { site async throws in
            #expect(try await site.get(path).status == 404)
        }
    }

    @Test func theTagIsTheHashOfTheContentAndSparesASecondLoad() async throws {
        try await withSite(Routes(), assets: Self.files) { site in
            let tag = "\"\(Digest.sha256Hex(Self.script))\""
            let first = try await site.get("/app.js")
            #expect(first.header("ETag") == tag)
            for header in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
                let second = try await site.get("/app.js", [.ifNoneMatch: header])
                #expect(second.status == 304)
                #expect(second.bytes.isEmpty)
                #expect(second.header("ETag") == tag)
            }
            #expect(try await site.get("/app.js", [.ifNoneMatch: "\"other\""]).status == 200)
        }
    }

    @Test func theTwoVariantsHaveTagsOfTheirOwn() async throws {
        try await withSite(Routes(), assets: Self.files) { site in
            let plain = try await site.get("/app.js", [.acceptEncoding: "gzip;q=0"])
            let packed = try await site.get("/app.js", [.acceptEncoding: "gzip"])
            #expect(plain.header("Content-Encoding") == nil)
            #expect(packed.header("Content-Encoding") == "gzip")
            #expect(plain.header("Vary") == "Accept-Encoding" && packed.header("Vary") == "Accept-Encoding")
            #expect(plain.header("ETag") != packed.header("ETag"))
            #expect(packed.bytes.count < plain.bytes.count)
        }
    }

    @Test func theListNamesEveryFileAndItsHash() async throws {
        try await withSite(Routes(), assets: Self.files) { site async throws in
            let list = try #require(try await site.get("/assets.json").json.object)
            #expect(Set(list.keys) == Set(Self.files.keys))
            #expect(list["/app.js"] == .string(Digest.sha256Hex(Self.script)))
        }
    }

    /// Reading a file once is its hash; what is sent of it is made ready when somebody asks for it, and once.
    @Test func theListPacksNothing() throws {
        let readings = Counter()
        let assets = EmbeddedAssets([
            "/large.js": {
                _ = readings.next(); return Array(Self.script.utf8)
            }
        ])
        #expect(assets.hash(at: "/large.js") == Digest.sha256Hex(Self.script))
        #expect(assets.hash(at: "/large.js") == assets.hash(at: "/large.js") && readings.value == 1)
        #expect(assets.asset(at: "/large.js")?.hash == assets.hash(at: "/large.js") && readings.value == 2)
        #expect(assets.asset(at: "/large.js")?.packed != nil && readings.value == 2)
        #expect(assets.hash(at: "/nothing.js") == nil)
    }

    @Test func aFolderIsReadAnewAndNeverLeft() async throws {
        try await withTemporaryFolder { parent in
            let folder = parent.appending(path: "web")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data("secret".utf8).write(to: parent.appending(path: "secret.txt"))
            try Data("one".utf8).write(to: folder.appending(path: "a.txt"))
            let assets = FolderAssets(folder)
            #expect(try assets.paths == ["/a.txt"])
            let before = try #require(try assets.asset(at: "/a.txt"))
            try Data("two".utf8).write(to: folder.appending(path: "a.txt"))
            #expect(try assets.asset(at: "/a.txt")?.hash != before.hash)
            for path in ["/../secret.txt", "../secret.txt", "/./a.txt", "//a.txt", "/"] {
                #expect(try assets.asset(at: path) == nil, "\(path)")
            }
        }
    }
}
