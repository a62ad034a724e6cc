import ArgumentParser
import Foundation
import Speech
import Web

struct ModelsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show the models, the one in use with a star.")

    @Option(help: "table or json.")
    var format = ListFormat.table

    @OptionGroup var options: ModelOptions

    func run() throws {
        let catalogue = try options.catalogue()
        let used = try? catalogue.find(nil)
        let rows = catalogue.all().map { ModelRow($0, inUse: $0.file == used?.file) }
        switch format {
        case .json: print(String(decoding: try JSON.encode(ModelList(models: rows)), as: UTF8.self))
        case .table:
            if used == nil { StandardError.write("rounds: \(ModelError.noneInstalled.sentence)") }
            if !rows.isEmpty { print(Self.table(rows)) }
        }
    }

    private static func table(_ rows: [ModelRow]) -> String {
        let cells =
            [["", "NAME", "KIND", "LANGUAGES", "FORM", "SIZE", "FILE"]]
            + rows.map { row in
                let languages = row.kind == .vad ? "any" : row.multilingual ? "many" : "en"
                let size = "\((row.bytes + 500_000) / 1_000_000) MB"
                return [row.inUse ? "*" : "", row.name, row.kind.rawValue, languages, row.quantisation, size, row.file]
            }
        let widths = cells[0].indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        return cells.map { line in
            // The last column, the path, stays as long as it is.
            zip(line.dropLast(), widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) + "  " }.joined()
                + (line.last ?? "")
        }.joined(separator: "\n")
    }
}

enum ListFormat: String, CaseIterable, ExpressibleByArgument { case table, json }

private struct ModelList: Encodable {
    let models: [ModelRow]
}

private struct ModelRow: Encodable {
    let name: String
    let kind: ModelKind
    let languages: [String]
    let multilingual: Bool
    let quantisation: String
    let bytes: Int
    let licence: String?
    let sha256: String?
    let source: String?
    let file: String
    let inUse: Bool

    init(_ model: InstalledModel, inUse: Bool) {
        name = model.name
        kind = model.kind
        languages = model.languages
        multilingual = model.multilingual
        quantisation = model.quantisation
        bytes = model.bytes
        licence = model.licence
        sha256 = model.sha256
        source = model.source
        file = model.file.path
        self.inUse = inUse
    }
}
