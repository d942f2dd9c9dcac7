"""Attachments made by hand: the smallest files of each format, with things hidden in them."""

import base64
import hashlib
import io
import re
import struct
import zipfile
import zlib
from types import SimpleNamespace

import pytest
from pypdf import PdfReader

DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SLIDE = "http://schemas.openxmlformats.org/presentationml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_CORE = f"{PACKAGE}/relationships/metadata/core-properties"


def archive(members, *, comment=b"", time=(1980, 1, 1, 0, 0, 0)):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(zipfile.ZipInfo(name, time), data, zipfile.ZIP_DEFLATED)
        packed.comment = comment
    return target.getvalue()


def incompressible(size=60_000):
    """Text that packing does not make smaller, so that what stands beside it looks harmless."""
    digests = (hashlib.sha256(str(number).encode()).hexdigest() for number in range(size // 64))
    return f"<w:t>{''.join(digests)}</w:t>"


def relations(entries):
    lines = []
    for number, (role, target) in enumerate(entries, 1):
        kind = role if "/" in role else f"{DOCUMENT}/{role}"
        mode = ' TargetMode="External"' if "://" in target or target.startswith("\\\\") else ""
        lines.append(f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"{mode}/>')
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def office(main, content_type, text, beside=(), more=None, root=()):
    """An Office file: its main part, what stands beside it, and further members."""
    folder, name = main.rsplit("/", 1)
    members = {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{main}" ContentType="{content_type}"/></Types>'
        ),
        "_rels/.rels": relations([("officeDocument", main), *root]),
        main: text,
        **(more or {}),
    }
    if beside:
        members[f"{folder}/_rels/{name}.rels"] = relations(beside)
    return archive(members)


def docx(body, beside=(), more=None, root=()):
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    text = (
        f'<w:document xmlns:w="{WORD}" xmlns:r="{DOCUMENT}" xmlns:a="{DRAWING}"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:body><w:p><w:r><w:t>公开的正文</w:t></w:r></w:p>{body}</w:body></w:document>"
    )
    return office("word/document.xml", kind, text, beside, more, root)


def xlsx(rows="", *, state="", before="", book="", beside=(), more=None, sheet_beside=()):
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    shown = f' state="{state}"' if state else ""
    text = (
        f'<workbook xmlns="{SHEET}" xmlns:r="{DOCUMENT}"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac">'
        f'{book}<sheets><sheet name="一月" sheetId="1" r:id="rId1"/>'
        f'<sheet name="二月" sheetId="2" r:id="rId2"{shown}/></sheets></workbook>'
    )
    first = (
        f'<worksheet xmlns="{SHEET}" xmlns:r="{DOCUMENT}">{before}'
        f'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>公开</t></is></c></row>{rows}'
        "</sheetData></worksheet>"
    )
    members = {
        "xl/worksheets/sheet1.xml": first,
        "xl/worksheets/sheet2.xml": first.replace(rows, "") if rows else first,
        **(more or {}),
    }
    if sheet_beside:
        members["xl/worksheets/_rels/sheet1.xml.rels"] = relations(sheet_beside)
    sheets = [("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/sheet2.xml")]
    return office("xl/workbook.xml", kind, text, [*sheets, *beside], members)


def pptx(shapes="", *, show="", beside=(), slide_beside=(), more=None):
    kind = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    text = (
        f'<p:presentation xmlns:p="{SLIDE}" xmlns:r="{DOCUMENT}">'
        '<p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst>'
        '<p:sldSz cx="9144000" cy="6858000"/></p:presentation>'
    )
    slide = (
        f'<p:sld xmlns:p="{SLIDE}" xmlns:a="{DRAWING}" xmlns:r="{DOCUMENT}"{show}>'
        f"<p:cSld><p:spTree>{shape('公开的标题')}{shapes}</p:spTree></p:cSld></p:sld>"
    )
    members = {"ppt/slides/slide1.xml": slide, **(more or {})}
    if slide_beside:
        members["ppt/slides/_rels/slide1.xml.rels"] = relations(slide_beside)
    entries = [("slide", "slides/slide1.xml"), *beside]
    return office("ppt/presentation.xml", kind, text, entries, members)


def shape(text, *, at=(0, 0), hidden="", placeholder=""):
    kind = f'<p:ph type="{placeholder}"/>' if placeholder else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="a"{hidden}/><p:cNvSpPr/><p:nvPr>{kind}</p:nvPr>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{at[0]}" y="{at[1]}"/>'
        '<a:ext cx="1000000" cy="1000000"/></a:xfrm></p:spPr><p:txBody><a:p><a:r>'
        f"<a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def exif(*, orientation=1, place=False, author=""):
    """A TIFF structure with the orientation, an author and a pointer to a place."""
    entries, data = [(0x0112, 3, 1, struct.pack(">HH", orientation, 0))], b""
    count = 1 + bool(author) + place
    start = 8 + 2 + 12 * count + 4
    if author:
        raw = author.encode() + b"\0"
        entries.append((0x013B, 2, len(raw), struct.pack(">I", start)))
        data += raw.ljust(max(5, len(raw)), b"\0")
    if place:
        entries.append((0x8825, 4, 1, struct.pack(">I", start + len(data))))
        data += struct.pack(">HHHI4sI", 1, 1, 2, 2, b"N\0\0\0", 0)
    body = b"".join(struct.pack(">HHI", *one[:3]) + one[3] for one in entries)
    return struct.pack(">2sHIH", b"MM", 42, 8, count) + body + b"\0" * 4 + data


def jpeg(*segments, end=b""):
    """A JPEG of 1 by 1 point with more segments: pairs of a marker and bytes."""

    def segment(marker, body):
        return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body

    picture = (
        segment(0xDB, b"\0" + b"\1" * 64)
        + segment(0xC0, b"\x08\0\1\0\1\1\1\x11\0")
        + segment(0xC4, b"\0" + b"\0\1" + b"\0" * 14 + b"\0")
        + segment(0xDA, b"\1\1\0\0\x3f\0")
        + b"\x12\xff\x00\x34"
    )
    head = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
    return (
        b"\xff\xd8" + head + b"".join(segment(*s) for s in segments) + picture + b"\xff\xd9" + end
    )


def png(*chunks, end=b""):
    """A PNG of 1 by 1 point with more chunks: pairs of a kind and bytes."""

    def chunk(kind, body):
        return (
            len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")
        )

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
        + b"".join(chunk(*one) for one in chunks)
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
        + end
    )


def gif(*extensions, end=b""):
    """A GIF of 1 by 1 point with extensions: pairs of a label and bytes."""
    more = b"".join(
        b"\x21" + bytes((label,)) + bytes((len(body),)) + body + b"\0" for label, body in extensions
    )
    image = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00"
    head = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    return head + more + image + b"\x3b" + end


def webp(*chunks, flags=0):
    """A WebP picture with more chunks: pairs of a kind and bytes."""

    def chunk(kind, body):
        return kind + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)

    inside = chunk(b"VP8X", bytes((flags, 0, 0, 0)) + b"\0" * 6)
    inside += chunk(b"VP8L", b"\x2f\0\0\0\0")
    inside = b"WEBP" + inside + b"".join(chunk(*one) for one in chunks)
    return b"RIFF" + len(inside).to_bytes(4, "little") + inside


