"""Benchmarks: CPU seconds of this program beside those of its peers, in the same run."""
