"""Anjian: a static-site generator for case-driven reform (以案促改)."""

import os

# No add-on that happens to be installed beside us may see a record, nor cost time at each start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

__version__ = "0.1.0"
