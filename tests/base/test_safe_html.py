"""The allow-list over the HTML of every page."""

import pytest
from markdown import Markdown

from generator.base.allowed_address import allowed_address
from generator.base.safe_html import clean

HOSTS = frozenset({"www.example.cn"})


@pytest.mark.parametrize(
    "payload",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
        '<a href="java\tscript:alert(1)">x</a>',
        '<a href=" &#106;avascript:alert(1)">x</a>',
        '<a href="vbscript:x">x</a>',
        '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<object data=x></object>",
        "<embed src=x>",
        "<base href='//evil.example/'>",
        "<meta http-equiv=refresh content='0;url=//evil.example'>",
        "<link rel=stylesheet href=//evil.example>",
        "<style>*{background:url(//evil.example)}</style>",
        '<p style="background:url(//evil.example)">x</p>',
        "<form action=//evil.example><button>x</button></form>",
        "<details open ontoggle=alert(1)>x</details>",
        "<video><source onerror=alert(1)></video>",
        "<!--[if IE]><script>alert(1)</script><![endif]-->",
        '<a href="https://evil.example/">x</a>',
        '<a href="//evil.example/">x</a>',
        '<a href="/\\evil.example/">x</a>',
        '<a href="\\\\evil.example/">x</a>',
        '<a href="https://www.example.cn@evil.example/">x</a>',
        '<a href="https:evil.example">x</a>',
        '<img srcset="//evil.example/x 1x">',
        "</title><script>alert(1)</script>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "<template><script>alert(1)</script></template>",
    ],
)
def test_nothing_runs_and_nothing_leaves(payload):
    for html in (clean(payload, HOSTS), clean(f"<p>{payload}</p>", HOSTS)):
        low = html.lower()
        for word in ("<script", "<svg", "<iframe", "<style", "<object", "<meta", "<link", "<base"):
            assert word not in low
        for word in (
            " on",
            "javascript:",
            "vbscript:",
            "data:",
            "srcset",
            "style=",
            "evil.example/",
        ):
            assert word not in low.replace("title=", "")


@pytest.mark.parametrize(
    "html",
    [
        '<p class="aj-lead" id="a" lang="zh">文字<br><strong>重</strong></p>',
        '<a href="../case/a.html#L1" title="x">链接</a>',
        '<a href="https://www.example.cn/a?b=c&amp;d=e">外部</a>',
        '<a href="mailto:a@example.cn">邮件</a>',
        '<img src="a.png" alt="图" loading="lazy">',
        '<div role="region" aria-label="表" data-x="1"><time datetime="2024-03">三月</time></div>',
        '<details open=""><summary>答案</summary><p>文字</p></details>',
        '<ol start="3"><li value="4">甲</li></ol>',
    ],
)
def test_what_our_own_pages_need_stays(html):
    assert clean(html, HOSTS) == html


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("a.html", True),
        ("#a", True),
        ("../a/b.html?x=1", True),
        ("mailto:a@example.cn", True),
        ("tel:12345", True),
        ("https://www.example.cn/x", True),
        ("HTTPS://WWW.EXAMPLE.CN/x", True),
        ("https://www.example.cn:8443/x", True),
        ("https://example.cn/", False),
        ("https://www.example.cn.evil.example/", False),
        ("https://evil.example/www.example.cn", False),
        ("//www.example.cn/", False),
        ("javascript:alert(1)", False),
        ("JaVaScript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("\x01javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("https://[::1", False),
    ],
)
def test_addresses(address, allowed):
    assert allowed_address(address, HOSTS) is allowed


def test_the_extension_runs_last_and_takes_hosts():
    source = "[甲](https://www.example.cn/) <script>x</script> <b onclick=x>乙</b>"
    made = Markdown(
        extensions=["generator.base.safe_html"],
        extension_configs={"generator.base.safe_html": {"hosts": ["WWW.example.cn"]}},
    ).convert(source)

    assert made == '<p><a href="https://www.example.cn/">甲</a>  <b>乙</b></p>'


def test_headings_get_chinese_anchors():
    html = Markdown(extensions=["toc", "generator.base.safe_html"]).convert("## 基本案情")

    assert html == '<h2 id="基本案情">基本案情</h2>'
