"""Checks of the running application, in Chromium, from the reader's side."""
