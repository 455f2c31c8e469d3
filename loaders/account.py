"""Who runs this, for what is published without saying who publishes."""

import getpass
import os


def account_name() -> str:
    """The name of the account that runs this, or its number where the system knows no name, as in a container."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())
