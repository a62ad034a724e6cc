/// Which paragraph styles of a Word document are headings: by outline level or built-in name, inherited or own
/// (ECMA-376 Part 1, 17.7.4 and 17.3.1.20).
struct WordStyles {
    private struct Style {
        var parent: String?
        var isHeading: Bool?
    }

    private var styles: [String: Style] = [:]

    init() {}

    init(_ scanner: XMLScanner) throws {
        var xml = scanner
        var current: String?
        while true {
            switch try xml.next() {
            case .start where xml.isNamed("style"):
                current = try xml.attribute("styleId")
                if let current { styles[current] = Style() }
            case .end where xml.isNamed("style"): current = nil
            case .start:
                guard let current else { continue }
                if xml.isNamed("name") {
                    if try Self.isHeadingName(xml.attribute("val") ?? "") { styles[current]?.isHeading = true }
                } else if xml.isNamed("basedOn") {
                    styles[current]?.parent = try xml.attribute("val")
                } else if xml.isNamed("outlineLvl") {
                    styles[current]?.isHeading = Self.isHeadingLevel(try xml.attribute("val"))
                }
            case .finished: return
            default: break
            }
        }
    }

    func isHeading(_ id: String?) -> Bool {
        var next = id
        // a chain of more styles than this goes in a circle
        for _ in 0..<20 {
            guard let style = next.flatMap({ styles[$0] }) else { return false }
            if let isHeading = style.isHeading { return isHeading }
            next = style.parent
        }
        return false
    }

    /// Level 9 is body text.
    static func isHeadingLevel(_ value: String?) -> Bool {
        value.flatMap { Int($0) }.map { (0...8).contains($0) } ?? false
    }

    private static func isHeadingName(_ name: String) -> Bool {
        let name = name.lowercased()
        return name == "title" || name == "subtitle" || name.hasPrefix("heading ")
    }
}
