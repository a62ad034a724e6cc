import Foundation
import Testing

@testable import Speech

/// The models and the recording that scripts/setup brings. With `CI` or `ROUNDS_REQUIRE_SPEECH=1` set, their absence
/// fails the tests; else the tests that need them are skipped, and say so.
enum SpeechFiles {
    static let dependencies: URL = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder.appending(path: ".deps")
    }()

    static let catalogue = ModelCatalogue(folders: [dependencies.appending(path: "models")])
    /// 11 s of the inaugural address of 1961.
    static let inaugural = dependencies.appending(path: "speech-samples/jfk.wav")

    static let areThere: Bool = {
        let found =
            (try? catalogue.find("tiny.en")) != nil && (try? catalogue.voiceActivityModel()) != nil
            && FileManager.default.fileExists(atPath: inaugural.path)
        if !found { FileHandle.standardError.write(Data("No speech models: their tests are skipped.\n".utf8)) }
        return found
    }()

    static let areRequired: Bool = {
        let environment = ProcessInfo.processInfo.environment
        return environment["ROUNDS_REQUIRE_SPEECH"] == "1" || environment["CI"] != nil
    }()
}

extension Trait where Self == ConditionTrait {
    static var needsSpeechModels: Self {
        .enabled(if: SpeechFiles.areThere, "scripts/setup brings the speech models")
    }
}

@Test func speechModelsAreInstalledWhereTheyAreRequired() {
    #expect(SpeechFiles.areThere || !SpeechFiles.areRequired)
}

/// Gathers what a transcription hands over.
actor Collected {
    private(set) var windows: [TranscriptWindow] = []

    func add(_ window: TranscriptWindow) {
        windows.append(window)
    }

    var segments: [TranscriptSegment] { windows.flatMap(\.segments) }
    var text: String { segments.map(\.text).joined(separator: " ") }
}
