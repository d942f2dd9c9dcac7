"""Floor 1: the page of official documents, in Word and in CSS; hand-outs have no red head, no seal.

Source of all measures: GB/T 9704-2012 (layout of official documents), the part on the body.
"""
