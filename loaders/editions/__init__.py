"""Editions: what was published of each dataset, by whom, what changed, and the way back."""
