"""What is in a project, by hashes: the sources, the sites, and everything else."""

import hashlib
from pathlib import Path

_OURS = (".anjian/", "docs/library/", "docs/index.md", "docs/.index.md.new")


def tree(folder: Path) -> dict[str, str]:
    """Every file of a folder by the hash of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def states(project: Path) -> dict[str, str]:
    """One hash for the sources, one for each site, one for what is generated below docs/."""
    parts = {"sources": [], "docs": []}
    for name, found in tree(project).items():
        top = name.partition("/")[0]
        part = "docs" if name.startswith(_OURS) else top if top.startswith("site") else "sources"
        parts.setdefault(part, []).append((name.removeprefix(top), found))
    return {
        part: hashlib.sha256(repr(files).encode()).hexdigest()[:12]
        for part, files in parts.items()
        if files
    }
