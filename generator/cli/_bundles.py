"""What the commands about bundles share: options, opening, what a bundle says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from ..bundle.key_file import read_public
from ..bundle.opened import Opened, open_bundle
from ..bundle.signature import PublicKey
from ._passwords import BUNDLE_VARIABLE, asked

Bundle = Annotated[
    Path, typer.Argument(metavar="资料包", help="zip 文件，或者解压后的文件夹", show_default=False)
]
Key = Annotated[
    Path | None,
    typer.Option(
        "--key",
        metavar="公钥",
        help="核对签名用的 .pub 文件；没有签名或签名不对就不通过",
        show_default=False,
    ),
]


def opened(path: Path) -> Opened:
    """Open a bundle or a delta; the password of a locked one is asked for."""
    return open_bundle(path, lambda: asked(f"「{path.name}」", BUNDLE_VARIABLE))


def public_key(path: Path | None) -> PublicKey | None:
    """The key that was given, if one was."""
    return read_public(path) if path is not None else None


def named(about: Mapping[str, Any]) -> str:
    """A bundle as its manifest names it."""
    return f"{about['site_name']}（{about['edition_title']}），期号 {about['stamp']}"
