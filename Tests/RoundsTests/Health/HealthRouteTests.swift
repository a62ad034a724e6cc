import HTTPTypes
import Kernel
import TestSupport
import Testing
import Web

@Suite struct HealthRouteTests {
    private static let forwarded: [HTTPField.Name: String] = [.init("X-Forwarded-For")!: "192.0.2.7"]

    @Test(arguments: TestEngine.available)
    func everyPartTellsHowItIs(engine: TestEngine) async throws {
        try await withRounds(on: engine, environment: ["ROUNDS_DATABASE_POOL_TIMEOUT": "60"]) { app in
            let detailed = try await app.get("/health/detailed")
            #expect(detailed.status == 200, "\(detailed.text)")
            let parts = detailed["parts"]?.array ?? []
            #expect(
                parts.compactMap { $0["name"]?.string } == [
                    "database", "speech", "rubric", "scrubber", "ocr", "language",
                ])
            #expect(parts.first?["status"] == "ok")
            let models = try await app.get("/health/ai-models")["parts"]?.array ?? []
            let rubric = models.first { $0["name"] == "rubric" }
            #expect(rubric?["details"]?["sha256"]?.string?.count == 64)
            #expect(models.first { $0["name"] == "scrubber" }?["status"] == "ok")
            #expect(!models.contains { $0["name"] == "database" })
            for path in ["/health/live", "/health/ready", "/health/database"] {
                let answer = try await app.get(path)
                #expect(answer.status == 200 && answer["status"] == "ok", "\(path) \(answer.text)")
            }
        }
    }

    @Test(arguments: ["/health/detailed", "/health/ai-models", "/health/database", "/health/performance"])
    func onlyWhoRunsTheMachineSeesHowItIs(path: String) async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            let teacher = try await app.signedIn(as: .teacher)
            #expect(try await app.get(path, Self.forwarded).status == 401)
            #expect(try await teacher.get(path, Self.forwarded).status == 403)
            #expect(try await owner.get(path, Self.forwarded).status == 200)
            // at the machine itself
            #expect(try await app.get(path).status == 200)
        }
    }

    @Test func responseTimesAreThoseOfRealRequests() async throws {
        try await withRounds { app in
            let empty = try await app.get("/health/performance")["windows"]?.array ?? []
            #expect(empty.map { $0["seconds"]?.integer } == [60, 300, 900])
            #expect(empty[0]["requests"] == 0 && empty[0]["p95ms"]?.isNull == true)
            for _ in 0..<5 { _ = try await app.get("/api/v1/me") }
            _ = try await app.get("/api/v1/nowhere")
            let windows = try await app.get("/health/performance")["windows"]?.array ?? []
            #expect(windows[0]["requests"] == 7 && windows[0]["errors"] == 0)
            #expect(windows[0]["p95ms"]?.isNull == false)
        }
    }

    @Test func prometheusReadsWhatWasCounted() async throws {
        try await withRounds(environment: ["ROUNDS_MONITORING_METRICS_TOKEN": "of-prometheus"]) { app in
            let owner = try await app.signedIn(as: .owner)
            let teacher = try await app.signedIn(as: .teacher)
            for _ in 0..<3 { _ = try await teacher.get("/api/v1/people/01900000-0000-7000-8000-000000000000") }
            #expect(try await app.get("/metrics").status == 401)
            #expect(try await app.get("/metrics", [.authorization: "Bearer of-somebody"]).status == 401)
            #expect(try await teacher.get("/metrics").status == 403)
            #expect(try await owner.get("/metrics").status == 200)
            let answer = try await app.get("/metrics", [.authorization: "Bearer of-prometheus"])
            #expect(answer.header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8")
            let samples = try Samples(answer.text)
            let series = #"method="GET",route="/api/v1/people/{id}",status="404""#
            #expect(samples["rounds_http_request_duration_seconds_count{\(series)}"] == 3)
            #expect(samples[#"rounds_http_request_duration_seconds_bucket{\#(series),le="+Inf"}"#] == 3)
            #expect((samples["process_resident_memory_bytes"] ?? 0) > 1_000_000)
            #expect(!answer.text.contains("01900000"))
        }
    }

    @Test func whatIsSwitchedOffIsNotThere() async throws {
        let environment = [
            "ROUNDS_DATABASE_POOL_TIMEOUT": "60", "ROUNDS_MONITORING_HEALTH_CHECKS": "false",
            "ROUNDS_MONITORING_PERFORMANCE_METRICS": "false",
        ]
        try await withRounds(environment: environment) { app async throws in
            for path in ["/health/detailed", "/health/performance", "/metrics"] {
                #expect(try await app.get(path).status == 404, "\(path)")
            }
            #expect(try await app.get("/health/ready").status == 200)
        }
    }

    /// The text format, strictly: every sample has a name of a family that was announced, and a number.
    private struct Samples {
        private var values: [String: Double] = [:]

        init(_ text: String) throws {
            var families: Set<String> = []
            for line in text.split(separator: "\n") {
                if line.hasPrefix("# TYPE ") {
                    let name = String(try #require(line.split(separator: " ").dropFirst(2).first))
                    #expect(families.insert(name).inserted, "\(name) twice")
                } else if !line.hasPrefix("#") {
                    let space = try #require(line.lastIndex(of: " "))
                    let series = String(line[..<space])
                    let name = String(series.prefix { $0 != "{" })
                    let plain = ["_bucket", "_sum", "_count"].first(where: name.hasSuffix).map {
                        String(name.dropLast($0.count))
                    }
                    #expect(families.contains(name) || families.contains(plain ?? ""), "\(line)")
                    let number = Double(String(line[line.index(after: space)...]))
                    #expect(number != nil, "\(line)")
                    values[series] = number
                }
            }
        }

        subscript(series: String) -> Double? { values[series] }
    }
}
