"""The program speaks Chinese, and ends every command with a sentence and an exit code."""

import re

import pytest
import typer

import generator
from generator.cli import application
from generator.cli._program import program, run

ENGLISH = re.compile(
    r"\b(Usage|Options?|Commands?|Arguments?|Error|default|required|Show this|ARGS|OPTIONS|Try)\b"
)


def every_command():
    """Every command as it is written, those inside of others included."""

    def walk(app, way):
        yield way
        for command in app.registered_commands:
            yield [*way, command.name]
        for group in app.registered_groups:
            yield from walk(group.typer_instance, [*way, group.name])

    return [way for way in walk(application(), []) if way is not None]


@pytest.mark.parametrize("way", every_command(), ids=" ".join)
def test_help_is_chinese(anjian, way):
    outcome = anjian(*way, "--help")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("用法：anjian " + "".join(f"{name} " for name in way))
    assert "显示这份说明" in outcome.out
    assert ENGLISH.findall(outcome.out) == []


def test_without_a_command_it_says_what_there_is(anjian):
    outcome = anjian()
    assert outcome == anjian("--help")
    listed = set(re.findall(r"^  (\w+) ", outcome.out, re.MULTILINE))
    assert {"init", "new", "check", "schema"} <= listed


def test_version(anjian):
    outcome = anjian("--version")
    assert (outcome.code, outcome.out) == (0, f"anjian {generator.__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chekc"], "没有「chekc」这个命令。是不是「check」？"),
        (["zzz"], "没有「zzz」这个命令。可用的命令：apply、booklet、build、check、"),
        (["check", "--rot", "x"], "没有 --rot 这个选项；是不是"),
        (["-z"], "没有 -z 这个选项"),
        (["check", "--format"], "选项 --format 后面要写一个值"),
        (["check", "--strict=1"], "选项 --strict 后面不写值"),
        (["check", "甲", "乙"], "多写了「甲 乙」"),
        (["new", "case"], "缺少「编号」"),
        (["init"], "缺少「文件夹」"),
        (["check", "--root", "没有的文件夹"], "没有「没有的文件夹」这个文件夹"),
        (["check", "--today", "明天"], "「明天」不是日期"),
    ],
)
def test_wrong_command_line(anjian, arguments, said):
    outcome = anjian(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert len(outcome.err.splitlines()) == 1
    assert ENGLISH.findall(outcome.err) == []


def test_root_stands_before_or_after_the_command(anjian, fresh_library):
    for command in (["check"], ["schema", "case"]):
        before = anjian("--root", fresh_library, *command)
        after = anjian(*command, "--root", fresh_library)
        assert before == after
        assert before.code == 0


def test_folder_that_is_no_project(anjian, tmp_path):
    outcome = anjian("check", "--root", tmp_path)
    assert outcome.code == 2
    assert "不是案鉴项目" in outcome.err


def test_errors_end_with_one_and_warnings_only_when_strict(anjian, own_library):
    case = own_library / "cases/a1.yaml"
    case.write_text("标题: 甲\n依据: [没有书名号]\n", "utf-8")
    assert anjian("check", "--root", own_library).code == 0
    assert anjian("check", "--strict", "--root", own_library).code == 1
    case.write_text("标题: 甲\n层级: 科长\n", "utf-8")
    assert anjian("check", "--root", own_library).code == 1


def failing(error):
    app = program()

    @app.command("fail")
    def fail() -> None:
        raise error

    return run(app, ["fail"])


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (PermissionError(13, "Permission denied"), 2, "系统拒绝了这一步：没有权限"),
        (OSError(28, "No space left on device"), 2, "系统拒绝了这一步：磁盘已满"),
        (MemoryError(), 2, "内存不够"),
        (KeyError("x"), 2, "程序出错（KeyError）"),
        (typer.Abort(), 130, "已停止"),
        (KeyboardInterrupt(), 130, "已停止"),
    ],
)
def test_failure_is_one_sentence_and_no_traceback(capsys, monkeypatch, error, code, said):
    monkeypatch.delenv("ANJIAN_DEBUG", raising=False)
    assert failing(error) == code
    said_instead = capsys.readouterr().err
    assert said in said_instead
    assert "Traceback" not in said_instead


@pytest.mark.parametrize(
    ("value", "said"),
    [("x", "--count：这里要写数字"), ("0", "--count：最小是 1"), ("9", "--count：最大是 3")],
)
def test_values_that_the_library_refuses(capsys, value, said):
    app = program()

    @app.command("count")
    def command(count: int = typer.Option(1, "--count", min=1, max=3)) -> None:
        pass

    assert run(app, ["count", "--count", value]) == 2
    assert said in capsys.readouterr().err
