"""What all tests have in common."""

from hypothesis import settings

# A busy machine is slow, not wrong: no deadline. And a run can be repeated: the same examples each time.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")
