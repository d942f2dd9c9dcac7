"""The way of an editor: ten mistakes stopped, corrected, signed, packed; fifty secrets kept."""

import io
import json
import re
import zipfile

import pytest

from generator.base.declaration import Part, shapes
from generator.records import all_kinds
from tests.signing import sign_project

PLANTED = {
    "身份证号": ("110101197503120012", "P101"),
    "电话": ("联系电话13800138000", "P102"),
    "银行卡": ("银行卡号6222021234567890128", "P103"),
    "车牌": ("车牌京A12345", "P104"),
    "护照": ("护照号码E12345678", "P105"),
    "邮箱": ("邮箱zhangsan@corp.cn", "P106"),
    "住址": ("家住望鹤县城关镇建设路18号3单元502室", "P107"),
    "微信": ("微信号wxid_abc12345", "P109"),
    "密级": ("机密★10年", "P201"),
    "内部": ("内部资料 注意保存", "P202"),
}
DRAFT = "标题: 待发布的案\n范围: 公开\n基本案情: |\n  经过如下。\n{lines}"


@pytest.fixture
def library(own_library):
    lines = "".join(f"  第{name}行：{text}。\n" for name, (text, _) in PLANTED.items())
    (own_library / "cases/draft.yaml").write_text(DRAFT.format(lines=lines), "utf-8")
    return own_library


def test_ten_problems_are_stopped_ten_times_at_their_place(anjian, library):
    outcome = anjian("build", "--root", library)

    assert outcome.code == 1
    assert not (library / "site").exists()
    for number, (_, code) in enumerate(PLANTED.values()):
        line = 5 + number
        assert re.search(rf"cases/draft\.yaml:{line}:\d+: 错误 {code} ", outcome.out), code
    assert outcome.out.count("提示：") >= len(PLANTED)


def test_corrected_signed_built_packed_and_verified(anjian, library, tmp_path):
    draft = library / "cases/draft.yaml"
    draft.write_text(DRAFT.format(lines="  某人收受礼金。\n"), "utf-8")
    for role, name in (("采集人", "甲部"), ("保密审查人", "乙部"), ("终审人", "丙部")):
        assert anjian("review", "draft", "--root", library, "--as", role, "--name", name).code == 0
    out = tmp_path / "第一期.zip"

    assert anjian("build", "--root", library).code == 0
    assert (library / "site/library/case/draft.html").is_file()
    assert anjian("pack", "--root", library, "-o", out).code == 0
    assert anjian("verify", out).code == 0


SECRET = "秘{}密语仙人掌望远镜"


def _takes_text(model, shape):
    kind = str(model.model_fields[shape.name].annotation)
    return shape.part is None and not shape.table and ("Line" in kind or "Prose" in kind)


class _Planter:
    """Puts a secret of its own into every text of a record, as far as the field takes one."""

    def __init__(self):
        self.secrets = []

    def fill(self, model, values):
        for shape in shapes(model).values():
            if shape.label in values or shape.name in ("id", "audience", "status", "review"):
                continue
            self.field(model, shape, values)
        return values

    def field(self, model, shape, values):
        if _takes_text(model, shape):
            secret = SECRET.format(f"{len(self.secrets):03d}号")
            self.secrets.append(secret)
            values[shape.label] = [secret] if shape.many else secret
        elif shape.part is not None and all(
            _takes_text(shape.part, one) for one in shapes(shape.part).values() if one.required
        ):
            inner = self.fill(shape.part, {"编号": None, "文件": None})
            if inner.get("编号", "") is None and "编号" in {
                one.label for one in shapes(shape.part).values() if one.required
            }:
                inner["编号"] = "L1"
            group = {key: value for key, value in inner.items() if value is not None}
            values[shape.label] = [group] if shape.many else group


REQUIRED = {
    "course": ("教案: [mimi-lesson]\n",),
    "order": ("月份: 2026-01\n",),
    "month": ("单位: mimi-unit\n", "月份: 2026-01\n"),
    "rectification": ("单位: mimi-unit\n", "发现时间: 2026-01-05\n"),
    "branch": ("派驻机构: mimi-unit\n",),
    "notice": ("责任: 监督责任\n", "单位: mimi-unit\n", "期次: 2026-03\n"),
    "joint": ("方式: 室组\n",),
    "checklist": ("年度: 2026\n",),
    "risk": ("岗位: [工程监管]\n",),
    "question": ("题型: 简答\n",),
    "scenario": (
        "卡片:\n",
        "- 编号: '1'\n  情景: 秘903号密语仙人掌望远镜\n  选择:\n",
        "  - {选择: 秘904号密语仙人掌望远镜, 后果: 秘905号密语仙人掌望远镜, 转到: '2'}\n",
        "- {编号: '2', 情景: 秘906号密语仙人掌望远镜, 结局: 失守}\n",
    ),
}
"""What a kind needs and a secret cannot stand for."""


def test_fifty_secrets_of_all_kinds_and_fields_are_in_no_byte_of_the_bundle(
    anjian, own_library, tmp_path
):
    planter = _Planter()
    refused = {"领域", "岗位", "依据", "简称", "曾用编号", "导入自", "替代记录", "编号"}
    refused |= {"附件", "豁免", "版本", "教学步骤", "案例", "卡片", "选项", "右栏", "月份"}
    for name, kind in all_kinds().items():
        values = planter.fill(kind, dict.fromkeys(refused))
        lines = [f"{key}: {_yaml(value)}\n" for key, value in values.items() if value is not None]
        if name == "lesson":
            lines.append("教学步骤: [{环节: 秘900号密语仙人掌望远镜, 分钟: 45}]\n")
        if name == "regulation":
            lines.append(
                "版本: [{编号: '1', 施行日期: 2020, 条文: [{条: 第一条, 文: 秘901号密语仙人掌}]}]\n"
            )
        lines += REQUIRED.get(name, ())
        text = "".join(lines)
        identifier = f"mimi-{name}"
        if kind.rows:
            text = f"- 编号: {identifier}\n" + "".join(f"  {line}" for line in lines)
        path = own_library / kind.folder / f"{identifier}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    answers = "讨论题: [{题目: 怎么办, 参考: 秘902号密语仙人掌望远镜}]\n"
    (own_library / "cases/shown.yaml").write_text(f"标题: 公开案\n范围: 公开\n{answers}", "utf-8")
    sign_project(own_library)
    out = tmp_path / "公开.zip"
    checked = anjian("check", "--root", own_library)
    assert checked.code == 0, checked.out

    outcome = anjian("pack", "--root", own_library, "-o", out)

    assert outcome.code == 0, outcome.out + outcome.err
    assert len(planter.secrets) >= 50
    with zipfile.ZipFile(out) as archive:
        names = archive.namelist()
        held = b"".join(_plain(archive.read(name)) for name in names)
    assert b"shown" in "".join(names).encode()
    for word in ("密语仙人掌", "mimi-"):
        assert word not in "".join(names)
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
            assert word.encode(encoding) not in held
    internal = tmp_path / "内部.zip"
    assert anjian("pack", "--root", own_library, "--edition", "internal", "-o", internal).code == 0
    with zipfile.ZipFile(internal) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert "密语仙人掌".encode() in everything


def _yaml(value):
    return json.dumps(value, ensure_ascii=False)


def _plain(raw):
    """The bytes of a file with archives inside of it taken apart."""
    if raw[:4] != b"PK\x03\x04":
        return raw
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return raw + b"".join(_plain(archive.read(name)) for name in archive.namelist())


def test_every_kind_is_a_part_with_texts():
    assert all(issubclass(kind, Part) for kind in all_kinds().values())
