"""Export: an order in, a file out, whoever asks: the menu of an exhibit, the basket, the command line."""
