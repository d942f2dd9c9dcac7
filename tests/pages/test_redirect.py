"""Old addresses still work; taken-down records say so."""


def test_a_former_id_leads_on_without_a_server(site):
    files = {"cases/new.yaml": "标题: '<新>\"名'\n范围: 公开\n曾用编号: [old-1, 旧名]\n"}
    made = site(files)

    for name in ("library/case/old-1.html", "library/case/旧名.html"):
        page = made[name].decode()
        assert '<meta http-equiv="refresh" content="0; url=new.html">' in page
        assert 'href="new.html"' in page
        assert "<新>" not in page
        assert "<script" not in page


def test_a_withdrawn_record_keeps_its_address_and_nothing_else(site, see):
    files = {
        "cases/gone.yaml": (
            "标题: 机密标题\n范围: 公开\n状态: 已撤下\n撤下原因: 事实有出入\n"
            "替代记录: case/other\n要点: 机密要点\n"
        ),
        "cases/other.yaml": "标题: 甲\n范围: 公开\n",
    }
    made = site(files)
    page = see(made["library/case/gone.md"])

    assert "已经撤下" in page.text
    assert "事实有出入" in page.text
    assert {"index.html", "other.html"} <= set(page.addresses)
    for content in made.values():
        for word in ("机密标题", "机密要点"):
            assert word.encode() not in content
