"""What hides in attachments is named, and stands in no byte of what is published."""

import zlib

import pytest

from generator.attachments import examine
from tests.attachments.hiding import (
    CREATOR,
    CROP,
    FALLBACK,
    FIELD,
    HIDDEN_SHAPE,
    MICROSOFT,
    NO_VALUE,
    OFF_SLIDE,
    PATH,
    SECRET,
    TRACKED,
    WHITE,
    application,
    attached,
    cell,
    custom,
    drawing,
    hidden_style,
    information,
    layers,
    left_strings,
    note,
    older_version,
    orphan,
    packed,
    packet,
    pdf,
    photograph,
    photograph_in_pdf,
    picture_in_drawing,
    plugin_tags,
    private,
    properties,
    remark,
    run,
    script,
    settings,
    sheet,
    sheet_part,
    slide_notes,
    slide_part,
    slides,
    styled,
    thumbnail,
    with_text,
    word,
    word_part,
    xmp,
)

STRIPPED = {
    "docx 作者": ("docx", CREATOR, "作者"),
    "docx 最后修改人": (
        "docx",
        properties(f"<cp:lastModifiedBy>{SECRET}</cp:lastModifiedBy>"),
        "最后修改人",
    ),
    "docx 标题": ("docx", properties(f"<dc:title>{SECRET}</dc:title>"), "标题"),
    "docx 认不出的属性": ("docx", properties(f"<dc:other>{SECRET}</dc:other>"), "其他属性"),
    "docx 单位和主管": ("docx", application, "单位、主管"),
    "docx 自定义属性": ("docx", custom, "自定义属性"),
    "docx 缩略图": ("docx", thumbnail, "缩略图"),
    "docx 自定义数据": (
        "docx",
        word_part("customXml", "item1.xml", f"<x>{SECRET}</x>"),
        "自定义数据",
    ),
    "docx 文档变量": (
        "docx",
        settings(f"<w:docVars><w:docVar w:name='a' w:val='{SECRET}'/></w:docVars>"),
        "文档变量",
    ),
    "docx 修订批次号": (
        "docx",
        settings(f"<w:rsids><w:rsid w:val='{SECRET}'/></w:rsids>"),
        "修订批次号",
    ),
    "docx 审阅人名单": (
        "docx",
        word_part(f"{MICROSOFT}/2011/relationships/people", "people.xml", f"<x a='{SECRET}'/>"),
        "审阅人名单",
    ),
    "docx 文档部件库": (
        "docx",
        word_part("glossaryDocument", "glossary/document.xml", f"<x>{SECRET}</x>"),
        "文档部件库",
    ),
    "docx 没有用到的部件": ("docx", orphan, "没有用到的部件"),
    "docx 代码注释": ("docx", remark, "代码注释"),
    "docx 照片": ("docx", photograph, "可能含拍摄地点"),
    "xlsx 路径": ("xlsx", sheet(book=PATH.format(SECRET)), "文件原来的路径"),
    "xlsx 打印机": ("xlsx", sheet_part("printerSettings", "printerSettings1.xml"), "打印机设置"),
    "pptx 插件标记": ("pptx", plugin_tags, "插件标记"),
    "jpg EXIF": (
        "jpg",
        lambda make: make.jpeg((0xE1, b"Exif\0\0" + make.exif(author=SECRET))),
        "EXIF",
    ),
    "jpg 拍摄地点": (
        "jpg",
        lambda make: make.jpeg((0xE1, b"Exif\0\0" + make.exif(author=SECRET, place=True))),
        "可能含拍摄地点",
    ),
    "jpg XMP": ("jpg", xmp, "XMP（可能含拍摄地点）"),
    "jpg IPTC": (
        "jpg",
        lambda make: make.jpeg((0xED, b"Photoshop 3.0\0" + SECRET.encode())),
        "IPTC",
    ),
    "jpg 注释": ("jpg", lambda make: make.jpeg((0xFE, SECRET.encode())), "图片注释"),
    "jpg 缩略图": (
        "jpg",
        lambda make: make.jpeg((0xE0, b"JFIF\0\1\1\0\0\1\0\1\1\1" + SECRET.encode())),
        "缩略图",
    ),
    "jpg 后面的数据": ("jpg", lambda make: make.jpeg(end=SECRET.encode()), "后面附带的数据"),
    "png 文字": ("png", with_text(b"tEXt", b"Author\0" + SECRET.encode()), "图片文字（Author）"),
    "png 压缩的文字": (
        "png",
        with_text(b"zTXt", b"Note\0\0" + zlib.compress(SECRET.encode())),
        "图片文字（Note）",
    ),
    "png 国际文字": (
        "png",
        with_text(b"iTXt", b"Title\0\0\0\0\0" + SECRET.encode()),
        "图片文字（Title）",
    ),
    "png EXIF": (
        "png",
        lambda make: make.png((b"eXIf", make.exif(author=SECRET, place=True))),
        "可能含拍摄地点",
    ),
    "png 认不出的块": ("png", with_text(b"prVt", SECRET.encode()), "附加信息"),
    "png 后面的数据": ("png", lambda make: make.png(end=SECRET.encode()), "后面附带的数据"),
    "gif 注释": ("gif", lambda make: make.gif((0xFE, SECRET.encode())), "图片注释"),
    "gif XMP": (
        "gif",
        lambda make: make.gif((0xFF, b"XMP DataXMP" + SECRET.encode())),
        "XMP",
    ),
    "webp EXIF": (
        "webp",
        lambda make: make.webp((b"EXIF", make.exif(author=SECRET)), flags=8),
        "EXIF",
    ),
    "webp XMP": ("webp", lambda make: make.webp((b"XMP ", SECRET.encode()), flags=4), "XMP"),
    "svg 元数据": ("svg", drawing(f"<metadata>{SECRET}</metadata>"), "作图软件的信息"),
    "svg 路径": (
        "svg",
        drawing("", f' inkscape:export-filename="{SECRET}"'),
        "作图软件的信息",
    ),
    "svg 注释": ("svg", drawing(f"<!-- {SECRET} -->"), "代码注释"),
    "svg 里的照片": ("svg", picture_in_drawing, "图片注释"),
    "pdf 作者": ("pdf", pdf(information), "作者"),
    "pdf XMP": ("pdf", pdf(packet), "XMP"),
    "pdf 私有数据": ("pdf", pdf(private), "软件私有数据"),
    "pdf 旧版本": ("pdf", older_version, "旧版本"),
    "pdf 照片": ("pdf", photograph_in_pdf, "图片注释"),
    "zip 里的作者": ("zip", packed({"甲/乙.docx": CREATOR}), "作者"),
    "zip 临时文件": ("zip", packed({"~$甲.docx": SECRET, "甲.txt": "公开"}), "临时文件"),
    "zip 缩略图库": ("zip", packed({"Thumbs.db": SECRET, "甲.txt": "公开"}), "临时文件"),
    "zip 注释": ("zip", packed({"甲.txt": "公开"}, comment=SECRET.encode()), "压缩包注释"),
}
"""What is taken out: ending, file, and what the notice names."""

