"""The rules about the finished site, by code; hosts and the inspection of the site use them."""

from __future__ import annotations

RULES: tuple[tuple[str, str], ...] = (
    ("S301", "mkdocs.yml 的各项写法正确，也没有会运行程序的标签"),
    ("S302", "每一页都渲染得出来"),
    ("S303", "页面里的链接和位置都在"),
    ("S304", "导航里的页面都在，没有两页合成一页"),
    ("S309", "MkDocs 没有别的警告"),
    ("S311", "成品里没有外部地址，断网也能用"),
    ("S312", "成品里的每个链接都有去处，文件名大小写一致"),
    ("S313", "成品里的每个链接指向的位置都在"),
    ("S314", "该有的页面都在，没有多余的页面，首页在"),
    ("S315", "成品里没有记录原文、备份和链接文件"),
    ("S316", "成品里没有主题和本程序以外的脚本"),
)
