"""Floor 5: site builders; mkdocs is imported here and nowhere else."""
