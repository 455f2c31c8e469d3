"""Maps on paper: what they show and where, in points."""
