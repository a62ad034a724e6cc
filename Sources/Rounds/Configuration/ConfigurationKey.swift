/// Every setting of Rounds, by the name it has in the file. A key is here only when it changes something.
package enum ConfigurationKey: String, CaseIterable, Sendable {
    case environment
    case dataFolder = "data.dir"
    case databaseURL = "database.url"
    case databasePath = "database.path"
    case poolSize = "database.pool_size"
    case poolTimeout = "database.pool_timeout"
    case host = "server.host"
    case port = "server.port"
    case keepAlive = "server.keep_alive"
    case webFolder = "server.web_folder"
    case sessionTimeout = "security.session_timeout_minutes"
    case accessToken = "security.access_token_minutes"
    case secretKey = "security.secret_key"
    case rateLimiting = "security.rate_limiting"
    case strictScrubbing = "security.phi_scrubbing_strict"
    case maxWorkers = "performance.max_workers"
    case backgroundProcessing = "performance.background_processing"
    case healthChecks = "monitoring.health_checks"
    case performanceMetrics = "monitoring.performance_metrics"
    case metricsToken = "monitoring.metrics_token"
    case logLevel = "logging.level"
    case modelsFolder = "speech.models"
    case model = "speech.model"
    case provider = "ai.provider"
    case languageURL = "ai.url"
    case languageModel = "ai.model"
    case languageKey = "ai.key"
    case languageTokens = "ai.evidence_tokens"
    case geminiKey = "ai.gemini_key"
    case geminiModel = "ai.gemini_model"

    package var name: String { rawValue }
}

/// What is known of a key: how its text is read, what holds without it, and where the environment may give it.
package struct ConfigurationEntry: Sendable {
    let kind: ConfigurationKind
    /// nil: nothing, or found out at the start.
    let fallback: String?
    /// In this order; the first that is set and not empty counts.
    package let environment: [String]
    let isSecret: Bool
}

extension ConfigurationKey {
    /// The one table. Besides the names given here every key has one made of its own: `server.port` is
    /// `ROUNDS_SERVER_PORT`.
    package var entry: ConfigurationEntry {
        switch self {
        case .environment: row(.choice(["development", "production"]), "development", "ENVIRONMENT")
        case .dataFolder: row(.text, nil, "DATA_DIR")
        case .databaseURL: row(.text, nil, "DATABASE_URL", isSecret: true)
        case .databasePath: row(.text, nil, "DB_PATH")
        case .poolSize: row(.integer(1...100), "8")
        case .poolTimeout: row(.integer(1...300), "5")
        case .host: row(.text, "127.0.0.1")
        case .port: row(.integer(0...65_535), nil)
        case .keepAlive: row(.integer(1...3_600), "75")
        case .webFolder: row(.text, nil, "ROUNDS_WEB_DIR")
        case .sessionTimeout: row(.integer(5...43_200), "480")
        case .accessToken: row(.integer(1...1_440), "15", "ACCESS_TOKEN_EXPIRE_MINUTES")
        case .secretKey: row(.text, nil, "SECRET_KEY", isSecret: true)
        case .rateLimiting: row(.flag, "true", "RATE_LIMIT_ENABLED")
        case .strictScrubbing: row(.flag, "false", "PHI_SCRUBBING_STRICT")
        case .maxWorkers: row(.integer(1...64), "2", "MAX_WORKERS")
        case .backgroundProcessing: row(.flag, "true", "BACKGROUND_TASKS_ENABLED")
        case .healthChecks: row(.flag, "true")
        case .performanceMetrics: row(.flag, "true")
        case .metricsToken: row(.text, nil, isSecret: true)
        case .logLevel:
            row(.choice(["trace", "debug", "info", "notice", "warning", "error", "critical"]), "info", "LOG_LEVEL")
        case .modelsFolder: row(.text, nil, "ROUNDS_MODELS")
        case .model: row(.text, nil)
        case .provider: row(.choice(["built-in", "openai-compatible", "gemini"]), nil)
        case .languageURL: row(.text, nil, "ROUNDS_LLM_URL")
        case .languageModel: row(.text, nil, "ROUNDS_LLM_MODEL")
        case .languageKey: row(.text, nil, "ROUNDS_LLM_KEY", isSecret: true)
        case .languageTokens: row(.integer(500...1_000_000), "6000", "ROUNDS_LLM_TOKENS")
        case .geminiKey: row(.text, nil, "GEMINI_API_KEY", isSecret: true)
        case .geminiModel: row(.text, nil, "GEMINI_MODEL")
        }
    }

    private func row(
        _ kind: ConfigurationKind, _ fallback: String?, _ environment: String..., isSecret: Bool = false
    ) -> ConfigurationEntry {
        let own = "ROUNDS_" + name.uppercased().replacing(".", with: "_")
        return ConfigurationEntry(kind: kind, fallback: fallback, environment: environment + [own], isSecret: isSecret)
    }
}
