"""A sitemap leads nobody to what is held back."""

from generator.hosts.sitemap import without_reveals

ENTRY = "    <url>\n         <loc>https://a.example/{}.html</loc>\n    </url>\n"


def test_only_the_pages_that_are_held_back_are_gone():
    head, foot = "<urlset>\n", "</urlset>"
    page, reveal = (ENTRY.format(one) for one in ("library/lesson/a", "library/reveal/0f3a"))

    assert "reveal" not in without_reveals(head + page + reveal + page + foot)
    assert without_reveals(head + page + foot) == head + page + foot
    assert without_reveals(head + page + reveal + page + foot).count("lesson/a") == 2
