import Kernel
import Register
import Web

/// Settings, and files to try the workspace with.
extension InsightsRoutes {
    func settings(_ call: Call) async throws -> Reply { .settings(try await store.settings()) }

    func changeSettings(_ call: Call) async throws -> Reply {
        let change = try await call.decode(InsightsSettingsChange.self)
        return .settings(try await store.changeSettings(change))
    }

    func samples(_ call: Call) async throws -> Reply {
        let files = await Self.samples()
        return .object { json in
            json.member(
                "files",
                objects: { list in
                    for file in files {
                        list.object {
                            $0.member("name", file.name)
                            $0.member("kind", file.kind.rawValue)
                        }
                    }
                })
        }
    }

    func sample(_ call: Call) async throws -> Reply {
        let name = try call.parameter("name")
        guard let file = await Self.samples().first(where: { $0.name == name }) else {
            throw InsightsError.unknownSample
        }
        return .bytes(file.bytes, type: "application/octet-stream", fileName: file.name)
    }

    /// Always the same: somebody who reads about them finds the same numbers.
    private static func samples() async -> [SampleFile] {
        await Blocking.run { SampleExport.files(seed: 1) }
    }
}

extension Reply {
    fileprivate static func settings(_ settings: InsightsSettings) -> Reply {
        .object { json in
            json.member("threshold", settings.threshold)
            json.member("smallCell", settings.smallCell)
            json.member("patterns", with: { $0.object { $0.patterns(settings.patterns) } })
            json.member(
                "adviserLinks",
                objects: { list in
                    for link in settings.adviserLinks {
                        list.object {
                            $0.member("adviser", link.adviser)
                            $0.member("person", link.person)
                        }
                    }
                })
        }
    }
}
