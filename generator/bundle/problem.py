"""Why a bundle cannot be read or used."""

from __future__ import annotations


class BundleError(ValueError):
    """A bundle, a delta or a key cannot be used; the message is a Chinese sentence for the user."""


class PasswordError(ValueError):
    """The password for a bundle is not the right one; the message is a Chinese sentence."""
