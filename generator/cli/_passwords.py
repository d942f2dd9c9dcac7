"""Passwords: typed without being seen, or from the environment where a script runs the command."""

from __future__ import annotations

import os
import sys

import typer

from ._stop import Stop

BUNDLE_VARIABLE = "ANJIAN_PASSWORD"
KEY_VARIABLE = "ANJIAN_KEY_PASSWORD"


def asked(about: str, variable: str, *, twice: bool = False) -> str:
    """Return the password for what `about` names; `twice` for a new one.

    Raises Stop where nobody can type and the variable is not set, or where the password is empty.
    """
    password = os.environ.get(variable, "")
    if password:
        return password
    if not sys.stdin.isatty():
        raise Stop(f"{about}要密码：在终端里运行，或者把密码放进环境变量 {variable}。")
    password = _typed(f"{about}的密码")
    if not password:
        raise Stop("密码是空的，没有做。")
    if twice and password != typer.prompt(
        "再输一遍", hide_input=True, default="", show_default=False
    ):
        raise Stop("两次输的密码不一样，没有做。")
    return password


def _typed(label: str) -> str:
    return str(typer.prompt(label, hide_input=True, default="", show_default=False))
