"""Signatures that other programs check, and keys that only their owner has."""

import base64
import hashlib
import os
import shutil
import subprocess

import pytest
from Cryptodome.Signature import eddsa
from hypothesis import given
from hypothesis import strategies as st

from generator.bundle.key_file import new_key, read_key, read_secret, secret_text, write_pair
from generator.bundle.problem import BundleError
from generator.bundle.signature import PublicKey, sign, verify_signature
from generator.disk import DiskError
from tests.bundle.bundles import KEY, OTHER_KEY

TEXT = "案例".encode()


def not_asked():
    raise AssertionError("asked for a password")


def minisign_holds(content: bytes, signature: bytes, public: str) -> str | None:
    """The trusted comment, after the description of the format and nothing of ours."""
    key = base64.b64decode(public.splitlines()[1])
    _, first, trusted, second = signature.decode().splitlines()
    raw, whole = base64.b64decode(first), base64.b64decode(second)
    comment = trusted.removeprefix("trusted comment: ")
    assert (key[:2], raw[:2], len(raw), len(key)) == (b"Ed", b"ED", 74, 42)
    if raw[2:10] != key[2:10]:
        return None
    checker = eddsa.new(eddsa.import_public_key(key[10:]), "rfc8032")
    try:
        checker.verify(hashlib.blake2b(content, digest_size=64).digest(), raw[10:])
        checker.verify(raw[10:] + comment.encode(), whole)
    except ValueError:
        return None
    return comment


def test_a_second_implementation_agrees():
    raw, public = sign(TEXT, KEY, "anjian public"), KEY.public().text()

    assert minisign_holds(TEXT, raw, public) == "anjian public"
    assert minisign_holds(TEXT + b"x", raw, public) is None
    assert minisign_holds(TEXT, raw.replace(b"public", b"secret"), public) is None
    assert minisign_holds(TEXT, raw, OTHER_KEY.public().text()) is None


def test_the_public_half_is_that_of_the_standard():
    """RFC 8032, 7.1, test 1."""
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert type(KEY)(bytes(8), seed).public().key.hex() == public


