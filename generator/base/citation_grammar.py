"""The grammar of citations: a text, line by line, to the citations in it.

Nothing here knows a library: names are taken as they are written, or as the text itself defines
them.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace

from .citation import Citation, Clause, Named, NamedVersion, without_lead
from .citation_marks import (
    AFTER_ARTICLE,
    AFTER_NAME,
    BARE_NAME,
    BEFORE_ARTICLE,
    BEFORE_NAME,
    BETWEEN,
    BRACKET,
    DATE,
    DEFINES,
    IN_FORCE,
    LAST_BRACKET,
    LEADING,
    LINE_LEAD,
    MARK,
    NOT_NAMES,
    VAGUE,
)
from .citation_places import places
from .dates import PartialDate
from .han import simplified
from .numerals import to_int

LOOK_BACK, NEAR, FAR = 40, 60, 300
"""How many characters are looked back for the regulation of an article; keeps reading linear."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the text before this one has said: short names, and the line that governs."""

    defined: Mapping[str, Named] = field(default_factory=dict)
    governor: Named | None = None
    """A regulation that stands on a line of its own: the articles below it belong to it."""
    previous: Named | None = None
    """The regulation named last in the line before: an article that begins a line goes on."""
    inside: bool = False
    """Whether the text is that of a regulation, whose 本法 and bare articles mean itself."""


def may_cite(text: str) -> bool:
    """Whether a text has any of the signs without which nothing is cited."""
    return "《" in text or "条" in text or "條" in text


def citations(text: str, known: Container[str] = frozenset()) -> tuple[Citation, ...]:
    """Find the citations in one text that stands alone."""
    return read_citations(text, known)[0]


def read_citations(
    text: str, known: Container[str] = frozenset(), context: Context | None = None
) -> tuple[tuple[Citation, ...], Context]:
    """Find the citations in `text` in order, in time linear in its length.

    `known` holds names, folded by `fold_name`, that may stand without 《》. Returns the
    citations and the context for the text that follows.
    """
    before = context or Context()
    if not may_cite(text):
        return (), before
    reader = _Reader(known, before)
    position = 0
    for line in simplified(text).split("\n"):
        reader.line(line, position)
        position += len(line) + 1
    return tuple(one.made() for one in reader.found if one.counts), reader.context


class _Draft:
    """A citation that is still being read."""

    __slots__ = ("clauses", "end", "named", "needs", "start", "unread")

    def __init__(self, named: Named, start: int, end: int, *, needs: bool) -> None:
        self.named = named
        self.start = start
        self.end = end
        self.needs = needs
        self.clauses: list[Clause] = []
        self.unread: list[str] = []

    @property
    def counts(self) -> bool:
        """Whether this says something: a word such as 该法 without an article does not."""
        return bool(self.clauses or self.unread) or not self.needs

    def made(self) -> Citation:
        return Citation(
            self.named.name,
            self.named.version,
            tuple(self.clauses),
            self.start,
            self.end,
            tuple(self.unread),
            self.named.vague,
        )


class _Reader:
    def __init__(self, known: Container[str], context: Context) -> None:
        self.known = known
        self.context = context
        self.defined = dict(context.defined)
        self.found: list[_Draft] = []
        self.last: Clause | None = None

    def line(self, text: str, offset: int) -> None:
        """Read one line; what stands at its beginning goes on from the line before."""
        if not text or text.isspace():
            return
        if text.lstrip()[:1] in ("#", "【"):
            self.context = replace(self.context, governor=None, previous=None)
        if "《" not in text and "条" not in text:
            self.context = replace(self.context, previous=None)
            return
        before = len(self.found)
        _Line(self, text, offset).read()
        said = [one.named for one in self.found[before:] if one.named.name and one.counts]
        self.context = replace(
            self.context, defined=self.defined, previous=said[-1] if said else None
        )


