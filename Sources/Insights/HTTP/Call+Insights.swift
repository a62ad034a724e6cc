import Kernel
import Web

extension Call {
    /// The module asked for; the route's documentation makes it required.
    var module: String { query("module") ?? "" }

    /// A file of any type but those that are certainly a mistake: a form, or JSON.
    func requireFile() throws {
        let type = (header("Content-Type") ?? "").lowercased()
        guard !type.hasPrefix("multipart/"), !type.hasPrefix("application/json") else {
            throw WebError.unsupportedMedia(expected: ["the file itself, as application/octet-stream"])
        }
    }

    /// The name of the file without folders and control characters; empty when none was sent.
    func fileName() throws -> String {
        let name = try cleanText("name", upTo: 255) ?? ""
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        return String(last.unicodeScalars.filter { $0.properties.generalCategory != .control })
    }

    /// A query parameter, trimmed and with single blanks; nil when nothing is left.
    func cleanText(_ name: String, upTo limit: Int) throws -> String? {
        guard let text = query(name).map(CellText.clean), !text.isEmpty else { return nil }
        guard text.unicodeScalars.count <= limit, !text.utf8.contains(0) else {
            throw InvalidInput(name, code: "text_too_long", "The \(name) may have at most \(limit) characters.")
        }
        return text
    }
}
