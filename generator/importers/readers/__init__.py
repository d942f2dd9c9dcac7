"""Source formats, one per file: bytes of a file to a source, or the reason why not."""
