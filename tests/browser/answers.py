"""Answers of the search as a test wants them, given in place of the engine's."""

from typing import Any

from playwright.sync_api import Page

ENGINE = """given => {
  window.asked = [];
  anjianSearch.run = (text, options) => {
    window.asked.push({ text, limit: options.limit, facets: options.facets || {},
                        within: options.within || [] });
    const result = { ...given, text, hits: given.hits.slice(0, options.limit),
                     more: given.hits.length > options.limit };
    if (given.early && options.onHits) {
      options.onHits({ ...result, hits: result.hits.slice(0, 5) });
      return new Promise((resolve) => { window.finish = () => resolve(result); });
    }
    return Promise.resolve(result);
  };
}"""


def hit(number: int, **given: Any) -> dict[str, Any]:
    """One result, of a record of its own."""
    section = {
        "anchor": "facts",
        "heading": [["基本案情", False]],
        "snippet": [["甲", False], ["签证", True], [f"乙{number}", False]],
    }
    values = {
        "tier": "strict",
        "path": "library/case/gc-1.html",
        "title": [["第", False], ["签证", True], [f"{number}件", False]],
        "kind": "案例",
        "group": f"case/{number}",
        "about": "教育 · 2022年",
        "sections": [section],
        "reasons": ["标题"],
        "words": ["签证"],
    }
    return values | given


def answer(page: Page, **given: Any) -> None:
    """Answer every search from now on with these values; what was asked is in `window.asked`."""
    values: dict[str, Any] = {
        "state": "ok",
        "message": "",
        "strict": {"count": len(given.get("hits", [])), "exact": True},
        "loose": {"count": 0},
        "hits": [],
        "facets": [],
        "synonyms": [],
        "suggestions": [],
        "problems": [],
    }
    page.evaluate(ENGINE, values | given)
