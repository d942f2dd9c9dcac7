"""Anjian: a static-site generator for case-driven reform (以案促改)."""

__version__ = "0.1.0"
