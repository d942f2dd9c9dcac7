"""Hands that hide a secret in a file: each returns bytes, given the builders of `conftest`."""

import base64
import re

SECRET = "王小明丙丁"
DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MICROSOFT = "http://schemas.microsoft.com/office"


def word(body):
    return lambda make: make.docx(body)


def run(properties, text=SECRET):
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def properties(inner, kind="metadata/core-properties", name="core"):
    def build(make):
        root = "cp:coreProperties"
        text = (
            f'<{root} xmlns:cp="{PACKAGE}/metadata/core-properties"'
            f' xmlns:dc="http://purl.org/dc/elements/1.1/">{inner}</{root}>'
        )
        relation = (f"{PACKAGE}/relationships/{kind}", f"docProps/{name}.xml")
        return make.docx("", more={f"docProps/{name}.xml": text}, root=[relation])

    return build


def application(make):
    text = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'extended-properties"><Company>{SECRET}</Company><Manager>{SECRET}</Manager></Properties>'
    )
    return make.docx(
        "", more={"docProps/app.xml": text}, root=[("extended-properties", "docProps/app.xml")]
    )


def custom(make):
    text = f"<Properties><property name='经办人'><v>{SECRET}</v></property></Properties>"
    return make.docx(
        "", more={"docProps/custom.xml": text}, root=[("custom-properties", "docProps/custom.xml")]
    )


def thumbnail(make):
    relation = (f"{PACKAGE}/relationships/metadata/thumbnail", "docProps/thumbnail.jpeg")
    picture = make.jpeg(end=SECRET.encode())
    return make.docx("", more={"docProps/thumbnail.jpeg": picture}, root=[relation])


def word_part(kind, name, text, body=""):
    def build(make):
        return make.docx(body, beside=[(kind, name)], more={f"word/{name}": text})

    return build


def settings(inner):
    text = (
        "<w:settings xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
        f"{inner}</w:settings>"
    )
    return word_part("settings", "settings.xml", text)


def hidden_style(make):
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    styles = (
        f"<w:styles xmlns:w='{space}'><w:style w:styleId='a'><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:styleId='b'><w:basedOn w:val='a'/></w:style></w:styles>"
    )
    return word_part("styles", "styles.xml", styles, run('<w:rStyle w:val="b"/>'))(make)


def photograph(make):
    picture = make.jpeg((0xE1, b"Exif\0\0" + make.exif(author=SECRET, place=True)))
    return make.docx("", beside=[("image", "media/a.jpeg")], more={"word/media/a.jpeg": picture})


def sheet(**given):
    return lambda make: make.xlsx(**given)


def cell(place, *, style="", row=""):
    number = re.sub("[A-Z]", "", place)
    return (
        f'<row r="{number}"{row}><c r="{place}" t="inlineStr"{style}><is><t>{SECRET}</t></is></c>'
        "</row>"
    )


def styled(formats):
    text = (
        f'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{formats}'
    )
    return sheet(
        rows=cell("A2", style=' s="1"'),
        beside=[("styles", "styles.xml")],
        more={"xl/styles.xml": f"{text}</styleSheet>"},
    )


def left_strings(make):
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strings = f'<sst xmlns="{space}"><si><t>公开</t></si><si><t>{SECRET}</t></si></sst>'
    return make.xlsx(
        rows='<row r="2"><c r="A2" t="s"><v>0</v></c></row>',
        beside=[("sharedStrings", "sharedStrings.xml")],
        more={"xl/sharedStrings.xml": strings},
    )


def sheet_part(kind, name):
    def build(make):
        more = {f"xl/{name}": f"<x><c>{SECRET}</c></x>"}
        return make.xlsx(sheet_beside=[(kind, f"../{name}")], more=more)

    return build


def slides(**given):
    return lambda make: make.pptx(**given)


def slide_notes(make):
    space = "http://schemas.openxmlformats.org/presentationml/2006/main"
    text = (
        f'<p:notes xmlns:p="{space}" {DRAWING}><p:cSld><p:spTree>'
        f"{make.shape(SECRET, placeholder='body')}</p:spTree></p:cSld></p:notes>"
    )
    return make.pptx(
        slide_beside=[("notesSlide", "../notesSlides/notesSlide1.xml")],
        more={"ppt/notesSlides/notesSlide1.xml": text},
    )


def slide_part(kind, name):
    def build(make):
        more = {f"ppt/{name}": f"<x><t>{SECRET}</t></x>"}
        return make.pptx(slide_beside=[(kind, f"../{name}")], more=more)

    return build


def plugin_tags(make):
    more = {"ppt/tags/tag1.xml": f"<p:tagLst xmlns:p='x'><p:tag val='{SECRET}'/></p:tagLst>"}
    shapes = '<p:custDataLst><p:tags r:id="rId1"/></p:custDataLst>'
    return make.pptx(shapes, slide_beside=[("tags", "../tags/tag1.xml")], more=more)


def orphan(make):
    return make.docx("", more={"word/old.xml": f"<x>{SECRET}</x>"})


def remark(make):
    return make.docx(f"<!-- {SECRET} -->")


def with_text(*chunk):
    return lambda make: make.png(chunk)


def xmp(make):
    packet = f"<x:xmpmeta exif:GPSLatitude='1'>{SECRET}</x:xmpmeta>".encode()
    return make.jpeg((0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet))


