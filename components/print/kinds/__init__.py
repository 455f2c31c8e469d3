"""One module for each kind of picture: an exhibit and a space in, a plot out."""
