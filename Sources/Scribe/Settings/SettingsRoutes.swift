import Kernel
import Language
import Persistence
import Speech
import Tools
import Web

/// What the school decides, and what the installation has.
struct SettingsRoutes: Sendable {
    let store: ScribeStore

    func add(to routes: inout Routes) {
        let settings = "/api/v1/scribe/settings"
        routes.get(settings, allow: .may(.manageSchool), SettingsDocs.settings, handle: getSettings)
        routes.patch(settings, allow: .may(.manageSchool), SettingsDocs.change, handle: changeSettings)
        routes.get("/api/v1/scribe/status", allow: .may(.recordSessions), SettingsDocs.status, handle: status)
        routes.get(
            "/api/v1/scribe/deletions", allow: .may(.manageSchool), SettingsDocs.deletions, handle: listDeletions)
    }

    private func getSettings(_ call: Call) async throws -> Reply {
        reply(try await store.settings())
    }

    private func changeSettings(_ call: Call) async throws -> Reply {
        let change = try await call.decode(ScribeSettingsChange.self)
        let isInstalled = await Blocking.run { [models = store.models] in
            (change.model ?? nil).map { (try? models.find($0)) != nil } ?? true
        }
        let changed = try await store.database.write { tx in
            let settings = try change.applied(to: try ScribeSettings.current(tx)) { _ in isInstalled }
            try settings.store(tx)
            return settings
        }
        return reply(changed)
    }

    private func reply(_ settings: ScribeSettings) -> Reply {
        .object { json in
            json.member("uploadLimit", settings.uploadLimit)
            json.member("retentionDays", settings.retentionDays)
            json.member("undoDays", settings.undoDays)
            json.member("notice", settings.notice)
            json.member("model", settings.model)
            json.member("languageProvider", store.language.providerName)
        }
    }

    private func status(_ call: Call) async throws -> Reply {
        let settings = try await store.settings()
        let status = await Blocking.run { [models = store.models, language = store.language] in
            ScribeStatus(models: models, settings: settings, language: language, isInstalled: Tool.isInstalled)
        }
        return .object { json in
            json.name("models")
            json.array(status.models) { json, model in
                json.object {
                    $0.member("name", model.name)
                    $0.member("bytes", model.bytes)
                    $0.member("multilingual", model.multilingual)
                    $0.member("inUse", model.inUse)
                }
            }
            json.member("voiceActivity", status.hasVoiceActivity)
            json.name("tools")
            json.array(status.programs) { json, program in
                json.object {
                    $0.member("name", program.name)
                    $0.member("installed", program.isInstalled)
                    $0.member("install", program.install)
                }
            }
            json.member(
                "provider",
                with: {
                    $0.object {
                        $0.member("name", status.provider)
                        $0.member("model", status.providerModel)
                    }
                })
            json.name("missing")
            json.array(status.missing) { $0.value($1) }
        }
    }

    private func listDeletions(_ call: Call) async throws -> Reply {
        let limit = try call.integer("limit", default: 100, in: 1...500)
        let found = try await store.deletions(before: call.query("cursor"), limit: limit)
        return .list(found, next: found.count == limit ? found.last?.id : nil) { json, deletion in
            json.member("id", deletion.id)
            json.member("at", at: deletion.at.milliseconds)
            json.member("byName", deletion.byName)
            json.member("reason", deletion.reason.rawValue)
            json.member("what", deletion.what.rawValue)
            json.member("subject", deletion.subject)
            json.member("session", deletion.session)
        }
    }
}

extension LanguageSettings {
    var providerName: String {
        switch choice {
        case .builtIn: "built-in"
        case .openAICompatible: "openai-compatible"
        case .gemini: "gemini"
        }
    }
}
