"""The preview answers as the sample of the server's configuration says, and this machine alone."""

import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import quote

import pytest

from generator.bundle.opened import Folder
from generator.bundle.preview_server import PreviewServer
from generator.bundle.problem import BundleError
from generator.bundle.server_settings import NGINX, stated_headers
from generator.disk import DiskError
from tests.bundle.bundles import SITE, issue, write_files


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("预览")
    site = {**SITE, "404.html": "没有", "library/case/index.html": "目录", "assets/x.CSS": "a{}"}
    return write_files(place / "资料 包", issue(place / "站", site))


@pytest.fixture(scope="module")
def server(folder) -> Iterator[PreviewServer]:
    with Folder(folder) as bundle, PreviewServer(bundle, 0) as made:
        thread = threading.Thread(target=made.serve_forever)
        thread.start()
        yield made
        made.shutdown()
        thread.join()


@pytest.fixture
def ask(server):
    def get(path: str, method: str = "GET", host: str = "127.0.0.1"):
        connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        connection.request(method, path, headers={"Host": host})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, dict(answer.getheaders()), content

    return get


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/index.html?x=1", "text/html; charset=utf-8"),
        ("/library/case/", "text/html; charset=utf-8"),
        ("/" + quote("library/case/甲.html"), "text/html; charset=utf-8"),
        ("/library/search/root.js", "application/javascript; charset=utf-8"),
        ("/assets/x.CSS", "text/css; charset=utf-8"),
        ("/" + quote("assets/图 一.txt"), "text/plain; charset=utf-8"),
    ],
)
def test_every_file_comes_with_its_type_and_the_stated_headers(path, kind, ask, folder):
    status, headers, content = ask(path)
    stated = stated_headers((folder / NGINX).read_text("utf-8"))

    assert status == 200
    assert content
    assert headers["Content-Type"] == kind
    assert {"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"} <= set(stated)
    assert {name: headers[name] for name in stated} == stated


def test_the_policy_names_the_scripts_of_the_pages_by_hash_and_no_others(folder):
    policy = stated_headers((folder / NGINX).read_text("utf-8"))["Content-Security-Policy"]

    # printf 'x = 1' | openssl dgst -sha256 -binary | base64
    assert "'sha256-j/Q23vFFEoVZmhsa1wgASTuNyv3ikS4aODRWMwVOTCY='" in policy
    assert policy.count("'sha256-") == 1
    assert "unsafe" not in policy


def test_the_head_of_an_answer_is_that_of_the_whole(ask):
    status, headers, content = ask("/index.html", "HEAD")
    assert (status, content) == (200, b"")
    assert headers["Content-Length"] == str(len(SITE["index.html"].encode()))


@pytest.mark.parametrize(
    "path",
    [
        *("/x.html", "/../SHA256SUMS", "/%2e%2e/SHA256SUMS", "/..%2f..%2fetc/passwd"),
        *("//etc/passwd", "/SHA256SUMS", "/assets/", "/index.html/", "/%00", "/%ff", "/%E6%B8"),
    ],
)
def test_what_is_not_in_the_site_is_the_page_that_says_so(path, ask):
    status, headers, content = ask(path)
    assert (status, content.decode()) == (404, "没有")
    assert "Content-Security-Policy" in headers


def test_a_folder_without_its_slash_leads_to_its_page(ask):
    status, headers, _ = ask("/library/case")
    assert (status, headers["Location"]) == (301, "/library/case/")


def test_no_other_site_may_ask_by_a_name_of_its_own(ask):
    assert ask("/", host="evil.invalid")[0] == 403
    assert ask("/", host="localhost:1")[0] == 200


def test_a_port_that_is_taken_is_one_sentence(server, folder):
    with Folder(folder) as bundle, pytest.raises(DiskError, match=r"打不开端口.*--port"):
        PreviewServer(bundle, server.server_port)


def test_what_is_no_bundle_is_refused(tmp_path):
    with Folder(tmp_path) as bundle, pytest.raises(BundleError, match="没有"):
        PreviewServer(bundle, 0)
