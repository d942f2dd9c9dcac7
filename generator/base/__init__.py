"""Floor 0: values and functions that know nothing of cases."""
