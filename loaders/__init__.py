"""Facts: contracts, catalogue, reader, selection, exhibit and audit. Nothing here draws."""
