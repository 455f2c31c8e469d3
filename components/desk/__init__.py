"""The data desk: from a file to an edition, one module for each step that the analyst takes."""
