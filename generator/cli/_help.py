"""Help texts in Chinese, laid out for characters that are two columns wide."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from ..base.suggest import nearest
from ._stop import Stop

_NOT_SHOWN = ("", True, False)


class Command(TyperCommand):
    """A command whose help is Chinese throughout."""

    def get_help(self, ctx: Any) -> str:
        """Return the help text; the library calls this for --help."""
        return _help(self, ctx)

    def get_usage(self, ctx: Any) -> str:
        """Return the line that says how the command is written."""
        return _usage(self, ctx)


class Group(TyperGroup):
    """A command with commands of its own, whose help is Chinese throughout."""

    def get_help(self, ctx: Any) -> str:
        """Return the help text; the library calls this for --help."""
        return _help(self, ctx)

    def get_usage(self, ctx: Any) -> str:
        """Return the line that says how the command is written."""
        return _usage(self, ctx)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command named first; raises Stop with the nearest one where there is none."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            names = self.list_commands(ctx)
            near = nearest(args[0], names)
            hint = f"是不是「{near}」？" if near else f"可用的命令：{'、'.join(names)}。"
            raise Stop(
                f"没有「{args[0]}」这个命令。{hint}用 {ctx.command_path} --help 看全部命令。"
            )
        return super().resolve_command(ctx, args)


def in_chinese(app: typer.Typer) -> typer.Typer:
    """Give every command and group of a program, nested ones included, its Chinese help."""
    for command in app.registered_commands:
        command.cls = Command
    for group in app.registered_groups:
        if not (isinstance(group.cls, type) and issubclass(group.cls, Group)):
            group.cls = Group
        if group.typer_instance is not None:
            in_chinese(group.typer_instance)
    return app


def shown_name(parameter: Any) -> str:
    """Return what people write for a parameter: an option's names, an argument's placeholder."""
    if parameter.param_type_name == "option":
        return "、".join((*parameter.opts, *parameter.secondary_opts))
    return str(parameter.metavar or parameter.name)


def _usage(command: Any, ctx: Any) -> str:
    pieces = [f"用法：{ctx.command_path}", "[选项]"]
    for parameter in command.get_params(ctx):
        if parameter.param_type_name == "argument":
            name = shown_name(parameter) + ("…" if parameter.nargs == -1 else "")
            pieces.append(name if parameter.required else f"[{name}]")
    if isinstance(command, Group):
        pieces.append("命令 …")
    return " ".join(pieces)


def _help(command: Any, ctx: Any) -> str:
    parameters = [one for one in command.get_params(ctx) if not getattr(one, "hidden", False)]
    arguments = [one for one in parameters if one.param_type_name == "argument"]
    options = [one for one in parameters if one.param_type_name == "option"]
    sections = {
        "参数": [(shown_name(one), _text(one)) for one in arguments],
        "选项": [(_option(one), _text(one)) for one in options],
    }
    if isinstance(command, Group):
        inner = [(name, command.get_command(ctx, name)) for name in command.list_commands(ctx)]
        sections["命令"] = [(name, one.help or "") for name, one in inner if one and not one.hidden]
    # Laying out a table needs what no other command does.
    from ._help_page import laid_out  # noqa: PLC0415

    return laid_out(_usage(command, ctx), command.help or "", sections)


def _option(option: Any) -> str:
    names = ", ".join((*sorted(option.opts, key=len), *option.secondary_opts))
    return names if option.is_flag or option.count else f"{names} {option.metavar or '值'}"


def _text(parameter: Any) -> str:
    if parameter.name == "help":
        return "显示这份说明"
    notes = []
    default = parameter.default
    if parameter.required:
        notes.append("必填")
    elif parameter.show_default and isinstance(default, (str, int)) and default not in _NOT_SHOWN:
        notes.append(f"默认 {default}")
    if getattr(parameter, "multiple", False) or parameter.nargs == -1:
        notes.append("可以写几个")
    return (parameter.help or "") + (f"（{'；'.join(notes)}）" if notes else "")
