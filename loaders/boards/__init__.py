"""Dossiers of advisory board meetings: what they hold, where they are kept, what they resolve to."""
