import Foundation
import Testing

@testable import Speech

@Suite("Names of imported models")
struct ModelNameTests {
    @Test(
        "A folder gives its name",
        arguments: [
            ("/m/faster-whisper-tiny.en", "tiny.en"), ("/m/whisper-base", "base"), ("/m/base", "base"),
            ("/m/faster-distil-whisper-small.en", "distil-small.en"),
            ("/c/models--Systran--faster-whisper-large-v3/snapshots/0123abcd", "large-v3"),
        ])
    func named(path: String, name: String) {
        #expect(ModelCatalogue.name(ofImported: URL(fileURLWithPath: path)) == name)
    }
}