def pdf(*, change=None, text="public text"):
    """A PDF of one page; `change` is given its writer and its page."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    writer.metadata = None
    page = writer.add_blank_page(200, 200)
    content = DecodedStreamObject()
    content.set_data(f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode())
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    page[NameObject("/Contents")] = writer._add_object(content)
    if change:
        change(writer, page)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def unpacked(raw):
    """Every byte of a file that a curious reader gets to: archives and streams unpacked."""
    found = [raw]
    if raw.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            found.append(packed.comment)
            for info in packed.infolist():
                found += [info.filename.encode(), info.extra, info.comment]
                found += unpacked(packed.read(info))
    if raw.startswith(b"\x89PNG"):
        for part in raw.split(b"zTXt")[1:]:
            text = part[part.index(b"\0") + 2 :]
            found.append(zlib.decompressobj().decompress(text))
    if raw.startswith(b"<"):
        for part in re.findall(rb"base64,([^\"]*)", raw):
            found += unpacked(base64.b64decode(part))
    if raw.startswith(b"%PDF"):
        reader = PdfReader(io.BytesIO(raw))
        for number in range(1, reader.trailer["/Size"]):
            one = reader.get_object(number)
            found.append(str(one).encode())
            if hasattr(one, "get_data"):
                found.append(one.get_data())
    return found


@pytest.fixture(scope="session")
def make():
    """The builders of files."""
    return SimpleNamespace(**{name: value for name, value in globals().items() if callable(value)})
