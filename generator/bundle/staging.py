"""The pages and files that one edition hands to a site builder, each as it is published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..build import Result


def staged_files(result: Result) -> Mapping[str, bytes]:
    """Every file below docs/ by path: generated and hand-written pages, attachments stripped.

    A home page that somebody wrote goes before the generated one.
    """
    return _Staged(result)


class _Staged(Mapping[str, bytes]):
    """Attachments are read when they are asked for: they may be large."""

    def __init__(self, result: Result) -> None:
        library = result.edition.library
        self.attached = library.attached
        self.made: dict[str, bytes] = dict(result.files)
        self.made.update((path, text.encode()) for path, text in library.documents.items())
        self.names = sorted({*self.made, *(library.assets & library.attached.keys())})

    def __getitem__(self, name: str) -> bytes:
        """The bytes of a file as they are published."""
        return self.made[name] if name in self.made else self.attached[name]

    def __iter__(self) -> Iterator[str]:
        """The paths of all files, in order."""
        return iter(self.names)

    def __len__(self) -> int:
        """How many files there are."""
        return len(self.names)
