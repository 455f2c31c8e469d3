"""Native tables: cells of text, of shades and of signs."""