class _Line:
    def __init__(self, reader: _Reader, text: str, offset: int) -> None:
        self.reader = reader
        self.text = text
        self.offset = offset
        lead = LINE_LEAD.match(text)
        self.lead = lead.end() if lead else 0
        self.open: _Draft | None = None
        self.open_end = 0
        """Where the last mark that belongs to `open` ends."""
        self.floor = 0
        if not reader.context.governor:
            reader.last = None

    def read(self) -> None:
        for mark in MARK.finditer(self.text):
            if mark.start() < self.floor:
                continue
            if mark["name"] is not None:
                self.name(mark)
            elif mark["number"] is not None:
                self.articles(mark)
            elif mark["law"] is not None:
                self.law(mark)
            else:
                self.back(mark)

    def draft(self, named: Named, start: int, end: int, *, needs: bool = False) -> _Draft:
        made = _Draft(named, self.offset + start, self.offset + end, needs=needs)
        self.reader.found.append(made)
        return made

    def name(self, mark: re.Match[str]) -> None:
        """A name in 《》, what brackets behind it say, and the date before it."""
        written = re.sub(r"\s+", "", mark["name"])
        known = self.reader.defined.get(written)
        version, end, short = self.brackets(mark.end())
        version = version or self.dated(mark.start())
        vague = ""
        if version is None:
            low = max(self.floor, mark.start() - LOOK_BACK)
            found = VAGUE.search(self.text, low, mark.start())
            vague = found["vague"] if found else ""
        if known:
            named = known._replace(version=version or known.version, vague=vague)
        else:
            named = Named(written, version, vague)
        for one in short:
            self.reader.defined[one] = named
        self.open = self.draft(named, mark.start(), mark.end())
        self.open_end = self.floor = end
        if mark.start() == self.lead:
            alone = not self.text[end:].strip(" \u3000*_：:。.，,；;、")
            context = self.reader.context
            self.reader.context = replace(context, governor=named if alone else None)
            self.reader.last = None

    def dated(self, start: int) -> NamedVersion | None:
        """The version that a date right before a name gives: 2018年10月1日起施行的《…》."""
        found = BEFORE_NAME.search(self.text, max(self.floor, start - LOOK_BACK), start)
        if found is None:
            return None
        return _version(found["date"], "施行" if IN_FORCE.search(found["verb"] or "") else "")

    def brackets(self, end: int) -> tuple[NamedVersion | None, int, list[str]]:
        """Read the brackets behind a name: a version, short names, 试行."""
        version: NamedVersion | None = None
        short: list[str] = []
        after = AFTER_NAME.match(self.text, end)
        if after:
            version, end = _version(after["date"], ""), after.end()
        while found := BRACKET.match(self.text, end):
            inside = found["inside"]
            defines = list(DEFINES.finditer(inside))
            defined = [one["short"].strip() for one in defines]
            said = _version_in(inside[: defines[0].start()] if defines else inside)
            if not (defined or said or inside.startswith(("试行", "暂行", "修", "节选", "草案"))):
                break
            version = version or said
            short += defined
            end = found.end()
        return version, end, short

    def law(self, mark: re.Match[str]) -> None:
        """本法, 该条例 and the like: the regulation meant, if an article follows."""
        context = self.reader.context
        here = self.open.named if self.open else None
        if mark["law"] == "本" and context.inside:
            target: Named | None = Named("")
        elif mark["law"] == "本":
            target = context.governor or here
        else:
            target = here or context.previous or context.governor
        if target is not None:
            self.open = self.draft(target, mark.start(), mark.end(), needs=True)
            self.open_end = mark.end()

    def back(self, mark: re.Match[str]) -> None:
        """同条, 该条, 前款: the article cited before, which in a quoted law is the law's own."""
        last = self.reader.last
        context = self.reader.context
        word = mark["article"] or mark["paragraph"]
        quoted = context.inside or context.governor is not None
        if last is None or self.open is None or (quoted and word in ("本", "前", "上")):
            return
        if word == "前" and mark["article"]:
            return
        end, paragraphs, items = places(self.text, mark.end())
        clause = replace(
            last,
            start=self.offset + mark.start(),
            end=self.offset + end,
            last=None,
            paragraphs=paragraphs,
            items=items,
        )
        draft = self.open
        if not self.adjoins(mark.start()):
            draft = self.draft(draft.named, mark.start(), mark.start())
        draft.clauses.append(clause)
        self.open, self.open_end, self.floor = draft, end, end

    def articles(self, mark: re.Match[str]) -> None:
        draft = self.owner(mark.start())
        if draft is None:
            self.floor = mark.end()
            return
        clauses, unread, end = Clause.read(self.text, mark, self.offset)
        draft.clauses += clauses
        draft.unread += unread
        after = AFTER_ARTICLE.match(self.text, end)
        if after and draft.named.version is None and clauses:
            version = _version(after[0].strip(" \u3000（）()"), "")
            draft.named = draft.named._replace(version=version)
            end = after.end() if version else end
        if clauses:
            self.reader.last = clauses[-1]
        self.open, self.open_end, self.floor = draft, end, end

    def owner(self, start: int) -> _Draft | None:
        """The citation to which the article that begins at `start` belongs."""
        context = self.reader.context
        if self.open and self.adjoins(start):
            return self.open
        bare = self.bare(start)
        if bare:
            return bare
        named: Named | None = None
        if start == self.lead:
            named = context.governor or context.previous
        elif context.governor or context.inside:
            said = self.open.named if self.open and self.goes_on(start) else None
            named = said if said and said.name else context.governor
        elif self.open and self.goes_on(start):
            named = self.open.named
        if named is None and context.inside:
            named = Named("")
        return self.draft(named, start, start) if named else None

    def adjoins(self, start: int) -> bool:
        """Whether nothing but 、 and the like stands before the article."""
        near = start - self.open_end <= NEAR
        return near and BETWEEN.fullmatch(self.text, self.open_end, start) is not None

    def goes_on(self, start: int) -> bool:
        """Whether the sentence still speaks of the regulation: 《…》关于…的规定，依照第八条."""
        near = start - self.open_end <= FAR and self.text[start - 1] in BEFORE_ARTICLE
        return near and "。" not in self.text[self.open_end : start]

    def bare(self, start: int) -> _Draft | None:
        """A regulation named without 《》 right before an article: known, defined, or law-like."""
        end = start
        version: NamedVersion | None = None
        bracket = LAST_BRACKET.search(self.text, max(self.floor, start - NEAR), start)
        if bracket:
            version = _version_in(bracket["inside"])
            end = bracket.start()
        begin = end
        while begin > max(self.floor, end - 40) and "\u4e00" <= self.text[begin - 1] <= "\u9fff":
            begin -= 1
        words = self.text[begin:end]
        for length in range(len(words), 1, -1):
            name = words[-length:]
            defined = self.reader.defined.get(name)
            if defined or name in self.reader.known or without_lead(name) in self.reader.known:
                version = version or self.dated(end - length)
                named = defined or Named(name)
                named = named._replace(version=version or named.version)
                return self.draft(named, end - length, end, needs=True)
        found = BARE_NAME.fullmatch(words)
        if found is None:
            return None
        whole = words.rfind("中华人民共和国")
        name = words[whole:] if whole >= 0 else LEADING.sub("", words)
        if len(name) < 2 or name in NOT_NAMES:
            return None
        return self.draft(Named(name, version), end - len(name), end, needs=True)


def _version_in(text: str) -> NamedVersion | None:
    """The version that a bracket names: by its last date, of two the one of the adoption.

    A document number such as 〔2020〕 names a year too.
    """
    found = [
        _version(one[0], "施行" if IN_FORCE.match(text, one.end()) else "")
        for one in DATE.finditer(text)
    ]
    dates = [one for one in found if one]
    chosen = [one for one in dates if not one.basis] or dates
    return replace(chosen[-1], text=text.strip(" ，,")) if chosen else None


def _version(written: str, basis: str) -> NamedVersion | None:
    found = DATE.match(written)
    if found is None:
        return None
    try:
        year = to_int(found["year"])
        month = to_int(found["month"] or found["m"] or "0")
        day = to_int(found["day"] or found["d"] or "0")
        date = PartialDate.parse("-".join(str(one) for one in (year, month, day) if one))
    except ValueError:
        return None
    return NamedVersion(date, basis, written)
