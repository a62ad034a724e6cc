import Kernel
import Persistence
import Tools
import Web

/// What the school decides about notes, and whether what is needed for them works.
struct ComplianceSettingsRoutes: Sendable {
    let store: ComplianceStore

    func add(to routes: inout Routes) {
        let settings = ComplianceBase.path + "/settings"
        routes.get(settings, allow: Self.readers, ComplianceSettingsDocs.settings, handle: getSettings)
        routes.patch(settings, allow: .may(.manageRubrics), ComplianceSettingsDocs.change, handle: changeSettings)
        routes.get(ComplianceBase.path + "/status", allow: Self.readers, ComplianceSettingsDocs.status, handle: status)
    }

    private static let readers = Access.roles(Role.with(.reviewNotes).union(Role.with(.manageRubrics)))

    private func getSettings(_ call: Call) async throws -> Reply { reply(try await store.settings()) }

    private func changeSettings(_ call: Call) async throws -> Reply {
        let change = try await call.decode(ComplianceSettingsChange.self, upTo: 64 << 10)
        return reply(try await store.change(change, by: call.actor))
    }

    private func reply(_ settings: ComplianceSettings) -> Reply {
        .object { json in
            json.member("keepOriginals", settings.keepOriginals)
            json.member("originalsDays", settings.originalsDays)
            json.member("strict", settings.strict)
            json.member("strictness", settings.strictness.rawValue)
        }
    }

    private func status(_ call: Call) async throws -> Reply {
        let rubric = try? await store.activeRubric()
        let (isWell, failures) = (await store.scrubberWorks(), try await store.failedAnalyses())
        let tools = await Blocking.run { Self.tools.map { ($0, Tool.isInstalled($0.name)) } }
        return .object { json in
            json.member("rubric", rubric: rubric?.id, rubric?.version)
            json.member("rules", rubric?.rules.count ?? 0)
            json.member("engineVersion", Reviewer.engineVersion)
            json.member("scrubber", isWell ? "ok" : "failed")
            json.member("ocr", tools.contains { $0.0.name == "tesseract" && $0.1 } ? "ok" : "not_installed")
            json.member("tools", tools) { json, tool in
                json.object {
                    $0.member("name", tool.0.name)
                    $0.member("installed", tool.1)
                    $0.member("install", "sudo apt-get install \(tool.0.package)")
                }
            }
            json.member("health", isWell && rubric != nil && failures == 0 ? "ok" : "degraded")
            json.member("deidErrors", failures)
        }
    }

    private static let tools = [
        (name: "pdftotext", package: "poppler-utils"), (name: "pdfinfo", package: "poppler-utils"),
        (name: "tesseract", package: "tesseract-ocr"),
    ]
}

extension ComplianceStore {
    /// Canned words of nobody: their identifiers must be found.
    package func scrubberWorks() async -> Bool {
        await Blocking.run { [analyser] in
            let text = "Patient: Harborview, Eleanor\nDOB: 03/14/1951\nMRN: 44556677\nBerg 40/56 on 2/3/2025."
            guard let masked = try? analyser.masked(text) else { return false }
            return !["Harborview", "Eleanor", "03/14/1951", "44556677"].contains { masked.contains($0) }
                && masked.contains("40/56")
        }
    }

    /// Notes whose identifiers could not be found and that nobody has dealt with yet.
    func failedAnalyses() async throws -> Int {
        let count = try await database.read { reader in
            try reader.integer(
                """
                SELECT COUNT(*) FROM compliance_document WHERE state = \(NoteState.failed)
                    AND error_code = \(IdentifierError.detectorFailed.code) AND deleted_at IS NULL
                """)
        }
        return Int(count ?? 0)
    }
}

enum ComplianceSettingsDocs {
    private static let members: [(String, Schema)] = [
        ("keepOriginals", .boolean.described("Keeps notes, encrypted; else only what is masked.")),
        ("originalsDays", .nullable(.integer(1...3_650)).described("For so many days; null for as long as the note.")),
        ("strict", .boolean.described("Masks doubtful identifiers too.")),
        ("strictness", .enumeration(ReviewContext.Strictness.allCases.map(\.rawValue))),
    ]
    private static let answer = Schema.object("ComplianceSettings", members.map { .required($0.0, $0.1) })

    static let settings = Doc(
        "What the school decides about notes", tag: ComplianceBase.tag, id: "getComplianceSettings", answers: answer)

    static let change = Doc(
        "Changes what the school decides about notes; what is absent stays", tag: ComplianceBase.tag,
        id: "changeComplianceSettings", body: .json(.object(members.map { .optional($0.0, $0.1) })), answers: answer)

    static let status = Doc(
        "Rules, the finding of identifiers, and programs that files need", tag: ComplianceBase.tag,
        id: "getComplianceStatus",
        answers: .object(
            "ComplianceStatus",
            [
                .required("rubric", .nullable(NoteDocs.rubric)), .required("rules", .integer),
                .required("engineVersion", .string), .required("scrubber", .enumeration(["ok", "failed"])),
                .required("ocr", .enumeration(["ok", "not_installed"])),
                .required(
                    "tools",
                    .array(
                        of: .object([
                            .required("name", .string), .required("installed", .boolean),
                            .required("install", .string),
                        ]))),
                .required("health", .enumeration(["ok", "degraded"])),
                .required(
                    "deidErrors", .integer.described("Notes whose identifiers could not be found with certainty.")),
            ]))
}
