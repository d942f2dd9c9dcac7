"""What becomes of a record that people may have edited when its source comes again."""

from __future__ import annotations

from ..base.record import Record
from ..base.yaml_writer import write_yaml
from .draft import Draft, Merged
from .source import notice


def keep_or_replace(
    model: type[Record],
    _existing: str,
    path: str,
    draft: Draft,
    replace: bool,  # noqa: FBT001 - the last of a row
) -> Merged:
    """Leave the existing record as it is, with a notice; write it anew where told to."""
    if replace:
        message = f"已有的记录 {path} 已用新的文字覆盖"
        return Merged(write_yaml(draft.values, model), (notice(path, "I231", message),))
    message = "已有这个编号的记录，来源文字与这次的不同；记录没有改动，新的文字没有写入"
    hint = "请对照后手工修改；要用新的文字整个覆盖，加 --replace。"
    return Merged(None, (notice(path, "I231", message, hint=hint),))
