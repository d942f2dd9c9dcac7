"""What MkDocs complains of, in Chinese and at the place of the mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from ..base.decoding import decode_text, place_of
from ..base.finding import Finding, Place
from ..base.page_links import page_links
from ..disk import reason

_MISSING = "写从这一页出发的路径，例如 ../guide/readers.md；链接到记录写「种类/编号」。"
_NO_ANCHOR = "# 后面写那一页里有的标题或编号。"
_LINK = (
    r"Doc file '(?P<file>.+?)' contains an? (?:absolute |unrecognized relative )?"
    r"link '(?P<link>.*?)'"
)
_SAID = tuple(
    (re.compile(pattern, re.DOTALL), code, message, hint)
    for pattern, code, message, hint in (
        (_LINK + ", but the target", "S303", "链接「{link}」指向的文件不存在", _MISSING),
        (_LINK + ", but the doc", "S303", "链接「{link}」要去的位置不存在", _NO_ANCHOR),
        (_LINK + ", but there is no", "S303", "链接「{link}」要去的位置不存在", _NO_ANCHOR),
        (_LINK + ", it was left", "S303", "链接「{link}」认不出指向哪里", _MISSING),
        (
            r"Excluding '(?P<file>.+?)' from the site because it conflicts with '(?P<link>.+?)'",
            "S304",
            "与 docs/{link} 在网站上是同一页，只能留一个",
            "删去或改名其中一个。",
        ),
        (
            r"(?:reference|path) to '(?P<link>.+?)' is included in the 'nav'",
            "S304",
            "导航里的「{link}」不存在",
            "检查 mkdocs.yml 的 nav；路径从 docs/ 写起。",
        ),
        (
            r"Config value '(?P<link>.+?)': (?P<why>.*)",
            "S301",
            "「{link}」这一项写得不对（{why}）",
            "对照 anjian init 生成的 mkdocs.yml。",
        ),
        (
            r"Error (?:reading|building) page '(?P<file>.+?)':(?P<why>.*)",
            "S302",
            "这一页没能渲染{why}",
            "检查这一页里是否有写法特殊的 HTML 或链接。",
        ),
    )
)  # fmt: skip


def translate(text: str, root: Path) -> Finding:
    """Turn one line that MkDocs would have printed into a finding."""
    for pattern, code, message, hint in _SAID:
        found = pattern.search(text)
        if not found:
            continue
        parts = found.groupdict()
        link = (parts.get("link") or "")[:120]
        why = " ".join((parts.get("why") or "").split())[:200]
        path = f"docs/{parts['file']}" if parts.get("file") else "mkdocs.yml"
        why = f"：{why}" if why and code == "S302" else why
        place = _place(root / path, path, link)
        return Finding(path, code, message.format(link=link, why=why), hint=hint, place=place)
    said = " ".join(text.split())[:300]
    return Finding("mkdocs.yml", "S309", f"MkDocs 报告：{said}", place=Place(1, 1))


def broke(error: BaseException, said: Iterable[str], root: Path) -> Finding:
    """The finding for an exception that MkDocs let through."""
    page = next((text for text in said if text.startswith("Error ")), "")
    if page:
        return translate(page, root)
    shown = " ".join(str(error).split())[:200]
    what = reason(error) if isinstance(error, OSError) else f"{type(error).__name__} {shown}"
    hint = "检查 mkdocs.yml 里的主题、插件和扩展；设置环境变量 ANJIAN_DEBUG=1 可看到细节。"
    return Finding("mkdocs.yml", "S309", f"MkDocs 出错：{what}", hint=hint, place=Place(1, 1))


def _place(file: Path, path: str, link: str) -> Place:
    """Where a link stands in its file; MkDocs does not say."""
    try:
        text, _ = decode_text(file.read_bytes(), path)
    except OSError:
        return Place(1, 1)
    if path.endswith(".md"):
        links = page_links(text) if link else []
        return next((place_of(text, one.at) for one in links if one.target == link), Place(1, 1))
    found = re.search(rf"(?<![\w/.-]){re.escape(link)}(?![\w/.-])", text) if link else None
    return place_of(text, found.start()) if found else Place(1, 1)
