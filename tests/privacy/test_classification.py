"""Marks of classification and words of inside papers, and sentences that only speak of them."""

import pytest

from generator.privacy import scan


def codes(text):
    return [one.code for one in scan(text)]


@pytest.mark.parametrize(
    "text",
    [
        "秘密★1年",
        "机密★10年",
        "绝密★启用前",
        "机密★",
        "秘密☆一年",
        "秘　密★长期",
        "机 密 ★ 5 年",
        "秘密*1年",
        "秘密★１年",
        "密级：机密",
        "会议纪要\n机密\n第一项",
        "# 通报\n\n【秘密】\n\n正文",
        "**绝密★启用前**",
        "★秘密",
    ],
)
def test_a_mark_is_found(text):
    assert codes(text) == ["P201"]


@pytest.mark.parametrize(
    "text",
    [
        "内部资料　注意保存",
        "内部资料，请注意保存",
        "内部文件 严禁外传",
        "仅供内部参考",
        "仅供领导参考",
        "通报\n注意保密\n正文",
        "请看。请勿外传。",
        "此件不公开",
        "（不予公开）",
        "通报\n内部资料\n正文",
    ],
)
def test_words_of_inside_papers_are_found(text):
    assert codes(text) == ["P202"]


@pytest.mark.parametrize(
    "text",
    [
        "侵犯商业秘密罪",
        "保守国家秘密，不得泄露机密",
        "秘密窃取公私财物",
        "绝密级、机密级、秘密级国家秘密的保密期限",
        "内部资料室的管理员",
        "评审情况不得外泄",
        "内部版，请勿外传",
        "教员版，含参考答案，请勿外传",
        "**秘密**侦查",
        "应当依法公开，不予公开的应当说明理由",
        "内部控制制度、内部文件管理办法",
    ],
)
def test_sentences_about_secrets_are_no_marks(text):
    assert codes(text) == []


def test_words_to_choose_from_are_no_marks():
    from generator.privacy import scan_texts

    assert scan_texts(["国家秘密分为几级？", "绝密", "机密", "秘密"]) == ()
