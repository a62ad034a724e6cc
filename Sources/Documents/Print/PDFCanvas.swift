import CPango

/// A PDF of A4 pages that is being written by cairo, with pango setting its lines. Used by one task at a time.
final class PDFCanvas {
    enum Family: String {
        case text = "Liberation Sans, DejaVu Sans, sans-serif"
        case fixed = "Liberation Mono, DejaVu Sans Mono, monospace"
    }

    /// A4 in points, with margins of 18 mm.
    static let pageWidth = 595.28
    static let pageHeight = 841.89
    static let margin = 51.0
    static let width = pageWidth - 2 * margin
    static let bottom = pageHeight - margin - 14

    private final class Sink {
        var bytes: [UInt8] = []
    }

    private let sink = Sink()
    private let surface: OpaquePointer
    private let context: OpaquePointer
    private let footer: String
    private var page = 1

    init(title: String, footer: String) {
        self.footer = footer
        surface = cairo_pdf_surface_create_for_stream(
            { closure, data, length in
                guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
                sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(sink).toOpaque(), Self.pageWidth, Self.pageHeight)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, Self.settable(title))
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Rounds")
        context = cairo_create(surface)
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    func nextPage() {
        drawFooter()
        cairo_show_page(context)
        page += 1
    }

    /// - Throws: `DocumentError.damaged` when cairo could not write a page
    func finish() throws -> [UInt8] {
        drawFooter()
        cairo_show_page(context)
        cairo_surface_finish(surface)
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, cairo_status(context) == CAIRO_STATUS_SUCCESS
        else {
            throw DocumentError.damaged(part: "the report could not be set on pages")
        }
        return sink.bytes
    }

    func layout(_ runs: [PrintedDocument.Run], size: Double, family: Family, width: Double) -> TextLayout {
        TextLayout(context, runs, size: size, family: family.rawValue, width: width)
    }

    func bar(x: Double, y: Double, height: Double) {
        cairo_set_source_rgb(context, 0.62, 0.65, 0.7)
        cairo_rectangle(context, x, y, 2, height)
        cairo_fill(context)
    }

    func rule(y: Double) {
        cairo_set_source_rgb(context, 0.85, 0.87, 0.9)
        cairo_rectangle(context, Self.margin, y, Self.width, 0.5)
        cairo_fill(context)
    }

    private func drawFooter() {
        let run = PrintedDocument.Run("\(footer)   ·   page \(page)", tone: .muted)
        let line = layout([run], size: 7.5, family: .text, width: Self.width)
        line.draw(0, x: Self.margin, y: Self.pageHeight - Self.margin + 4)
    }

    /// Without what pango and cairo cannot take: NUL and other controls become blanks.
    static func settable(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) else { return text }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F ? " " : $0 }))
    }
}

/// Runs of text broken into lines of a width.
final class TextLayout {
    private let context: OpaquePointer
    private let layout: OpaquePointer

    fileprivate init(
        _ context: OpaquePointer, _ runs: [PrintedDocument.Run], size: Double, family: String, width: Double
    ) {
        self.context = context
        layout = pango_cairo_create_layout(context)
        let font = pango_font_description_new()
        pango_font_description_set_family(font, family)
        pango_font_description_set_absolute_size(font, size * Double(PANGO_SCALE))
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)
        pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        var text = ""
        let attributes = pango_attr_list_new()
        for run in runs {
            let start = UInt32(text.utf8.count)
            text += PDFCanvas.settable(run.text)
            Self.style(run, start..<UInt32(text.utf8.count), attributes)
        }
        pango_layout_set_text(layout, text, Int32(text.utf8.count))
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    var count: Int { Int(pango_layout_get_line_count(layout)) }

    /// Points.
    func height(_ line: Int) -> Double {
        Double(extents(line).height) / Double(PANGO_SCALE)
    }

    func draw(_ line: Int, x: Double, y: Double) {
        guard let found = pango_layout_get_line_readonly(layout, Int32(line)) else { return }
        cairo_set_source_rgb(context, 0.1, 0.12, 0.15)
        cairo_move_to(context, x, y - Double(extents(line).y) / Double(PANGO_SCALE))
        pango_cairo_show_layout_line(context, found)
    }

    private func extents(_ line: Int) -> PangoRectangle {
        var logical = PangoRectangle()
        if let found = pango_layout_get_line_readonly(layout, Int32(line)) {
            pango_layout_line_get_extents(found, nil, &logical)
        }
        return logical
    }

    /// - Parameter range: bytes of UTF-8
    private static func style(_ run: PrintedDocument.Run, _ range: Range<UInt32>, _ list: OpaquePointer?) {
        func add(_ attribute: UnsafeMutablePointer<PangoAttribute>?) {
            guard let attribute else { return }
            attribute.pointee.start_index = range.lowerBound
            attribute.pointee.end_index = range.upperBound
            pango_attr_list_insert(list, attribute)
        }
        if run.bold { add(pango_attr_weight_new(PANGO_WEIGHT_BOLD)) }
        if run.italic { add(pango_attr_style_new(PANGO_STYLE_ITALIC)) }
        guard run.tone != .plain else { return }
        let (red, green, blue) = run.marked ? run.tone.ground : run.tone.letters
        add(
            run.marked
                ? pango_attr_background_new(red, green, blue) : pango_attr_foreground_new(red, green, blue))
    }
}

extension PrintedDocument.Run.Tone {
    /// Dark enough to be read on white: 4.5 to 1 and more (WCAG 2.2, 1.4.3).
    fileprivate var letters: (UInt16, UInt16, UInt16) {
        switch self {
        case .plain: (0x1A00, 0x1E00, 0x2600)
        case .muted: (0x5000, 0x5800, 0x6200)
        case .accent: (0x3B00, 0x3F00, 0x8F00)
        case .good: (0x1F00, 0x6300, 0x2D00)
        case .bad: (0xA400, 0x1600, 0x1A00)
        }
    }

    fileprivate var ground: (UInt16, UInt16, UInt16) {
        switch self {
        case .plain, .muted: (0xEE00, 0xF000, 0xF300)
        case .accent: (0xE4FF, 0xE6FF, 0xF8FF)
        case .good: (0xE400, 0xF000, 0xDD00)
        case .bad: (0xF900, 0xDC00, 0xDC00)
        }
    }
}
