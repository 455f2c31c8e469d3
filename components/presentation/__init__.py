"""Presentation mode: a dossier full screen, one figure a slide, with a presenter's view in a second window."""
