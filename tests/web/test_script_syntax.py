"""Our scripts run in Chromium 86 and Firefox 78, from a disk and from plain http."""

import pytest

from generator.bundle.script_addresses import script_addresses
from tests.web.script_floor import refused

TOO_NEW = [
    "import x from './x.js';",
    "export const x = 1;",
    "import('./x.js');",
    "x = import.meta.url;",
    "class A { #x = 1; }",
    "class A { static { x(); } }",
    "a ||= 1;",
    "a &&= 1;",
    "a ??= 1;",
    "await x;",
    "/a/d.test(x);",
    "/a/v.test(x);",
    "fetch('a');",
    "window.fetch('a');",
    "window['fetch']('a');",
    "new XMLHttpRequest();",
    "new Worker('a.js');",
    "navigator.clipboard.writeText(x);",
    "const { clipboard } = navigator;",
    "crypto.randomUUID();",
    "x.at(-1);",
    "Object.hasOwn(x, 'y');",
    "structuredClone(x);",
    "x.findLast(y);",
    "Promise.any(x);",
    "new WeakRef(x);",
    "box.showModal();",
    "document.createElement('dialog');",
    "box.inert = true;",
    "box.showPopover();",
    "box.setAttribute('popover', '');",
    "document.querySelector('p:has(a)');",
    "document.querySelector(':is(p, a)');",
    "x.matches(':focus-visible');",
    "box.innerHTML = text;",
    "eval(text);",
    "load('//cdn.invalid/a.js');",
    "load('https://cdn.invalid/a.js');",
    "// see https://cdn.invalid/",
    "const = 1;",
]
FINE = [
    "const f = async (x) => { await x?.y ?? 1; };",
    "text.replaceAll('a', 'b').replace(/(?<=a)b/gu, '');",
    "box.setAttribute('role', 'dialog');",
    "try { x(); } catch { y(); }",
    "Promise.allSettled(x).then((all) => all.flat());",
]


@pytest.mark.parametrize("script", TOO_NEW)
def test_what_is_too_new_is_refused(script):
    assert list(refused(script))


@pytest.mark.parametrize("script", FINE)
def test_what_both_browsers_know_is_not(script):
    assert list(refused(script)) == []


def test_our_scripts(root):
    scripts = sorted((root / "generator/web").glob("*.js"))
    assert len(scripts) > 3
    found = [f"{path.name}:{one}" for path in scripts for one in refused(path.read_text("utf-8"))]
    assert found == []


def test_the_one_script_for_old_browsers_is_written_for_them(root):
    """reading-state.js tells browsers of any age what they lack, so it must run in them."""
    text = (root / "generator/web/reading-state.js").read_text("utf-8")
    for new in ("=>", "const ", "let ", "`", "...", "class ", "?.", "??"):
        assert new not in text


def test_scripts_stay_small(root):
    sizes = {
        path.name: len(path.read_text("utf-8").splitlines())
        for path in (root / "generator/web").glob("*.js")
    }
    assert {name for name, lines in sizes.items() if lines >= 200} == set()


LATER = ("not understood", "modules", "Firefox 9", "static blocks", "logical assignment", "flags")
"""Reasons that are about the language; what a library calls it may ask for before."""


def test_third_party_scripts_are_written_for_the_two_browsers(root):
    scripts = sorted((root / "generator/web/vendor").glob("*.js"))
    assert len(scripts) > 2
    for path in scripts:
        text = path.read_text("utf-8")
        found = [one for one in refused(text) if any(reason in one for reason in LATER)]
        assert found == [], path.name
        assert list(script_addresses(text)) == [], path.name
