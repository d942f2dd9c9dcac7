"""A sample of an nginx configuration with the headers of one bundle, and the headers out of it."""

from __future__ import annotations

import re
from pathlib import Path

NGINX = "部署/nginx.conf"
_HEADER = re.compile(r'^\s*add_header ([A-Za-z-]+) "([^"\n]*)" always;$', re.MULTILINE)
_SAMPLE = (Path(__file__).parent / "nginx.conf.template").read_text(encoding="utf-8")


def nginx_sample(policy: str, site_name: str, stamp: str) -> bytes:
    """The sample for a site with this Content-Security-Policy; the name is a comment in it."""
    headers = (
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("X-Frame-Options", "SAMEORIGIN"),
        ("Cache-Control", "no-cache"),
    )
    lines = "\n".join(f'    add_header {name} "{value}" always;' for name, value in headers)
    name = " ".join(site_name.split())
    return _SAMPLE.format(name=name, stamp=stamp, headers=lines).encode()


def stated_headers(sample: str) -> dict[str, str]:
    """The headers that such a configuration sends with every answer."""
    return dict(_HEADER.findall(sample))
