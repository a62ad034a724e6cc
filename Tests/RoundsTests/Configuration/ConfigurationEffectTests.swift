import Foundation
import Kernel
import Language
import Persistence
import Rounds
import Speech
import TestSupport
import Testing
import Web

/// No key is there for show: each changes what a start does.
@Suite struct ConfigurationEffectTests {
    /// What of a start each key changes.
    private static let effects: [ConfigurationKey: @Sendable (Settings) -> String] = [
        .environment: { "\($0.isProduction)" }, .dataFolder: { $0.dataFolder.path },
        .databaseURL: { "\($0.database)" }, .databasePath: { "\($0.database)" },
        .poolSize: { if case .postgres(_, let size) = $0.database { "\(size)" } else { "" } },
        .poolTimeout: { "\($0.databasePatience)" }, .host: { $0.host }, .port: { "\($0.port ?? 0)" },
        .keepAlive: { "\($0.keepAlive)" }, .webFolder: { $0.webFolder?.path ?? "" },
        .sessionTimeout: { "\($0.sessionMinutes)" }, .accessToken: { "\($0.accessMinutes)" },
        .secretKey: { $0.secretKey ?? "" }, .rateLimiting: { "\($0.limits.isRateLimited)" },
        .strictScrubbing: { "\($0.isStrict)" }, .maxWorkers: { "\($0.workers)" },
        .backgroundProcessing: { "\($0.worksInBackground)" }, .healthChecks: { "\($0.showsHealth)" },
        .performanceMetrics: { "\($0.countsRequests)" }, .metricsToken: { $0.metricsToken ?? "" },
        .logLevel: { "\($0.logLevel)" },
        .modelsFolder: { $0.models.folders[0].path }, .model: { $0.models.preferred ?? "" },
        .provider: { "\($0.language)" }, .languageURL: { "\($0.language)" }, .languageModel: { "\($0.language)" },
        .languageKey: { "\($0.language)" }, .languageTokens: { "\($0.language)" }, .geminiKey: { "\($0.language)" },
        .geminiModel: { "\($0.language)" },
    ]

    /// What must be there besides, for a key to matter.
    private static let beside: [ConfigurationKey: [ConfigurationKey: String]] = [
        .poolSize: [.databaseURL: "postgresql://localhost/rounds"], .provider: [.geminiKey: "g"],
        .languageURL: [.languageModel: "m"], .languageModel: [.languageURL: "http://127.0.0.1:1"],
        .languageKey: [.languageURL: "http://127.0.0.1:1", .languageModel: "m"], .geminiModel: [.geminiKey: "g"],
    ]

    @Test(arguments: ConfigurationKey.allCases)
    func everyKeyChangesTheStart(key: ConfigurationKey) throws {
        let effect = try #require(Self.effects[key], "\(key.name): what does it change?")
        let other = try #require(ConfigurationTests.others[key])
        var flags = Self.beside[key] ?? [:]
        // a model is needed with every address
        let before = key == .languageURL || key == .languageModel ? [:] : flags
        let standard = effect(try Settings(try Configuration(flags: before, environment: ["HOME": "/home/ada"])))
        flags[key] = other
        #expect(effect(try Settings(try Configuration(flags: flags, environment: ["HOME": "/home/ada"]))) != standard)
    }

    @Test(arguments: [("ai.url", "openai-compatible"), ("ai.gemini_key", "gemini")])
    func aProviderNeedsItsOwn(key: String, provider: String) {
        #expect(throws: ConfigurationError.providerNeeds(key: key, provider: provider)) {
            try Settings(environment: ["ROUNDS_AI_PROVIDER": provider])
        }
    }

    @Test(
        arguments: [
            ([:], false, nil), (["SECRET_KEY": "short"], false, .weakSecret),
            (["SECRET_KEY": "your-secret-key-change-me-in-production-please"], false, .weakSecret),
            (["SECRET_KEY": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"], false, .weakSecret),
            (["SECRET_KEY": "mB7qLx20vRt9KpWz4nYc8HsDfG3jTe6U"], false, nil),
            (["ROUNDS_SERVER_HOST": "0.0.0.0"], false, .plainHTTP(host: "0.0.0.0")), ([:], true, .sampleSchool),
        ] as [([String: String], Bool, ConfigurationError?)])
    func productionRefusesWhatIsForTrying(
        environment: [String: String], isDemo: Bool, refusal: ConfigurationError?
    ) throws {
        func refused(_ mode: String) throws -> ConfigurationError? {
            let settings = try Settings(
                isDemo: isDemo, environment: environment.merging(["ENVIRONMENT": mode]) { $1 })
            do {
                try settings.checkProduction()
                return nil
            } catch let error as ConfigurationError {
                return error
            }
        }
        #expect(try refused("production") == refusal)
        #expect(try refused("development") == nil)
    }

    @Test func tokensLastAsLongAsTheSettingsSay() async throws {
        for (minutes, seconds) in [("3", 180), ("15", 900)] {
            try await withRounds(environment: ["ACCESS_TOKEN_EXPIRE_MINUTES": minutes]) { app in
                _ = try await app.signedIn(as: .owner)
                let answer = try await app.post(
                    "/api/v1/auth/token",
                    .object([
                        "email": "first.owner@example.org", "password": .string(ApplicationUnderTest.password),
                        "device": .string(Identifier.v7()),
                    ]))
                #expect(answer["expiresIn"] == .integer(Int64(seconds)), "\(answer.text)")
            }
        }
    }

    @Test func strictMaskingCannotBeTakenBack() async throws {
        try await withRounds(environment: ["PHI_SCRUBBING_STRICT": "true"]) { app in
            let path = "/api/v1/compliance/settings"
            #expect(try await app.get(path)["strict"]?.bool == true)
            let changed = try await app.client.patch(path, ["strict": .bool(false)])
            #expect(changed["strict"]?.bool == true, "\(changed.text)")
        }
    }
}
