"""A PDF of many pages with a text layer, each a clinical note with a claim number of its own, made by hand."""

LINES_OF_A_PAGE = 60


def pages(texts, count):
    """Lines of each page: a note cut to the page, its last line a claim number found nowhere else."""
    for number in range(count):
        lines = []
        for line in texts[number % len(texts)].splitlines():
            words = line.encode("latin-1", "replace").decode("latin-1")
            lines += [words[at:at + 100] for at in range(0, len(words), 100)] or [""]
        yield [*lines[:LINES_OF_A_PAGE], "", f"Workers comp claim # {claim(number)} is open."]


def claim(number):
    return f"WC-{7300000 + number}"


def written(path, texts, count):
    """Writes the file: catalogue, page tree, one font, and two objects for each page."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, b" ".join(b"%d 0 R" % (4 + 2 * page) for page in range(count))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for page, lines in enumerate(pages(texts, count)):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            % (5 + 2 * page))
        shown = b"".join(b"(%s) Tj T*\n" % escaped(line) for line in lines)
        stream = b"BT /F1 9 Tf 11 TL 40 750 Td\n" + shown + b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    content = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    content += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    path.write_bytes(content)


def escaped(line):
    text = line.encode("latin-1", "replace")
    return text.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