def drawing(inner, attributes=""):
    return lambda _: (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"{attributes}>{inner}'
        "<text>公开</text></svg>"
    ).encode()


def picture_in_drawing(make):
    picture = base64.b64encode(make.jpeg((0xFE, SECRET.encode()))).decode()
    return drawing(f'<image href="data:image/jpeg;base64,{picture}"/>')(make)


def pdf(change):
    return lambda make: make.pdf(change=change)


def name(text):
    from pypdf.generic import NameObject

    return NameObject(text)


def pdf_object(**entries):
    from pypdf.generic import DictionaryObject, TextStringObject

    return DictionaryObject(
        {
            name(f"/{key}"): value if not isinstance(value, str) else TextStringObject(value)
            for key, value in entries.items()
        }
    )


def information(writer, _):
    writer.add_metadata({"/Author": SECRET, "/Company": SECRET})


def packet(writer, _):
    from pypdf.generic import DecodedStreamObject

    stream = DecodedStreamObject()
    stream.set_data(f"<x:xmpmeta>{SECRET}</x:xmpmeta>".encode())
    writer._root_object[name("/Metadata")] = writer._add_object(stream)


def private(_, page):
    page[name("/PieceInfo")] = pdf_object(Secret=SECRET)


def note(writer, page):
    from pypdf.generic import ArrayObject, FloatObject

    rectangle = ArrayObject([FloatObject(one) for one in (0, 0, 9, 9)])
    remark = pdf_object(Subtype=name("/Text"), Rect=rectangle, Contents=SECRET)
    page[name("/Annots")] = ArrayObject([writer._add_object(remark)])


def attached(writer, _):
    writer.add_attachment("a.txt", SECRET.encode())


def script(writer, _):
    action = pdf_object(S=name("/JavaScript"), JS=f"app.alert('{SECRET}')")
    writer._root_object[name("/OpenAction")] = action


def layers(writer, _):
    from pypdf.generic import ArrayObject

    layer = writer._add_object(pdf_object(Type=name("/OCG"), Name=SECRET))
    default = pdf_object(OFF=ArrayObject([layer]))
    writer._root_object[name("/OCProperties")] = pdf_object(OCGs=ArrayObject([layer]), D=default)


def older_version(make):
    """A file whose title was replaced by saving a newer version behind it."""
    holder = "x" * len(SECRET.encode())
    raw = make.pdf(change=lambda writer, _: writer.add_metadata({"/Title": holder}))
    raw = raw.replace(holder.encode(), SECRET.encode())
    start = int(re.search(rb"startxref\s+(\d+)", raw)[1])
    trailer = re.search(rb"trailer\s*<<(.*?)>>", raw, re.DOTALL)[1].decode("latin-1")
    trailer = re.sub(r"/Info \d+ 0 R", "", trailer)
    position = len(raw)
    more = f"xref\n0 0\ntrailer\n<<{trailer}/Prev {start}>>\nstartxref\n{position}\n%%EOF\n"
    return raw + more.encode("latin-1")


def photograph_in_pdf(make):
    from pypdf.generic import NumberObject, StreamObject

    def change(writer, page):
        stream = StreamObject()
        stream._data = make.jpeg((0xFE, SECRET.encode()))
        stream[name("/Subtype")] = name("/Image")
        stream[name("/Filter")] = name("/DCTDecode")
        stream[name("/Width")] = stream[name("/Height")] = NumberObject(1)
        images = pdf_object(Im1=writer._add_object(stream))
        page[name("/Resources")][name("/XObject")] = images

    return make.pdf(change=change)


def packed(members, **given):
    return lambda make: make.archive(
        {key: value(make) if callable(value) else value for key, value in members.items()}, **given
    )


CREATOR = properties(f"<dc:creator>{SECRET}</dc:creator>")
FIELD = '<w:p><w:r><w:instrText> INCLUDETEXT "C:/{}.docx" </w:instrText></w:r></w:p>'
TRACKED = '<w:p><w:{0} w:id="1" w:author="{1}"><w:r><w:{2}>{1}</w:{2}></w:r></w:{0}></w:p>'
FALLBACK = (
    "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='a'><w:t>甲</w:t></mc:Choice>"
    "<mc:Fallback><w:t>{}</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
OFF_SLIDE = (
    '<p:sp><p:spPr><a:xfrm><a:off x="-5000000" y="0"/><a:ext cx="9" cy="9"/></a:xfrm></p:spPr>'
)
OFF_SLIDE += "<p:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></p:txBody></p:sp>"
HIDDEN_SHAPE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="a" hidden="1"/></p:nvSpPr><p:txBody><a:p><a:r>'
)
HIDDEN_SHAPE += "<a:t>{}</a:t></a:r></a:p></p:txBody></p:sp>"
CROP = '<w:p><w:r><a:blipFill><a:srcRect l="20000"/></a:blipFill></w:r></w:p>'
WHITE = '<fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill/></fills>'
WHITE += '<cellXfs><xf fontId="0" fillId="0"/><xf fontId="1" fillId="0"/></cellXfs>'
NO_VALUE = '<numFmts><numFmt numFmtId="170" formatCode=";;;"/></numFmts><cellXfs><xf/>'
NO_VALUE += '<xf numFmtId="170"/></cellXfs>'
PATH = (
    '<mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\{}\\"/></mc:Choice>'
    "</mc:AlternateContent>"
)
