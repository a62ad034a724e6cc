"""Writes rows of an attendance export as an .xlsx file, without a package for it."""

import csv
import datetime
import zipfile
from xml.sax.saxutils import escape

CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
</Types>"""
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
ROOT_RELATIONS = f"""<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument"
 Target="xl/workbook.xml"/></Relationships>"""
WORKBOOK = f"""<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Attendance" sheetId="1" r:id="rId1"/></sheets>
</workbook>"""
WORKBOOK_RELATIONS = f"""<Relationships xmlns="{RELATIONS}">
<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/>
<Relationship Id="rId3" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""
STYLES = f"""<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm:ss"/></numFmts>
<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs>
</styleSheet>"""
EPOCH = datetime.datetime(1899, 12, 30)


def write_workbook(path, header, lines):
    """As a spreadsheet program saves it: shared strings, numbers for ids, serial numbers with a format for times.

    `lines` are CSV, one row each.
    """
    strings = {}

    def shared(text):
        return strings.setdefault(text, len(strings))

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            cells = "".join(f'<c r="{chr(65 + n)}1" t="s"><v>{shared(name)}</v></c>' for n, name in enumerate(header))
            sheet.write(f'<row r="1">{cells}</row>'.encode())
            for number, fields in enumerate(csv.reader(lines), start=2):
                serial = (datetime.datetime.fromisoformat(fields[5]) - EPOCH).total_seconds() / 86_400
                cells = [f'<c r="A{number}"><v>{fields[0]}</v></c>']
                for column in (1, 2, 3, 4):
                    cells.append(f'<c r="{chr(65 + column)}{number}" t="s"><v>{shared(fields[column])}</v></c>')
                cells.append(f'<c r="F{number}" s="1"><v>{serial!r}</v></c><c r="G{number}"><v>{fields[6]}</v></c>')
                cells.append(f'<c r="H{number}" t="b"><v>{int(fields[7] == "true")}</v></c>')
                cells.append(f'<c r="I{number}" t="s"><v>{shared(fields[8])}</v></c>')
                cells.append(f'<c r="J{number}" t="b"><v>{int(fields[9] == "true")}</v></c>')
                sheet.write(f'<row r="{number}">{"".join(cells)}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", ROOT_RELATIONS)
        archive.writestr("xl/workbook.xml", WORKBOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS)
        archive.writestr("xl/styles.xml", STYLES)
        items = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}" uniqueCount="{len(strings)}">{items}</sst>')
