"""All files of a bundle: the site, and what lies around it so that it can be opened and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..build import Result
from ..disk import files_of_site
from .content_policy import content_policy, inline_scripts
from .licences import LICENCES, licences
from .manifest import MANIFEST, manifest
from .server_settings import NGINX, nginx_sample
from .signature import SecretKey, sign
from .start_page import START_PAGE, start_page
from .sums import SIGNATURE, SUMS, sha256, sums_text

_SITE = "site"
_PAGES = (".html", ".htm", ".xhtml")


class Contents(Mapping[str, bytes]):
    """Files by path, in order; those of the site are read when they are asked for."""

    def __init__(self, site: Mapping[str, Path]) -> None:
        self._site = site
        self._made: dict[str, bytes] = {}
        self.sums: dict[str, str] = {}

    def add(self, name: str, content: bytes, *, summed: bool = True) -> None:
        """Add a file that is made here; all but the sums themselves and their signature count."""
        self._made[name] = content
        if summed:
            self.sums[name] = sha256(content)

    def __getitem__(self, name: str) -> bytes:
        """The bytes of a file."""
        return self._made[name] if name in self._made else self._site[name].read_bytes()

    def __iter__(self) -> Iterator[str]:
        """The paths of all files, in order."""
        return iter(sorted({*self._site, *self._made}))

    def __len__(self) -> int:
        """How many files there are."""
        return len({*self._site, *self._made})


def bundle_contents(result: Result, site: Path, key: SecretKey | None = None) -> Contents:
    """Put a bundle together from an edition and its finished site, signed where there is a key."""
    edition = result.edition
    contents = Contents(_site_files(site))
    scripts: set[str] = set()
    for name in contents:
        raw = contents[name]
        contents.sums[name] = sha256(raw)
        if name.endswith(_PAGES):
            scripts.update(inline_scripts(raw.decode("utf-8", "replace")))
    written = {name for name in result.files if name.endswith(".md")}
    pages = len(written | edition.library.documents.keys())
    policy = content_policy(scripts)
    contents.add(MANIFEST, manifest(edition, pages))
    contents.add(LICENCES, licences(edition))
    contents.add(NGINX, nginx_sample(policy, edition.library.site_name, edition.stamp))
    contents.add(START_PAGE, start_page(edition, pages, contents.sums))
    sums = sums_text(contents.sums)
    contents.add(SUMS, sums, summed=False)
    if key is not None:
        comment = f"anjian {edition.rule.name} {edition.stamp}"
        contents.add(SIGNATURE, sign(sums, key, comment), summed=False)
    return contents


def _site_files(site: Path) -> dict[str, Path]:
    return {f"{_SITE}/{name}": path for name, path in files_of_site(site).items()}
