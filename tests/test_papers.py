"""The papers say what is true: every field, command, path, message and example in them is tried."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import get_args

import pytest
import typer

from generator.base.declaration import shapes
from generator.base.record import Record
from generator.base.text import OneOf
from generator.build import check, generate
from generator.cli import application
from generator.disk import read_project
from generator.exports import export_names
from generator.records import all_kinds
from generator.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
ENGLISH, CHINESE, GUIDE = "README.md", "README.zh-CN.md", "docs/guide/lecturers.md"
TEACHING, LEDGERS = "docs/guide/teaching.md", "docs/guide/ledgers.md"
PAPERS = (
    *(ENGLISH, CHINESE, "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md"),
    *("docs/guide/readers.md", GUIDE, TEACHING, LEDGERS, "generator/starter/README.md"),
)
IN_CHINESE = (
    CHINESE,
    "docs/guide/readers.md",
    GUIDE,
    TEACHING,
    LEDGERS,
    "generator/starter/README.md",
)
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_HAN = "\u3400-\u9fff"


def paper(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def prose_of(name: str) -> str:
    """A paper without code, whether in blocks or in lines."""
    return _SPAN.sub("code", _FENCE.sub("", paper(name)))


def section(text: str, heading: str) -> str:
    """What stands below a heading, as far as the next one of its level."""
    level = len(heading) - len(heading.lstrip("#"))
    _, found, rest = text.partition(f"\n{heading}\n")
    assert found, f"no heading {heading}"
    return re.split(rf"^#{{1,{level}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def rows(text: str) -> list[list[str]]:
    """The rows of the first table in a text, without its head."""
    lines = text.split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith("|"))
    table = list(takewhile(lambda line: line.startswith("|"), lines[start:]))
    cells = [re.split(r"(?<!\\)\|", line.strip("|")) for line in table]
    return [[cell.strip() for cell in row] for row in cells[2:]]


# The tables of fields


def compare_table(text: str, model: type, *, without: frozenset[str] = frozenset()) -> None:
    table = {row[0]: row for row in rows(text)}
    declared = {s.label: s for n, s in shapes(model).items() if n not in without}
    assert list(table) == list(declared)
    for label, shape in declared.items():
        _, required, content = table[label]
        rowed = shape.name == "id" and issubclass(model, Record)
        assert (required == "是") == (shape.required and not rowed), label
        assert ("教员" in _SPAN.sub("", content)) == shape.lecturer, label
        field = model.model_fields[shape.name]
        for choice in (*field.metadata, *annotations(field.annotation)):
            if isinstance(choice, OneOf):
                assert tuple(_SPAN.findall(content))[: len(choice.words)] == choice.words, label


def annotations(annotation):
    for inner in get_args(annotation):
        yield inner
        yield from annotations(inner)


def compare_parts(text: str, model: type, *, without: frozenset[str] = frozenset()) -> None:
    headings = re.findall(r"^#### (.+)$", text, re.MULTILINE)
    for name, shape in shapes(model).items():
        if shape.part is not None and name not in without:
            heading = next(one for one in headings if shape.label in one.split("、"))
            compare_table(section(text, f"#### {heading}"), shape.part)
            compare_parts(text, shape.part)


@pytest.mark.parametrize("kind", all_kinds().values(), ids=all_kinds())
def test_every_field_of_every_kind_is_explained(kind):
    text = section(paper(CHINESE), f"### {kind.label}")
    common = frozenset(shapes(Record))

    assert f"`{kind.kind}`" in text
    assert f"`{kind.folder}/`" in text
    compare_table(text, kind, without=common)
    compare_parts(text, kind, without=common)


def test_fields_of_all_kinds_are_explained_once():
    text = section(paper(CHINESE), "### 各种记录共有的项")

    compare_table(text, Record)
    compare_parts(text, Record)


def test_every_setting_is_explained():
    table = rows(section(paper(CHINESE), "## 三、建自己的库"))
    labels = [one for row in table for one in row[0].split("、")]

    assert sorted(labels) == sorted(shape.label for shape in shapes(Settings).values())


# The example


@pytest.fixture(scope="module")
def own_project():
    return read_project(ROOT)


UNSIGNED = ("P411", "P412")


def test_the_case_in_the_readme_is_without_a_finding(own_project, today):
    block = next(code for _, code in _FENCE.findall(paper(CHINESE)) if code.startswith("# cases/"))
    path = block.split()[1]
    assert path not in own_project.files

    checked = check(replace(own_project, files={**own_project.files, path: block.encode()}), today)

    found = [one for one in checked.findings if one.path == path]
    assert [one.line() for one in found if one.code not in UNSIGNED] == []
    assert any(key.id == Path(path).stem for key in checked.library.records)


def test_messages_in_the_readme_are_the_ones_that_authors_see():
    told = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "tests/invalid").glob("*/expected.txt")
    )
    quoted = [row[0] for row in rows(section(paper(CHINESE), "## 八、检查"))]

    assert len(quoted) > 10
    assert [message for message in quoted if message not in told] == []


# Commands


def commands_in(text: str) -> set[str]:
    """The command lines that a text names: in code, from `anjian` to the end."""
    code = [line for _, block in _FENCE.findall(text) for line in block.split("\n")]
    code += _SPAN.findall(_FENCE.sub("", text))
    found = (re.match(r"(?:\$ )?(?:\S*[/\\])?anjian((?: .*)?)$", line.strip()) for line in code)
    return {" ".join(one[1].partition("#")[0].split()) for one in found if one}


def application_commands() -> dict[str, dict[str, bool]]:
    """Every command by its full name, with its options and whether each takes a value."""

    def walk(command, name, inherited):
        options = dict(inherited)
        for parameter in command.params:
            if parameter.param_type_name == "option":
                options |= dict.fromkeys(parameter.opts, not parameter.is_flag)
        yield name, options
        for inner, one in getattr(command, "commands", {}).items():
            yield from walk(one, f"{name} {inner}".strip(), {"--root": True})

    root = typer.main.get_command(application())
    return dict(walk(root, "", {"-h": False, "--help": False}))


def split_command(line: str, known: dict[str, dict[str, bool]]) -> tuple[str, list[str], list[str]]:
    """The name of the command, its options and the rest of a command line."""
    name, options, rest = "", [], []
    words = iter(re.findall(r'"[^"]*"|\S+', line))
    for word in words:
        if word.startswith("-"):
            option = word.partition("=")[0]
            options.append(option)
            if known[name].get(option) and "=" not in word:
                next(words, None)
        elif not rest and f"{name} {word}".strip() in known:
            name = f"{name} {word}".strip()
        elif name == "export" and word in export_names():
            name = "export files"
        else:
            rest.append(word)
    return name, options, rest


def is_format(word: str) -> bool:
    return word in export_names() or word == "格式"


@pytest.mark.parametrize("name", PAPERS)
def test_commands_that_are_named_exist_with_their_options(name):
    known = application_commands()

    for line in commands_in(paper(name)):
        command, options, rest = split_command(line, known)
        groups = [other for other in known if other.startswith(f"{command} ".lstrip())]
        assert command or not rest, f"no command: anjian {line}"
        assert not (groups and rest), f"no command: anjian {line}"
        wrong = [one for one in rest if command == "export files" and not is_format(one)]
        assert not wrong, f"no format: anjian {line}"
        assert [one for one in options if one not in {**known[""], **known[command]}] == [], line


def test_both_readmes_list_every_command():
    leaves = [name for name in application_commands() if name]
    leaves = {name for name in leaves if not any(other.startswith(f"{name} ") for other in leaves)}
    known = application_commands()

    for name, heading in ((ENGLISH, "## Commands"), (CHINESE, "## 十七、全部命令")):
        listed = [_SPAN.findall(row[0])[0] for row in rows(section(paper(name), heading))]
        named = [split_command(line.removeprefix("anjian "), known)[0] for line in listed]
        assert sorted(named) == sorted(leaves), name


def test_targets_of_make_that_are_named_exist():
    targets = set(re.findall(r"^([a-z-]+):", paper("Makefile"), re.MULTILINE))
    for name in PAPERS:
        code = "\n".join(
            (*_SPAN.findall(paper(name)), *(b for _, b in _FENCE.findall(paper(name))))
        )
        named = re.findall(r"^(?:\$ )?(?:[A-Z]+=\S+ )?make ([a-z-]+)", code, re.MULTILINE)
        assert set(named) <= targets, name
        for options in re.findall(r"tools[/\\]prepare\.py((?: --\w+)*)", code):
            assert all(f'"{one}"' in paper("tools/prepare.py") for one in options.split()), name


# Paths, links, pictures

MADE_LATER = {"site/", "docs/library/", ".venv/"}


@pytest.mark.parametrize("name", [ENGLISH, CHINESE, "CONTRIBUTING.md"])
def test_paths_in_tables_exist(name):
    cells = re.findall(r"^\|([^|]+)\|", paper(name), re.MULTILINE)
    floors = re.findall(r"^\| \d \|([^|]+)\|", paper(name), re.MULTILINE)
    paths = [one for cell in (*cells, *floors) for one in _SPAN.findall(cell)]
    paths = [one for one in paths if re.fullmatch(r"[\w.-]+(/[\w.-]*)*(\.\w+|/)", one)]

    assert paths or name == "CONTRIBUTING.md"
    assert [one for one in paths if one not in MADE_LATER and not (ROOT / one).exists()] == []


def anchors(text: str) -> set[str]:
    """The anchors of headings as code hosts make them."""
    headings = re.findall(r"^#{1,6} (.+)$", _FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}


@pytest.fixture(scope="module")
def site_files(own_project, today):
    made = generate(check(own_project, today), "public").files
    return {f"docs/{path}" for path in made}


@pytest.mark.parametrize("name", PAPERS)
def test_links_lead_somewhere(name, site_files):
    for target in re.findall(r"\]\(([^)\s]+)\)", _SPAN.sub("", _FENCE.sub("", paper(name)))):
        if target.startswith("https://"):
            continue
        path, _, anchor = target.partition("#")
        goal = (ROOT / name).parent / path if path else ROOT / name
        below = os.path.relpath(goal, ROOT).replace(os.sep, "/")
        assert below in site_files or goal.exists(), target
        if anchor:
            assert anchor in anchors(goal.read_text(encoding="utf-8")), target


def test_what_readers_are_told_to_press_is_on_the_page(own_project):
    shown = [
        path.read_text(encoding="utf-8")
        for folder in ("pages", "web", "importers", "cli")
        for path in sorted((ROOT / "generator" / folder).rglob("*"))
        if path.suffix in (".py", ".j2", ".js")
    ]
    shown.append(paper("mkdocs.yml"))
    shown += [raw.decode() for path, raw in own_project.files.items() if path.endswith(".yaml")]
    everything = "\n".join(shown)
    words = re.findall("「([^」]+)」", paper("docs/guide/readers.md"))

    assert len(words) > 5
    assert [word for word in words if word not in everything] == []


@pytest.mark.parametrize("name", ["docs/guide/readers.md", GUIDE])
def test_new_projects_start_with_the_same_instructions(name):
    assert paper(f"generator/starter/{name}") == paper(name)


# Wording


@pytest.mark.parametrize("name", IN_CHINESE)
def test_chinese_text_has_full_width_punctuation(name):
    text = prose_of(name)

    assert re.findall(rf".{{0,9}}[{_HAN}][,;:!?]\s?[{_HAN}].{{0,9}}", text) == []
    assert re.findall(rf"[{_HAN}] ?\([^)]*[{_HAN}]", re.sub(r"\]\([^)]*\)", "]", text)) == []
    assert re.findall(rf"[，。；：、]\s?[,.;:]|[{_HAN}] +[{_HAN}]", text) == []


# The example in CONTRIBUTING.md


def files_in(text: str) -> dict[str, str]:
    """Files that a paper holds: a line with the path in code, then the fenced block."""
    found = re.findall(r"^`([^`\n]+)`\n\n```\w+\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return dict(found)


@pytest.fixture(scope="module")
def meetings(tmp_path_factory):
    """A copy of the package and a project, with the files of CONTRIBUTING.md put in."""
    house = tmp_path_factory.mktemp("house")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "generator", house / "generator", ignore=ignored)
    project = house / "project"
    for path, text in {
        "project/mkdocs.yml": "site_name: 试验库\n",
        "project/cases/jy-2024-001.yaml": "标题: 食堂采购案\n范围: 公开\n",
        **{
            path if path.startswith("generator/") else f"project/{path}": text
            for path, text in files_in(paper("CONTRIBUTING.md")).items()
        },
    }.items():
        target = house / path
        target.parent.mkdir(parents=True, exist_ok=True)
        assert not target.exists(), f"{path} is there already"
        target.write_text(text, encoding="utf-8")

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "generator", "--root", str(project), *arguments],
            cwd=house,
            env={**os.environ, "PYTHONPATH": str(house), "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return project, run


def test_the_new_kind_is_read_and_checked(meetings):
    _, run = meetings
    told = next(code for _, code in _FENCE.findall(paper("CONTRIBUTING.md")) if " C901 " in code)

    assert told in run("check", "--format", "text")


def test_the_new_kind_has_pages_and_a_list(meetings):
    project, run = meetings
    run("generate", "--edition", "lecturer")
    docs = project / ".anjian" / "lecturer" / "docs"
    library = docs / "library"
    page = (library / "meeting" / "2024-03.md").read_text(encoding="utf-8")
    listed = (library / "meeting" / "index.md").read_text(encoding="utf-8")
    home = (docs / "index.md").read_text(encoding="utf-8")

    assert "2024年3月15日召开，学习案例 1 件。" in page
    assert '<a href="../case/jy-2024-001.html">食堂采购案</a>' in page
    assert "先读案例，再对照自查。" in page
    assert listed.index("四月例会") < listed.index("三月警示教育会")
    assert "library/meeting/index.html" in home
    assert "会议写明学习了哪些案例" in (library / "rules.md").read_text(encoding="utf-8")


def test_the_new_kind_has_a_skeleton_and_a_schema(meetings):
    project, run = meetings
    run("new", "meeting", "2024-05")

    assert "学习案例" in (project / "ledgers/meetings/2024-05.yaml").read_text(encoding="utf-8")
    assert "主持人备注" in run("schema", "meeting")
    (project / "ledgers/meetings/2024-05.yaml").unlink()
