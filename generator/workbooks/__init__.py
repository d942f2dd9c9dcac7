"""Floor 3: ledgers as workbooks, out and in again; what stands in a row is the declaration's.

The workbook is written with openpyxl. It is read by `package`, `cells` and `sheet` instead: files
of WPS give their sheets a wrong size or a style that openpyxl stops at, and a formula that was
never worked out must not look like an empty cell.
"""

from __future__ import annotations

from ..base.record import Record

RULES = (
    ("I301", "导入的表格是没有密码和宏的 .xlsx"),
    ("I302", "导入的表格读得出来，没有损坏"),
    ("I303", "导入的表格在行数、大小上限之内"),
    ("I304", "表格里找得到台账的工作表和标题行"),
    ("I305", "表格的列标题都认得出来，没有重复"),
    ("I306", "表格里有新增记录必填的列"),
    ("I311", "表格里的日期写清楚年、月、日"),
    ("I312", "表格里的数字是整数"),
    ("I313", "表格里的公式有结果，没有错误值"),
    ("I314", "表格里每一格的内容合乎要求"),
    ("I315", "表格里的单位、案例等在项目里找得到"),
    ("I316", "一条记录在表格里只写一次"),
    ("I317", "附表的每一行都属于主表的一条记录"),
    ("I321", "合计行、说明行等不是记录的行没有读入"),
    ("I322", "以前导入的行还在表格里"),
    ("I323", "已有的台账没有错误，改得进新的内容"),
)
"""The rules of importing a workbook, by code."""

FORMAT = "1"
"""The version of the layout, written into every workbook of ours."""


def is_ledger(model: type[Record]) -> bool:
    """Whether records of a kind are kept in a ledger, so that a workbook can hold them."""
    return model.rows or model.folder.startswith("ledgers/")
