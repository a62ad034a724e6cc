package import Kernel

/// What can be wrong with a speech model. `path` and `what` are about files of this installation, never about speech.
package enum ModelError: Failure, Equatable {
    /// No model of this name in any folder.
    case missing(name: String)
    /// No speech model at all.
    case noneInstalled
    /// The model that tells voice from silence is not there.
    case voiceActivityMissing
    /// Neither a GGML file nor a CTranslate2 folder of Whisper.
    case notAModel(path: String)
    /// It began as a model; `what` is what cannot be.
    case damaged(path: String, what: String)
    /// A model, of a form that cannot be used.
    case unsupported(path: String, what: String)
    case invalidName(String)
    case nameTaken(String)
    case unwritable(path: String, reason: String)
    case noFolder

    package var code: String {
        switch self {
        case .missing, .noneInstalled, .voiceActivityMissing: "model_missing"
        case .notAModel: "not_a_model"
        case .damaged: "model_damaged"
        case .unsupported: "model_unsupported"
        case .invalidName: "model_name_invalid"
        case .nameTaken: "model_name_taken"
        case .unwritable, .noFolder: "models_unwritable"
        }
    }

    package var kind: FailureKind {
        switch self {
        case .missing: .notFound
        case .noneInstalled, .voiceActivityMissing: .unavailable(retryAfter: 60)
        case .notAModel, .damaged, .unsupported, .invalidName: .invalid
        case .nameTaken: .conflict
        case .unwritable, .noFolder: .unavailable(retryAfter: 60)
        }
    }

    package var sentence: String {
        switch self {
        case .missing(let name):
            "There is no speech model “\(name)”. \(Self.advice(name)) “rounds models list” shows what is there."
        case .noneInstalled: "No speech model is installed. \(Self.advice("base"))"
        case .voiceActivityMissing:
            "The voice activity model is not installed: “scripts/setup” in a checkout installs it; elsewhere "
                + "“rounds models add ggml-silero-v6.2.0.bin”."
        case .notAModel(let path):
            "\(path) is neither a GGML file of whisper.cpp nor a CTranslate2 folder of Whisper."
        case .damaged(let path, let what): "The speech model \(path) is damaged: \(what)."
        case .unsupported(let path, let what): "The speech model \(path) cannot be used: \(what)."
        case .invalidName(let name):
            "“\(name)” is no name for a model: up to 64 letters, digits, dots, hyphens and underscores, no dot first."
        case .nameTaken(let name): "There is a model “\(name)” already; choose another name with --name."
        case .unwritable(let path, let reason): "\(path) could not be written: \(reason)."
        case .noFolder: "There is no folder for models; name one with --models-dir."
        }
    }

    /// The command that brings a model: a default one comes with the checkout, others from a file or a folder.
    private static func advice(_ name: String) -> String {
        let elsewhere =
            "“rounds models import FOLDER --name \(name)” or “rounds models add FILE --name \(name)” installs it"
        return ["base", "tiny.en"].contains(name)
            ? "“scripts/models” in a checkout installs it; elsewhere \(elsewhere)." : "\(elsewhere)."
    }
}
