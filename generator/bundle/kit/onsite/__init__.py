"""What goes into an installer folder; `anjian_kit.py` runs there, without this package."""
