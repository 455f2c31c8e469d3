"""What every drawing decides before it draws: extents, looks, colours, lines, the composition of maps."""
