"""Mistakes on the command line as one Chinese sentence each."""

from __future__ import annotations

import re
from typing import Any

import typer

from ._help import shown_name

CommandLineError: type[Exception] = typer.BadParameter.__mro__[2]
"""What Typer raises for a wrong command line; public only by way of its subclass."""

_PATH = r"(?:File|Directory|Path) '?(.+?)'?"
_SAID = (
    (r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", "多写了「{0}」"),
    (r"Option '?(.+?)'? requires .*", "选项 {0} 后面要写一个值"),
    (r"Option '?(.+?)'? does not take a value\.?", "选项 {0} 后面不写值"),
    (r"Argument '?(.+?)'? takes (\d+) values\.?", "「{0}」要写 {1} 个"),
    (r"(?:Value )?'.*' is not a valid (?:int|integer|float)(?: range)?\.?", "这里要写数字"),
    (r"\S+ is not in the range (.*?)\.?", "要在 {0} 的范围里"),
    (r"Input should be a valid (?:integer|number).*", "这里要写数字"),
    (r"Input should be greater than or equal to (.*)", "最小是 {0}"),
    (r"Input should be less than or equal to (.*)", "最大是 {0}"),
    (rf"{_PATH} does not exist\.?", "「{0}」不存在"),
    (rf"{_PATH} is a directory\.?", "「{0}」是文件夹，这里要写文件"),
    (rf"{_PATH} is a file\.?", "「{0}」是文件，这里要写文件夹"),
    (rf"{_PATH} is not (?:readable|writable)\.?", "「{0}」没有权限读写"),
)
"""What Typer says and what it means; the wordings of several versions."""


def sentence(error: Any) -> str:
    """Say in Chinese what is wrong with the command line, and where its help is."""
    context = getattr(error, "ctx", None)
    said = _said(error).rstrip("。")
    return f"{said}。用 {context.command_path} --help 看写法。" if context else f"{said}。"


def _said(error: Any) -> str:
    kind = type(error).__name__
    parameter = getattr(error, "param", None)
    if kind == "MissingParameter" and parameter is not None:
        return f"缺少「{shown_name(parameter)}」" + (
            f"：{parameter.help}" if parameter.help else ""
        )
    if kind == "NoSuchOption":
        near = "、".join(sorted(error.possibilities or ()))
        hint = f"；是不是 {near}" if near else ""
        return f"没有 {error.option_name} 这个选项{hint}"
    message = str(error.message)
    if message.startswith("Missing command"):
        return f"缺少命令，可用的命令：{'、'.join(error.ctx.command.list_commands(error.ctx))}"
    for pattern, chinese in _SAID:
        found = re.fullmatch(pattern, message, re.DOTALL | re.IGNORECASE)
        if found:
            message = chinese.format(*found.groups())
            break
    else:
        if message.isascii():
            message = "写法不对"
    return f"{shown_name(parameter)}：{message}" if parameter is not None else message
