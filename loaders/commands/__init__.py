"""The commands of `python -m loaders`: each takes its arguments and gives an answer, which is printed in one place."""
