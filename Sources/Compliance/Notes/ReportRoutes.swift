import Kernel
import Persistence
import Web

/// What a report can be had as.
enum ReportFormat: String, CaseIterable, Sendable {
    case html, pdf, json, csv

    var mediaType: String {
        switch self {
        case .html: "text/html; charset=utf-8"
        case .pdf: "application/pdf"
        case .json: "application/json"
        case .csv: "text/csv; charset=utf-8"
        }
    }
}

/// Reports of a note, without identifiers in any format; the writers are in `Reports`.
struct ReportRoutes: Sendable {
    let store: ComplianceStore

    func add(to routes: inout Routes) {
        let note = ComplianceBase.path + "/documents/{id}"
        routes.get(note + "/reports", allow: .may(.reviewNotes), NoteDocs.reports, handle: list)
        for format in ReportFormat.allCases {
            routes.get("\(note)/report.\(format.rawValue)", allow: .may(.reviewNotes), NoteDocs.file(format)) {
                try await file($0, format)
            }
        }
    }

    private func list(_ call: Call) async throws -> Reply {
        .list(try await store.reports(of: call.id("id"), by: call.caller.userID)) { json, row in
            json.member("id", row.id)
            json.member("at", at: row.at.milliseconds)
            json.member("rubric", rubric: row.rubricId, row.rubricVersion)
            json.member("score", decimal: row.score)
        }
    }

    private func file(_ call: Call, _ format: ReportFormat) async throws -> Reply {
        let (note, _, kept) = try await store.report(
            call.query("report"), of: call.id("id"), by: call.actor, action: "report.export")
        let report = Report(
            name: try store.name(of: note).shown, asOf: note.options.value.asOf, analysis: kept.analysis,
            encoding: kept.source.encoding, pages: kept.source.pages, pictures: kept.source.pictures.count,
            warning: kept.source.warning)
        let bytes: [UInt8] =
            switch format {
            case .html: Array(ReportHTML.page(report).utf8)
            case .pdf: try await Blocking.run { try ReportPDF.bytes(report) }
            case .json: ReportJSON.bytes(report)
            case .csv: ReportCSV.bytes([report])
            }
        return Reply.bytes(bytes, type: format.mediaType, fileName: "report.\(format.rawValue)").unkept
    }
}
