"""`python -m generator` is the same as `anjian`."""

from .cli import main

main()
