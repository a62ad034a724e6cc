/// One event of a text/event-stream (WHATWG HTML §9.2).
package struct ServerEvent: Sendable, Equatable {
    package let id: String?
    package let name: String
    package let data: String

    package init(id: String? = nil, name: String, data: String) {
        self.id = id
        self.name = name
        self.data = data
    }

    /// A line break inside data starts a new `data:` line; in an id or a name it would end the field, so it is dropped.
    var text: String {
        var text = ""
        if let id { text += "id: \(Self.oneLine(id))\n" }
        text += "event: \(Self.oneLine(name))\n"
        let lines = data.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for line in lines { text += "data: \(line)\n" }
        return text + "\n"
    }

    private static func oneLine(_ text: String) -> String {
        String(text.unicodeScalars.filter { $0 != "\n" && $0 != "\r" && $0 != "\0" })
    }
}
