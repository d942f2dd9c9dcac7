"""The house: who may know whom, who may touch the machine, how large a file may grow."""

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

GENERATOR = Path(__file__).resolve().parent.parent / "generator"
FLOORS = {
    "base": 0,
    "attachments": 1,
    "addresses": 1,  # where pages stand: names only
    "ledger_settings": 1,
    "office_layout": 1,
    "privacy": 1,
    "records": 1,
    "settings": 1,
    "teaching_settings": 1,
    "answers": 2,
    "lesson_set": 2,
    "reveals": 2,
    "scenarios": 2,
    "timetable": 2,
    "order_matching": 2,
    "outcomes": 2,
    "assessment": 2,
    "classes": 2,
    "coordination": 2,
    "notice_rhythm": 2,
    "posts": 2,
    "training": 2,
    "half_year_summaries": 2,
    "half_years": 2,
    "ledger_report": 2,
    "month_grid": 2,
    "month_notices": 2,
    "month_words": 2,
    "rectifications": 2,
    "question_drafts": 2,
    "citation_sources": 2,
    "citations": 2,
    "citing": 2,
    "counterparts": 2,
    "coverage": 2,
    "deidentification": 2,
    "editions": 2,
    "facets": 2,
    "changes": 2,
    "hidden_texts": 2,
    "edition_rules": 2,
    "edition_stamp": 2,
    "named_files": 2,
    "review_text": 2,
    "reviewing": 2,
    "sign_off": 2,
    "waivers": 2,
    "ledger_text": 2,
    "library": 2,
    "related": 2,
    "revisions": 2,
    "schema": 2,  # every kind and the settings at once
    "versions": 2,
    "skeleton": 2,  # the same, as a form to fill in
    "workbook_file": 2,
    "checks": 3,
    "exports": 3,
    "importers": 3,
    "pages": 3,
    "search": 3,
    "workbooks": 3,
    "audit_sheets": 4,
    "booklets": 5,
    "build": 4,
    "disk": 4,
    "lock": 4,
    "reports": 4,
    "today": 4,  # asks the clock: nothing below may
    "web": 4,  # browser files and what they must know of an edition
    "bundle": 5,
    "hosts": 5,
    "cli": 6,
    "__main__": 7,
}
"""Every file and folder directly in generator/, by the floor it stands on."""

SAME_FLOOR = {
    ("build", "web"): "the browser files are among what a build makes",
}
"""Imports on one floor that a folder takes part in; between single files they are free."""

FILES = {
    "disk.py": "the reader and writer of the core",
    "lock.py": "a lock is a file",
    "hosts/": "floor 5",
    "bundle/": "floor 5",
    "cli/": "floor 6",
    "web/__init__.py": "browser files of our own package are program text",
    "base/archive.py": "opens the members of an archive that is in memory",
    "base/han.py": "a table of a package that we depend on is program text",
    "base/template.py": "templates of our own package are program text",
}
CLOCK = {
    "today.py": "the day that a build counts from",
    "cli/_progress.py": "whether a progress bar is worth showing",
}
SOURCES = sorted(path for path in GENERATOR.rglob("*.py") if "starter" not in path.parts)
TREES = {
    path.relative_to(GENERATOR).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in SOURCES
}


def imported(name: str) -> set[str]:
    """Every module that a file imports, relative ones by their way from generator/."""
    package = ["generator", *name.split("/")[:-1]]
    found = set()
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            found |= (
                {f"{module}.{one.name}" for one in node.names}
                if module == "generator"
                else {module}
            )
    return found


def unit(module: str) -> str:
    """The file or folder directly in generator/ that a module belongs to; "" for the package."""
    name = ([*module.split("."), ""])[1]
    return name if name in FLOORS else ""


def links() -> set[tuple[str, str, str]]:
    """Every import between two units, with the file that makes it."""
    return {
        (name, unit("generator." + name.removesuffix(".py").replace("/", ".")), unit(module))
        for name in TREES
        for module in imported(name)
        if module.startswith("generator.") and unit(module)
    }


def test_everything_stands_on_a_floor():
    present = {path.relative_to(GENERATOR).parts[0].removesuffix(".py") for path in SOURCES}

    assert present - {"__init__"} <= set(FLOORS)


def test_imports_go_down_only():
    wrong = [
        f"{name} imports {target}"
        for name, source, target in links()
        if source and target != source and FLOORS[target] > FLOORS[source]
    ]
    assert not wrong


def test_folders_on_one_floor_do_not_know_each_other():
    folders = {path.name for path in GENERATOR.iterdir() if path.is_dir()}
    wrong = [
        f"{name} imports {target}"
        for name, source, target in links()
        if source and target != source and FLOORS[target] == FLOORS[source]
        if {source, target} & folders and (source, target) not in SAME_FLOOR
    ]
    assert not wrong


