"""Floor 5: several records of an edition as one page with contents, to print or to hand on."""
