"""The typefaces of official documents, and what stands in where a machine has none of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Typeface:
    """A typeface by the name that offices use, then by the names that it has elsewhere."""

    name: str
    other: tuple[str, ...]
    serif: bool = True

    @property
    def everywhere(self) -> tuple[str, ...]:
        """All that may stand in, the typefaces of Linux last."""
        last = ("Noto Serif CJK SC",) if self.serif else ()
        return (*self.other, *last, "Noto Sans CJK SC")

    @property
    def css(self) -> str:
        """The whole list for `font-family`."""
        quoted = [f'"{one}"' for one in (self.name, *self.everywhere)]
        return ", ".join([*quoted, "serif" if self.serif else "sans-serif"])


TITLE = Typeface("方正小标宋简体", ("FZXiaoBiaoSong-B05S", "STZhongsong", "SimSun"))
FANG_SONG = Typeface("仿宋_GB2312", ("仿宋", "FangSong", "STFangsong"))
HEI = Typeface("黑体", ("SimHei", "STHeiti"), serif=False)
KAI = Typeface("楷体_GB2312", ("楷体", "KaiTi", "STKaiti"))
SONG = Typeface("宋体", ("SimSun", "STSong"))
TYPEFACES = (TITLE, FANG_SONG, HEI, KAI, SONG)
