"""The pages and files that one edition hands to a site builder, each as it is published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..attachments import examine
from ..build import Result


def staged_files(result: Result) -> Mapping[str, bytes]:
    """Every file below docs/ by path: generated and hand-written pages, attachments stripped.

    A home page that somebody wrote goes before the generated one.
    """
    return _Staged(result)


class _Staged(Mapping[str, bytes]):
    """Attachments are looked through when they are asked for: they may be large."""

    def __init__(self, result: Result) -> None:
        library = result.edition.library
        self.attached = library.attached
        self.made: dict[str, bytes] = dict(result.files)
        self.made.update((path, text.encode()) for path, text in library.documents.items())
        attached = library.assets & library.attached.keys()
        self.names = sorted({*self.made, *filter(self._may_be_published, attached)})

    def _may_be_published(self, name: str) -> bool:
        return examine(name, self.attached[name]).published is not None

    def __getitem__(self, name: str) -> bytes:
        """The bytes of a file as they are published; raises KeyError for one that is not."""
        if name in self.made:
            return self.made[name]
        published = examine(name, self.attached[name]).published
        if published is None:
            raise KeyError(name)
        return published

    def __iter__(self) -> Iterator[str]:
        """The paths of all files, in order."""
        return iter(self.names)

    def __len__(self) -> int:
        """How many files there are."""
        return len(self.names)
