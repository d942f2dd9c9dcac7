"""Names of regulations."""

import pytest

from generator.base.citation import fold_name, is_law_like


def test_the_long_and_the_short_name_are_one():
    assert fold_name("中华人民共和国监察法") == fold_name("监察法")
    assert fold_name("《中國共產黨紀律處分條例》") == fold_name("纪律处分条例")
    assert fold_name("关于〈办法〉的规定") == fold_name("关于 <办法> 的规定")
    assert fold_name("规定(试行)") == fold_name("规定（试行）")
    assert fold_name("监察法") != fold_name("监察法实施条例")
    assert fold_name("中国共产党") == "中国共产党"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("监察法", True),
        ("中国共产党章程", True),
        ("组织处理规定（试行）", True),
        ("关于加强作风建设的意见", True),
        ("投资协议", False),
        ("人民日报", False),
        ("方法论", False),
    ],
)
def test_what_sounds_like_a_regulation(name, expected):
    assert is_law_like(name) is expected
