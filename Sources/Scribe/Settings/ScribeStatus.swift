import Kernel
import Language
import Speech
import Tools

/// What of this installation Scribe needs, and the command that brings what is missing.
struct ScribeStatus: Sendable {
    struct Model: Sendable, Equatable {
        let name: String
        let bytes: Int
        let multilingual: Bool
        let inUse: Bool
    }

    struct Program: Sendable, Equatable {
        let name: String
        let isInstalled: Bool
        /// What does not work without it.
        let purpose: String
        let install: String
    }

    let models: [Model]
    let hasVoiceActivity: Bool
    let programs: [Program]
    let provider: String
    let providerModel: String?
    /// Sentences that say what is missing, for an administrator.
    let missing: [String]

    init(
        models catalogue: ModelCatalogue, settings: ScribeSettings, language: LanguageSettings,
        isInstalled: (String) -> Bool
    ) {
        let chosen = Result { try catalogue.find(settings.model) }
        let inUse = try? chosen.get().name
        models = catalogue.models().map {
            Model(name: $0.name, bytes: $0.bytes, multilingual: $0.multilingual, inUse: $0.name == inUse)
        }
        var missing: [String] = []
        if case .failure(let error) = chosen, let failure = error as? any Failure { missing.append(failure.sentence) }
        do {
            _ = try catalogue.voiceActivityModel()
            hasVoiceActivity = true
        } catch {
            hasVoiceActivity = false
            missing.append(error.sentence)
        }
        programs = Self.programs.map { name, purpose, package in
            Program(
                name: name, isInstalled: isInstalled(name), purpose: purpose,
                install: "sudo apt-get install \(package)")
        }
        for program in programs where !program.isInstalled {
            missing.append("Without \(program.name) \(program.purpose). “\(program.install)” installs it.")
        }
        self.missing = missing
        provider = language.providerName
        providerModel =
            switch language.choice {
            case .builtIn: nil
            case .openAICompatible(_, let model, _), .gemini(_, let model, _): model
            }
    }

    private static let programs = [
        ("ffmpeg", "only WAV files can be transcribed", "ffmpeg"),
        ("pdftotext", "PDF attachments have no text", "poppler-utils"),
        ("tesseract", "images have no text", "tesseract-ocr"),
    ]
}
