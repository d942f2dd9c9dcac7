"""What each part of an Office file is for, and whether it may be published.

The roles are the last words of the relationship types of ECMA-376 and of Microsoft's extensions
([MS-DOCX], [MS-XLSX], [MS-PPTX]). A role in no table is not known, so it is not published.
"""

from __future__ import annotations

KEPT = {
    "officeDocument": "正文",
    "header": "页眉",
    "footer": "页脚",
    "footnotes": "脚注",
    "endnotes": "尾注",
    "styles": "样式",
    "stylesWithEffects": "样式",
    "numbering": "编号",
    "settings": "文档设置",
    "webSettings": "文档设置",
    "fontTable": "字体表",
    "font": "字体",
    "theme": "主题",
    "themeOverride": "主题",
    "image": "图片",
    "chart": "图表",
    "chartEx": "图表",
    "chartStyle": "图表样式",
    "chartColorStyle": "图表样式",
    "chartUserShapes": "图表",
    "diagramData": "图示",
    "diagramLayout": "图示样式",
    "diagramQuickStyle": "图示样式",
    "diagramColors": "图示样式",
    "diagramDrawing": "图示",
    "drawing": "图形",
    "vmlDrawing": "图形",
    "worksheet": "工作表",
    "chartsheet": "图表工作表",
    "sharedStrings": "单元格文字",
    "calcChain": "计算顺序",
    "table": "表格",
    "sheetMetadata": "文档设置",
    "slide": "幻灯片",
    "slideLayout": "版式",
    "slideMaster": "母版",
    "notesSlide": "备注页",
    "notesMaster": "备注母版",
    "handoutMaster": "讲义母版",
    "presProps": "文档设置",
    "viewProps": "文档设置",
    "tableStyles": "表格样式",
    "hyperlink": "链接",
    "core-properties": "属性",
    "extended-properties": "属性",
    "extendedProperties": "属性",
}
"""Parts that may be published once their content was looked at, and what to call them."""

DROPPED = {
    "custom-properties": "自定义属性",
    "customProperties": "自定义属性",
    "customProperty": "自定义属性",
    "thumbnail": "缩略图",
    "customXml": "自定义数据",
    "customXmlProps": "自定义数据",
    "printerSettings": "打印机设置",
    "people": "审阅人名单",
    "person": "审阅人名单",
    "commentAuthors": "审阅人名单",
    "authors": "审阅人名单",
    "usernames": "审阅人名单",
    "glossaryDocument": "文档部件库",
    "tags": "插件标记",
    "revisionInfo": "修订编号",
    "keyMapCustomizations": "快捷键设置",
    "recovered": "恢复信息",
}
"""Parts that a reader does not miss: they are left out of what is published."""

_COMMENTS = (
    "P302",
    "有批注",
    "用 WPS 或 Office 打开，在「审阅」里选「删除所有批注」，保存后再放进来。",
)
_MACRO = ("P306", "有宏", "用 WPS 或 Office 打开，另存为不带宏的 docx、xlsx 或 pptx。")
_OBJECT = ("P306", "有嵌入的对象", "把对象删去，或者复制后「选择性粘贴」为图片。")
_DATA = ("P306", "有外部数据连接", "在「数据」里断开连接，或者复制后粘贴为数值。")
_OUTSIDE = ("P306", "引用了文件外面的内容", "断开链接，把内容放进文件里，保存后再放进来。")
_MEDIA = ("P308", "有音频或视频，不能检查", "删去音频和视频，保存后再放进来。")
_HISTORY = (
    "P303",
    "有修订记录",
    "用 WPS 或 Office 打开，接受或拒绝所有修订，保存后再放进来。",
)
_CACHE = (
    "P304",
    "数据透视表里存着全部源数据，看不见的也在内",
    "复制透视表，「选择性粘贴」为数值，再删去原来的透视表。",
)
_SIGNED = ("P306", "有数字签名，里面有签名人的信息", "去掉数字签名，另存一份再放进来。")

REFUSED = {
    **dict.fromkeys(
        ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "threadedComment"),
        _COMMENTS,
    ),
    **dict.fromkeys(("vbaProject", "wordVbaData", "vbaProjectSignature", "xlMacrosheet"), _MACRO),
    **dict.fromkeys(("extensibility", "ui", "xlIntlMacrosheet", "attachedToolbars"), _MACRO),
    **dict.fromkeys(
        ("oleObject", "package", "control", "activeXControlBinary", "ctrlProp", "aFChunk"), _OBJECT
    ),
    **dict.fromkeys(("connections", "queryTable", "xmlMaps", "mailMergeSource"), _DATA),
    **dict.fromkeys(("volatileDependencies", "recipientData", "customData", "model"), _DATA),
    **dict.fromkeys(
        ("externalLink", "externalLinkPath", "subDocument", "frame", "webextensiontaskpanes"),
        _OUTSIDE,
    ),
    **dict.fromkeys(("webextension", "mailMergeHeaderSource", "slideUpdateInfo"), _OUTSIDE),
    "attachedTemplate": (
        "P306",
        "引用了外部模板，路径里可能有姓名和单位",
        "在「开发工具 → 文档模板」里改回 Normal，保存后再放进来。",
    ),
    **dict.fromkeys(("audio", "video", "media", "hdphoto"), _MEDIA),
    **dict.fromkeys(("revisionHeaders", "revisionLog", "changesInfo"), _HISTORY),
    **dict.fromkeys(
        ("pivotTable", "pivotCacheDefinition", "pivotCacheRecords", "slicer", "slicerCache"), _CACHE
    ),
    **dict.fromkeys(("timeline", "timelineCache"), _CACHE),
    **dict.fromkeys(("origin", "signature", "certificate"), _SIGNED),
}
"""Parts that a person has to take out; code, message and hint."""

UNKNOWN = (
    "P306",
    "有认不出的内容「{}」",
    "复制看得见的内容到新建的文件里，另存后再放进来；或者另存为 PDF。",
)
EXTERNAL = (
    "P306",
    "图片或内容链接到文件外面（{}）",
    "断开链接，把图片插入到文件里，保存后再放进来。",
)
LOCAL_LINK = (
    "P306",
    "有链接指向本机或内网的文件",
    "删去这个链接，保存后再放进来；路径里常有姓名和单位。",
)
CORE = {
    "creator": "作者",
    "lastModifiedBy": "最后修改人",
    "title": "标题",
    "subject": "主题",
    "description": "备注",
    "keywords": "标记",
    "category": "类别",
    "revision": "修订次数",
    "created": "创建时间",
    "modified": "修改时间",
    "lastPrinted": "打印时间",
    "contentStatus": "状态",
    "version": "版本",
    "Company": "单位",
    "Manager": "主管",
    "Template": "模板",
    "TotalTime": "编辑时间",
    "Application": "软件",
    "HyperlinkBase": "链接前缀",
    "TitlesOfParts": "各部分标题",
}
"""Properties by their names in the files."""
