"""The lock is respected by other users, and asked for even where the disk is full."""

import errno
import os

import pytest

from generator.disk import BusyError, DiskError
from generator.lock import exclusive


@pytest.fixture
def refused(monkeypatch):
    """Let files be opened for reading alone, for the reason given."""

    def because(number):
        real = os.open

        def opened(path, flags, *more, **named):
            if flags & (os.O_WRONLY | os.O_RDWR):
                raise OSError(number, os.strerror(number), path)
            return real(path, flags, *more, **named)

        monkeypatch.setattr(os, "open", opened)

    return because


def test_the_lock_of_another_user_holds_too(tmp_path, refused):
    lock = tmp_path / "site.lock"
    with exclusive(lock):
        refused(errno.EACCES)
        with pytest.raises(BusyError), exclusive(lock):
            pass


def test_where_nothing_may_be_written_nothing_is_held(tmp_path, refused):
    refused(errno.EROFS)
    with exclusive(tmp_path / "site.lock"):
        assert list(tmp_path.iterdir()) == []


def test_no_lock_for_want_of_room_is_said_and_not_passed_over(tmp_path, refused):
    refused(errno.ENOSPC)
    with pytest.raises(DiskError, match="磁盘已满"), exclusive(tmp_path / "site.lock"):
        pass
