"""The files that readers take away: the data of a picture or of a dataset, with everything that belongs to them."""