def test_files_do_not_import_in_a_circle():
    modules = {
        name.removesuffix(".py").removesuffix("/__init__").replace("/", "."): name for name in TREES
    }
    graph = {
        module: {
            target.removeprefix("generator.")
            for target in imported(name)
            if target.removeprefix("generator.") in modules and target != f"generator.{module}"
        }
        for module, name in modules.items()
    }
    assert list(TopologicalSorter(graph).static_order())


def test_the_package_imports_itself_relatively():
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and not node.level:
                assert not (node.module or "").startswith("generator"), name


def test_mkdocs_is_known_in_hosts_alone():
    for name in TREES:
        if not name.startswith("hosts/"):
            assert not [
                one for one in imported(name) if one.split(".")[0] in ("mkdocs", "material")
            ], name


_FILE_WORK = {
    "open",
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "unlink",
    "mkdir",
    "rmdir",
    "iterdir",
    "glob",
    "rglob",
    "exists",
    "is_file",
    "is_dir",
    "is_symlink",
    "stat",
    "lstat",
    "symlink_to",
    "hardlink_to",
    "touch",
    "rename",
    "scandir",
    "chmod",
}


def _calls(tree: ast.Module):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield "", node.func.id
            elif isinstance(node.func, ast.Attribute):
                owner = node.func.value
                yield owner.id if isinstance(owner, ast.Name) else "?", node.func.attr


def _excused(name: str, table: dict[str, str]) -> bool:
    return any(name == one or (one.endswith("/") and name.startswith(one)) for one in table)


def test_only_the_disk_and_the_upper_floors_touch_files():
    touching = {
        name
        for name, tree in TREES.items()
        if any(
            (owner == "" and call == "open")
            or (owner and call in _FILE_WORK)
            or owner in ("os", "shutil", "tempfile")
            or call in ("FileSystemLoader", "PackageLoader")
            for owner, call in _calls(tree)
        )
    }
    assert not {name for name in touching if not _excused(name, FILES)}
    for excuse in FILES:
        assert any(name == excuse or name.startswith(excuse) for name in touching), (
            f"{excuse} needs none"
        )


def test_only_today_asks_the_clock():
    asking = {
        name
        for name, tree in TREES.items()
        if any(module.split(".")[0] == "time" for module in imported(name))
        or any(
            (owner in ("date", "datetime") and call in ("today", "now", "utcnow"))
            for owner, call in _calls(tree)
        )
    }
    assert asking == set(CLOCK)


@pytest.mark.parametrize(
    "module",
    [
        "random",
        "secrets",
        "uuid",
        "socket",
        "ssl",
        "requests",
        "http.client",
        "urllib.request",
        "httpx",
        "aiohttp",
        "ftplib",
        "smtplib",
        "telnetlib",
        "pickle",
        "marshal",
    ],
)
def test_no_chance_no_network_no_foreign_code(module):
    for name in TREES:
        found = {one for one in imported(name) if one == module or one.startswith(module + ".")}
        assert not found, name


def test_nothing_is_evaluated():
    for name, tree in TREES.items():
        assert not [
            call for owner, call in _calls(tree) if owner == "" and call in ("eval", "exec")
        ], name


def test_files_stay_small():
    lengths = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES)

    assert lengths[-1] <= 500
    assert lengths[len(lengths) // 2] < 100


_HAN = re.compile("[\u3400-\u9fff]")


def test_comments_are_in_english():
    for path in SOURCES:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            comment = re.match(r"[^\"'#]*#(?!:)(.*)", line)
            if comment:
                words = re.sub(
                    r"[《「『“（(].*?[》」』”）)]|[\u3400-\u9fff、，：…—〇]{1,24}", "", comment[1]
                )
                assert not _HAN.search(words), f"{path.name}:{number}"
                assert not comment[1] or re.search("[A-Za-z]", comment[1]), f"{path.name}:{number}"


def _public(tree: ast.Module):
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                for inner in node.body:
                    if isinstance(inner, ast.FunctionDef) and not inner.name.startswith("_"):
                        yield inner


@pytest.mark.parametrize("name", TREES)
def test_modules_and_what_they_offer_say_what_they_are(name):
    tree = TREES[name]
    if not tree.body:
        return
    module = ast.get_docstring(tree)
    assert module
    assert re.match("[A-Za-z`]", module), "in English"
    for node in _public(tree):
        if _is_step_of_a_private_class(name, node):
            continue
        text = ast.get_docstring(node)
        assert text, f"{node.name} has no docstring"
        first = text.split("\n\n")[0]
        assert re.search("[A-Za-z]", first) or _is_kind(node), f"{node.name}: {first}"


def _is_step_of_a_private_class(name: str, node: ast.AST) -> bool:
    """Methods of library modules' hooks and visitors are named by those who call them."""
    return isinstance(node, ast.FunctionDef) and node.name.startswith(("handle_", "visit_"))


def _is_kind(node: ast.AST) -> bool:
    """A kind's docstring is its Chinese name: it is the title of its JSON Schema."""
    return isinstance(node, ast.ClassDef) and any(
        isinstance(base, ast.Name) and base.id == "Record" for base in node.bases
    )
