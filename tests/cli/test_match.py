"""anjian match and anjian question: what a lecturer asks of the library on the command line."""

import pytest
import yaml

from tests.signing import sign_project
from tests.teaching_library import FILES, KEY


@pytest.fixture(scope="module")
def classroom(tmp_path_factory):
    root = tmp_path_factory.mktemp("课堂")
    for name, text in {**FILES, "mkdocs.yml": KEY}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    sign_project(root)
    return root


def test_an_order_is_met_with_reasons_and_gaps(anjian, classroom):
    done = anjian("match", "a", "--root", classroom, "--today", "2026-01-01")

    assert done.code == 0, done.err
    for words in (
        "看项目还是看合同",
        "因为同一科目：拆分采购",
        "注意：给这个单位用过",
        "没有用到漏洞「资产流失」的课",
    ):
        assert words in done.out


def test_an_order_that_nothing_meets_says_so(anjian, classroom):
    done = anjian("match", "order/c", "--root", classroom)

    assert done.out.count("没有合适的") == 3
    assert "没有讲「招商引资」的课" in done.out


def test_an_unknown_order_is_answered_with_those_that_are_there(anjian, classroom):
    done = anjian("match", "zzz", "--root", classroom)

    assert done.code == 2
    assert "没有编号为「zzz」的培训订单。已有：a、b、c。" in done.err


def test_drafted_questions_are_rows_of_a_ledger(anjian, classroom):
    done = anjian("question", "chaifen", "--root", classroom)
    made = yaml.safe_load(done.out)

    assert [row["题型"] for row in made] == ["单选"] * 4
    assert "起草了 4 题" in done.err


def test_drafted_questions_pass_the_checks(anjian, classroom, tmp_path):
    import shutil

    project = shutil.copytree(classroom, tmp_path / "又一个")
    drafted = anjian("question", "chaifen", "--root", project).out
    (project / "materials/questions/draft.yaml").write_text(drafted, "utf-8")
    done = anjian("check", "--root", project)

    assert "draft.yaml" not in "".join(line for line in done.out.splitlines() if "P41" not in line)


def test_a_case_that_is_not_there(anjian, classroom):
    assert "没有编号为「zzz」的案例" in anjian("question", "zzz", "--root", classroom).err
