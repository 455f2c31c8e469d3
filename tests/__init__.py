"""The checks of the project. Those below `browser` drive the running application; all others need no server."""
