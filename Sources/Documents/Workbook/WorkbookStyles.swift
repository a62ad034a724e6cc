/// The number format of each cell style of a workbook (`styles.xml`: `cellXfs` refers to `numFmts` by id).
struct WorkbookStyles {
    private var formats: [NumberFormat] = []

    init() {}

    init(_ part: [UInt8]) throws {
        var xml = try XMLScanner(part)
        var custom: [Int: NumberFormat] = [:]
        var inCellFormats = false
        while true {
            switch try xml.next() {
            case .start where xml.isNamed("numFmt"):
                let id = try xml.attribute("numFmtId").flatMap { Int($0) }
                if let id, let code = try xml.attribute("formatCode") { custom[id] = NumberFormat(code: code) }
            case .start where xml.isNamed("cellXfs"): inCellFormats = true
            case .end where xml.isNamed("cellXfs"): inCellFormats = false
            case .start where inCellFormats && xml.isNamed("xf"):
                let id = try xml.attribute("numFmtId").flatMap { Int($0) } ?? 0
                formats.append(custom[id] ?? NumberFormat(builtIn: id))
            case .finished: return
            default: break
            }
        }
    }

    func format(_ style: String?) -> NumberFormat {
        guard let index = style.flatMap({ Int($0) }), formats.indices.contains(index) else { return .number }
        return formats[index]
    }
}
