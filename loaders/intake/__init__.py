"""The way in: from the file that an analyst has to a table of text, and on to the long form of the observatory."""
