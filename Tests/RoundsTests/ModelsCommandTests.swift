import Foundation
import Kernel
import Speech
import TestSupport
import Testing

/// `rounds models` with the models that the set-up imports.
@Suite(
    .serialized,
    .enabled("scripts/models brings the speech models") {
        let environment = ProcessInfo.processInfo.environment
        let models = ModelCatalogue.standard(dataFolder: nil)
        return environment["ROUNDS_REQUIRE_SPEECH"] == "1" || (try? models.find("tiny.en")) != nil
    })
struct ModelsCommandTests {
    private func models(_ arguments: [String], _ data: URL) async throws -> Program.Result {
        try await Program.run(["models"] + arguments + ["--data-dir", data.path])
    }

    /// The rows of `models list --format json`.
    private func list(_ data: URL) async throws -> [JSONValue] {
        let result = try await models(["list", "--format", "json"], data)
        #expect(result.status == 0, "\(result.errors)")
        return try JSONParser.value(result.output.trimmingCharacters(in: .whitespacesAndNewlines))["models"]?.array
            ?? []
    }

    private func used(_ data: URL) async throws -> [String] {
        try await list(data).filter { $0["inUse"]?.bool == true }.compactMap { $0["name"]?.string }
    }

    @Test func theDefaultModelsAreThereWithTheirManifests() async throws {
        try await withTemporaryFolder { folder in
            let rows = try await list(folder)
            for (name, multilingual) in [("base", true), ("tiny.en", false)] {
                let row = try #require(rows.first { $0["name"]?.string == name })
                #expect(row["kind"]?.string == "whisper")
                #expect(row["quantisation"]?.string == "q8_0")
                #expect(row["licence"]?.string == "MIT")
                #expect(row["multilingual"]?.bool == multilingual)
                #expect(row["sha256"]?.string?.count == 64)
            }
            #expect(try await used(folder) == ["base"])
            let table = try await models(["list"], folder)
            #expect(table.output.contains("* ") && table.output.contains("silero"))
        }
    }

    @Test func anAddedModelIsListedChosenAndTested() async throws {
        try await withTemporaryFolder { folder in
            let file = try await list(folder).first { $0["name"]?.string == "tiny.en" }?["file"]?.string
            let added = try await models(["add", try #require(file), "--name", "lectures"], folder)
            #expect(added.status == 0, "\(added.errors)")
            let copy = folder.appending(path: "models/ggml-lectures-q8_0.bin")
            #expect(added.output == "lectures\t\(copy.path)\n")
            #expect(try await models(["use", "lectures"], folder).status == 0)
            #expect(try await used(folder) == ["lectures"])
            let test = try await models(["test", "--format", "json"], folder)
            #expect(test.status == 0, "\(test.errors)")
            let report = try JSONParser.value(test.output.trimmingCharacters(in: .whitespacesAndNewlines))
            #expect(report["model"]?.string == "lectures")
            #expect(report["manifest"]?.string == "matches")

            // One bit of a weight: the file is whole, and no longer the one that was added.
            let handle = try FileHandle(forUpdating: copy)
            try handle.seek(toOffset: 40_000_000)
            let byte = try #require(try handle.read(upToCount: 1)?.first)
            try handle.seek(toOffset: 40_000_000)
            try handle.write(contentsOf: Data([byte ^ 1]))
            try handle.close()
            let changed = try await models(["test"], folder)
            #expect(changed.status == 1 && changed.output.isEmpty)
            #expect(changed.errors.contains("is damaged"))
        }
    }

    @Test(arguments: [
        (["use", "large-v3"], 1, "rounds models import FOLDER --name large-v3"),
        (["add", "/dev/null"], 1, "is neither a GGML file"), (["import", "/nowhere"], 1, "is neither a GGML file"),
        (["import"], 2, "Usage"), (["import", "/nowhere", "--format", "q2"], 2, "format"),
        (["test", "nobody"], 1, "nobody"),
    ])
    func whatCannotBeDoneIsSaidInASentence(arguments: [String], status: Int32, says: String) async throws {
        try await withTemporaryFolder { folder in
            let result = try await models(arguments, folder)
            #expect(result.status == status)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains(says), "\(result.errors)")
            #expect(result.errors.contains("Error Domain") == false)
        }
    }
}
