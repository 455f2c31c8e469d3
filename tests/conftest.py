"""What all tests have in common."""

import gc

from hypothesis import settings

# A busy machine is slow, not wrong: no deadline. And a run can be repeated: the same examples each time.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")


def pytest_collection_finish() -> None:
    """Spare the collector of garbage what stays to the end: ten thousand tests and the modules that they import."""
    gc.collect()
    gc.freeze()
