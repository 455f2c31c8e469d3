"""Drawing: exhibits in, pictures and page elements out. Facts are computed below, in loaders."""