BLOCKED = {
    "docx 批注": (
        "docx",
        word_part("comments", "comments.xml", f"<c><comment>{SECRET}</comment></c>"),
        "P302",
        "批注 1 条",
    ),
    "docx 插入": ("docx", word(TRACKED.format("ins", SECRET, "t")), "P303", "插入 1 处"),
    "docx 删除": ("docx", word(TRACKED.format("del", SECRET, "delText")), "P303", "删除 1 处"),
    "docx 移动": ("docx", word(TRACKED.format("moveFrom", SECRET, "t")), "P303", "移动 1 处"),
    "docx 格式": (
        "docx",
        word(run(f'<w:rPrChange w:id="1" w:author="{SECRET}"/>', "甲")),
        "P303",
        "格式 1 处",
    ),
    "docx 隐藏文字": ("docx", word(run("<w:vanish/>")), "P304", "隐藏的文字 1 处"),
    "docx 隐藏样式": ("docx", hidden_style, "P304", "隐藏的文字 1 处"),
    "docx 白色文字": ("docx", word(run('<w:color w:val="FFFFFF"/>')), "P304", "看不见的文字"),
    "docx 极小文字": ("docx", word(run('<w:sz w:val="2"/>')), "P304", "看不见的文字"),
    "docx 旧版文字": ("docx", word(FALLBACK.format(SECRET)), "P304", "旧版软件"),
    "docx 裁剪": ("docx", word(CROP), "P304", "裁掉的部分"),
    "docx 宏": ("docx", word_part("vbaProject", "vbaProject.bin", SECRET), "P306", "有宏"),
    "docx 嵌入对象": (
        "docx",
        word_part("oleObject", "embeddings/a.bin", SECRET),
        "P306",
        "嵌入的对象",
    ),
    "docx 外部模板": (
        "docx",
        lambda make: make.docx(
            "", beside=[("attachedTemplate", f"file:///C:/Users/{SECRET}/a.dotm")]
        ),
        "P306",
        "外部模板",
    ),
    "docx 外部图片": (
        "docx",
        lambda make: make.docx("", beside=[("image", "http://192.0.2.1/a.png")]),
        "P306",
        "链接到文件外面",
    ),
    "docx 本机链接": (
        "docx",
        lambda make: make.docx("", beside=[("hyperlink", f"file:///C:/Users/{SECRET}/a.doc")]),
        "P306",
        "本机或内网",
    ),
    "docx 引用域": ("docx", word(FIELD.format(SECRET)), "P306", "INCLUDETEXT"),
    "docx 认不出的部件": ("docx", word_part("somethingNew", "new.xml", "<x/>"), "P306", "认不出"),
    "docx 图元文件": ("docx", word_part("image", "media/a.emf", SECRET), "P308", "emf"),
    "xlsx 隐藏工作表": ("xlsx", sheet(state="hidden"), "P304", "工作表「二月」是隐藏的"),
    "xlsx 深度隐藏": ("xlsx", sheet(state="veryHidden"), "P304", "工作表「二月」是深度隐藏的"),
    "xlsx 隐藏行": ("xlsx", sheet(rows=cell("A7", row=' hidden="1"')), "P304", "行：第 7 行"),
    "xlsx 零高行": ("xlsx", sheet(rows=cell("A7", row=' ht="0"')), "P304", "行：第 7 行"),
    "xlsx 隐藏列": (
        "xlsx",
        sheet(rows=cell("C2"), before='<cols><col min="3" max="9" hidden="1"/></cols>'),
        "P304",
        "列：C 列",
    ),
    "xlsx 白色文字": ("xlsx", styled(WHITE), "P304", "A2"),
    "xlsx 不显示的格式": ("xlsx", styled(NO_VALUE), "P304", "A2"),
    "xlsx 隐藏名称": (
        "xlsx",
        sheet(
            book='<definedNames><definedName name="a" hidden="1">'
            f'"{SECRET}"</definedName></definedNames>'
        ),
        "P304",
        "隐藏的名称",
    ),
    "xlsx 删去的文字": ("xlsx", left_strings, "P304", "已删去的单元格文字 1 条"),
    "xlsx 批注": ("xlsx", sheet_part("comments", "comments1.xml"), "P302", "批注"),
    "xlsx 讨论": ("xlsx", sheet_part("threadedComment", "threaded.xml"), "P302", "批注"),
    "xlsx 透视表": ("xlsx", sheet_part("pivotTable", "pivot.xml"), "P304", "数据透视表"),
    "xlsx 外部数据": ("xlsx", sheet_part("queryTable", "query.xml"), "P306", "外部数据连接"),
    "pptx 备注": ("pptx", slide_notes, "P305", "第 1 张幻灯片有备注"),
    "pptx 隐藏幻灯片": ("pptx", slides(show=' show="0"'), "P304", "第 1 张幻灯片是隐藏的"),
    "pptx 隐藏图形": ("pptx", slides(shapes=HIDDEN_SHAPE.format(SECRET)), "P304", "隐藏的图形"),
    "pptx 页面外": ("pptx", slides(shapes=OFF_SLIDE.format(SECRET)), "P304", "页面外面"),
    "pptx 批注": ("pptx", slide_part("comments", "comments/a.xml"), "P302", "批注"),
    "pptx 修改历史": ("pptx", slide_part("changesInfo", "changesInfo.xml"), "P303", "修订"),
    "pptx 视频": ("pptx", slide_part("video", "media/a.mp4"), "P308", "视频"),
    "svg 脚本": ("svg", drawing(f"<script>{SECRET}</script>"), "P306", "script"),
    "svg 事件": ("svg", drawing("", f' onload="{SECRET}"'), "P306", "onload"),
    "svg 外部图片": ("svg", drawing('<image href="http://192.0.2.1/a.png"/>'), "P306", "外面"),
    "svg 网页": ("svg", drawing("<foreignObject/>"), "P306", "foreignObject"),
    "svg 隐藏文字": (
        "svg",
        drawing(f'<g display="none"><text>{SECRET}</text></g>'),
        "P304",
        "隐藏",
    ),
    "pdf 批注": ("pdf", pdf(note), "P302", "批注 1 条"),
    "pdf 附件": ("pdf", pdf(attached), "P309", "附件"),
    "pdf 程序": ("pdf", pdf(script), "P309", "JavaScript"),
    "pdf 图层": ("pdf", pdf(layers), "P304", "隐藏的图层"),
    "zip 里的批注": (
        "zip",
        packed({"甲.docx": word_part("comments", "comments.xml", f"<c>{SECRET}</c>")}),
        "P302",
        "「甲.docx」：有批注",
    ),
    "zip 里的旧格式": ("zip", packed({"甲.doc": SECRET}), "P308", "「甲.doc」"),
    "旧版 Word": ("doc", lambda _: SECRET.encode(), "P308", ".doc"),
    "WPS 文字": ("wps", lambda _: SECRET.encode(), "P308", ".wps"),
    "视频": ("mp4", lambda _: SECRET.encode(), "P308", ".mp4"),
    "带宏的 Word": ("docm", lambda make: make.docx(""), "P306", "带宏"),
    "模板": ("dotx", lambda make: make.docx(""), "P306", "模板"),
}
"""What a person has to change first: ending, file, code, and what the message names."""