@pytest.fixture
def minisign(tmp_path):
    if shutil.which("minisign") is None:
        pytest.skip("没有 minisign")

    def run(*arguments, given_=""):
        return subprocess.run(
            ["minisign", *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            input=given_,
            check=False,
        )

    return run


def test_minisign_checks_what_is_signed_here(minisign, tmp_path):
    (tmp_path / "文.txt").write_bytes(TEXT)
    (tmp_path / "文.minisig").write_bytes(sign(TEXT, KEY, "anjian public"))
    write_pair(tmp_path / "钥匙", KEY)
    arguments = ("-Vm", "文.txt", "-x", "文.minisig", "-p", "钥匙.pub")

    done = minisign(*arguments)
    assert done.returncode == 0, done.stderr
    assert "anjian public" in done.stdout
    (tmp_path / "文.txt").write_bytes(TEXT + b"x")
    assert minisign(*arguments).returncode != 0


def test_what_minisign_signs_with_a_key_of_ours_is_checked_here(minisign, tmp_path):
    (tmp_path / "文.txt").write_bytes(TEXT)
    write_pair(tmp_path / "钥匙", KEY)

    done = minisign("-Sm", "文.txt", "-x", "它.minisig", "-s", "钥匙.key", "-t", "its own")

    assert done.returncode == 0, done.stderr
    assert verify_signature(TEXT, (tmp_path / "它.minisig").read_bytes(), KEY.public()) == "its own"


def test_a_key_that_minisign_made_signs_here(minisign, tmp_path):
    done = minisign("-G", "-W", "-p", "它.pub", "-s", "它.key")
    assert done.returncode == 0, done.stderr

    key = read_key(tmp_path / "它.key", not_asked)

    assert key.public() == PublicKey.read((tmp_path / "它.pub").read_bytes())
    (tmp_path / "文.txt").write_bytes(TEXT)
    (tmp_path / "文.txt.minisig").write_bytes(sign(TEXT, key, "a"))
    assert minisign("-Vm", "文.txt", "-p", "它.pub").returncode == 0


def test_the_same_text_gets_the_same_signature():
    assert sign(b"x", KEY, "a") == sign(b"x", KEY, "a")


def test_no_byte_of_what_is_signed_can_change():
    raw = sign(b"text", KEY, "a comment")
    first = raw.index(b"\n") + 1
    held = []
    for at in range(first, len(raw)):
        changed = bytearray(raw)
        changed[at] ^= 1 << at % 8
        try:
            verify_signature(b"text", bytes(changed), KEY.public())
            held.append(at)
        except BundleError:
            pass
    assert held == []
    with pytest.raises(BundleError, match="签名不对"):
        verify_signature(b"texs", raw, KEY.public())


def test_another_key_is_named():
    with pytest.raises(BundleError, match=f"另一把钥匙：{OTHER_KEY.public().name}"):
        verify_signature(b"x", sign(b"x", OTHER_KEY, "a"), KEY.public())


def test_a_key_under_the_number_of_another_does_not_pass():
    forger = type(KEY)(KEY.number, OTHER_KEY.seed)
    with pytest.raises(BundleError, match="签名不对"):
        verify_signature(b"x", sign(b"x", forger, "a"), KEY.public())


@given(st.binary(max_size=300))
def test_what_is_no_signature_and_no_key_is_one_sentence(raw):
    for read in (
        lambda: verify_signature(b"", raw, KEY.public()),
        lambda: PublicKey.read(raw),
        lambda: read_secret(raw, not_asked),
    ):
        with pytest.raises(BundleError, match=r"。$"):
            read()


@given(st.binary(min_size=42, max_size=42))
def test_no_public_key_makes_a_signature_hold_or_the_check_fail_otherwise(raw):
    key = PublicKey.read(base64.b64encode(b"Ed" + KEY.number + raw[10:]))
    with pytest.raises(BundleError, match=r"。$"):
        verify_signature(b"x", sign(b"x", KEY, "a"), key)


def test_a_public_key_is_read_from_its_file_or_its_line():
    text = KEY.public().text()
    for written in (text, text.splitlines()[1], text.replace("\n", "\r\n")):
        assert PublicKey.read(written.encode()) == KEY.public()


def test_a_key_with_a_password_opens_with_it_alone():
    text = secret_text(KEY, "口令")

    assert read_secret(text.encode(), lambda: "口令") == KEY
    with pytest.raises(BundleError, match="密码不对"):
        read_secret(text.encode(), lambda: "错")
    assert KEY.seed not in base64.b64decode(text.split()[-1])
    assert KEY.seed in base64.b64decode(secret_text(KEY).split()[-1])


def test_a_damaged_key_without_a_password_signs_nothing():
    raw = base64.b64decode(secret_text(KEY).split()[-1])
    for at in range(len(raw) - 104, len(raw)):
        changed = bytearray(raw)
        changed[at] ^= 1
        with pytest.raises(BundleError):
            read_secret(base64.b64encode(changed), not_asked)


def test_a_key_that_wants_all_memory_is_refused():
    raw = bytearray(base64.b64decode(secret_text(KEY).split()[-1]))
    raw[2:4] = b"Sc"
    raw[46:54] = (1 << 40).to_bytes(8, "little")
    with pytest.raises(BundleError, match="内存"):
        read_secret(base64.b64encode(raw), lambda: "x")


def test_a_pair_is_written_for_its_owner_and_never_over_another(tmp_path):
    key = new_key()
    secret, public = write_pair(tmp_path / "案例库 一", key)

    assert (secret.name, public.name) == ("案例库 一.key", "案例库 一.pub")
    assert read_key(secret, not_asked) == key
    assert PublicKey.read(public.read_bytes()) == key.public()
    if os.name == "posix":
        assert secret.stat().st_mode & 0o777 == 0o600
    kept = secret.read_bytes(), public.read_bytes()
    with pytest.raises(DiskError, match="不覆盖"):
        write_pair(tmp_path / "案例库 一", new_key())
    assert (secret.read_bytes(), public.read_bytes()) == kept
    secret.unlink()
    with pytest.raises(DiskError, match="不覆盖"):
        write_pair(tmp_path / "案例库 一", new_key())
    assert not secret.exists()


def test_every_pair_is_another():
    pairs = [new_key() for _ in range(20)]
    assert len({key.seed for key in pairs}) == len({key.number for key in pairs}) == 20
