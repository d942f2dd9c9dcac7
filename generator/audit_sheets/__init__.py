"""Floor 4: the audit sheet of a record, as a value, as a page and as a Word file."""
