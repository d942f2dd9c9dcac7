"""An installer folder for a PC without network, PyPI, make or Git."""