@pytest.mark.parametrize("what", STRIPPED)
def test_what_is_stripped_is_named_and_in_no_byte_of_the_copy(make, what):
    ending, build, named = STRIPPED[what]
    raw = build(make)
    examined = examine(f"甲.{ending}", raw)

    assert [one.code for one in examined.problems if one.publishable] == ["P301"]
    assert any(named in one.message for one in examined.problems)
    assert not [one for one in examined.problems if not one.publishable]
    assert _holds(make, raw), "the test hides nothing"
    assert not _holds(make, examined.published)
    assert not [one for one in examined.texts if SECRET in one.text and not one.stripped]


@pytest.mark.parametrize("what", BLOCKED)
def test_what_is_not_stripped_is_named_and_nothing_is_published(make, what):
    ending, build, code, named = BLOCKED[what]
    examined = examine(f"甲.{ending}", build(make))

    assert examined.published is None
    found = [one for one in examined.problems if one.code == code and named in one.message]
    assert found, examined.problems
    assert not found[0].publishable
    assert found[0].hint


def test_a_stripped_file_is_clean_and_stays_as_it_is(make):
    for ending, build, _ in STRIPPED.values():
        first = examine(f"甲.{ending}", build(make))
        second = examine(f"甲.{ending}", first.published)

        assert not second.problems
        assert second.published == first.published


def test_texts_of_a_person_are_found_wherever_they_stand(make):
    for what, (ending, build, code, _) in BLOCKED.items():
        if ending in ("docx", "xlsx", "pptx") and _holds(make, build(make)) and code != "P306":
            if code == "P308":
                continue
            texts = examine(f"甲.{ending}", build(make)).texts
            assert any(SECRET in one.text for one in texts), what


def _holds(make, raw):
    needles = [SECRET.encode(), SECRET.encode("utf-16-be"), SECRET.encode("utf-16-le")]
    return any(needle in one for one in make.unpacked(raw) for needle in needles)
