import Foundation
import Kernel
import Language
import Speech
import Testing

@testable import Scribe

@Suite struct ScribeSettingsTests {
    private func change(_ json: String) throws -> ScribeSettingsChange {
        try JSONDecoder().decode(ScribeSettingsChange.self, from: Data(json.utf8))
    }

    @Test func whatIsAbsentStaysAndNullIsAValue() throws {
        var settings = ScribeSettings.initial
        settings = try change(#"{"retentionDays": 90, "model": "base"}"#).applied(to: settings) { $0 == "base" }
        #expect(settings.retentionDays == 90 && settings.model == "base")
        settings = try change(#"{"undoDays": 0}"#).applied(to: settings) { _ in false }
        #expect(settings.retentionDays == 90 && settings.undoDays == 0)
        settings = try change(#"{"retentionDays": null, "model": null}"#).applied(to: settings) { _ in false }
        #expect(settings.retentionDays == nil && settings.model == nil)
        #expect(settings.notice == ScribeSettings.initial.notice)
    }

    @Test(arguments: [
        (#"{"uploadLimit": 0}"#, "uploadLimit"), (#"{"uploadLimit": 68719476737}"#, "uploadLimit"),
        (#"{"retentionDays": 0}"#, "retentionDays"), (#"{"retentionDays": 36501}"#, "retentionDays"),
        (#"{"undoDays": -1}"#, "undoDays"), (#"{"undoDays": 91}"#, "undoDays"), (#"{"notice": "  "}"#, "notice"),
        (#"{"notice": "a\u0000b"}"#, "notice"), (#"{"model": "huge"}"#, "model"),
    ])
    func whatCannotBeIsRefused(json: String, field: String) throws {
        let change = try change(json)
        let error = #expect(throws: InvalidInput.self) { try change.applied(to: .initial) { $0 == "base" } }
        #expect(error?.fields.map(\.field) == [field])
    }

    @Test(arguments: [
        #"{"uploadLimit": null}"#, #"{"undoDays": null}"#, #"{"notice": null}"#, #"{"undoDays": "7"}"#,
        #"{"retentionDays": 1.5}"#, #"{"model": 3}"#, "[]",
    ])
    func otherTypesAreRefused(json: String) {
        #expect(throws: DecodingError.self) { try change(json) }
    }

    @Test func theStatusNamesTheCommandForWhatIsMissing() {
        let status = ScribeStatus(models: ModelCatalogue(folders: []), settings: .initial, language: .builtIn) {
            $0 == "pdftotext"
        }
        #expect(status.models.isEmpty && !status.hasVoiceActivity && status.provider == "built-in")
        #expect(status.programs.map(\.isInstalled) == [false, true, false])
        #expect(status.missing.count == 4)
        #expect(status.missing.contains { $0.contains("sudo apt-get install ffmpeg") })
        #expect(status.missing.contains { $0.contains("rounds models") || $0.contains("scripts/models") })
    }
}
