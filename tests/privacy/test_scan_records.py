"""Many records looked at together hold what each of them holds alone, and no more."""

from hypothesis import given
from hypothesis import strategies as st

from generator.privacy import scan, scan_records, scan_texts

PIECES = [
    *("张伟", "局长张伟", "张伟、李秀英", "张某", "阿不都·热合曼", "原书记王建国受贿案", "张伟明"),
    *(
        "电话13800138000",
        "１３８００１３８０００",
        "0571-88881234",
        "电话：8888 1234",
        "编号13800138000",
    ),
    *("11010519491231002X", "身份证号 110105194912310021", "卡号6222021234567890128"),
    *(
        "幸福小区3号楼2单元501室",
        "某某路12号",
        "现居和平街A3栋502室",
        "东村三组5号",
        "住在和平街12号",
    ),
    *("1990年1月2日出生", "生于1990-01-02", "出生日期：19900102", "学生", "产生"),
    *("绝密★启用前", "机密\n", "内部资料 注意保存", "仅供内部使用", "不予公开"),
    *("微信号abc_12345", "QQ：12345678", "zhang@163.com", "zhang[at]163.com", "京A12345"),
    *("护照号E12345678", "军官证 军字第1234567号", "驾驶证号码：AB1234567", "军", "字第1234567号"),
    *("整改", "。", "，", "、", " ", "\n", "的", "", "3号", "12", "二〇二六年"),
]
RECORDS = st.lists(
    st.lists(st.lists(st.sampled_from(PIECES), max_size=4).map("".join), max_size=4).map(tuple),
    max_size=6,
)


@given(RECORDS)
def test_together_as_alone(records):
    alone = [(at, *one) for at, texts in enumerate(records) for one in scan_texts(texts)]

    assert list(scan_records(records)) == alone


def test_a_name_of_one_record_is_not_looked_for_in_the_next():
    records = [("局长张伟受贿",), ("他与张伟好看",)]

    assert [at for at, _, _ in scan_records(records)] == [0]
    assert scan_records([]) == ()


def test_a_find_ends_where_the_text_ends():
    """A longer name elsewhere is no reason to read on behind a shorter one."""
    text = "原书记王建国受贿案，局长张伟"

    assert [text[one.start : one.end] for one in scan(text)] == ["王建国", "张伟"]
    assert max(one.end for one in scan(text)) == len(text)
