"""The Chromium of this system: where it is, and how it is started without a window."""

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

#: WebGL in software, since test machines have no graphics card, and the page itself painted without that detour; no
#: traffic of the browser's own, and no way to another machine.
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
    "--disable-gpu-compositing",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "/usr/bin/chromium")


def launch(playwright: "Playwright") -> "Browser":
    """Starts the first Chromium that is found.

    Raises:
        FileNotFoundError: there is none.
    """
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise FileNotFoundError("No Chromium on the PATH. `make chromium` installs it.")
    return playwright.chromium.launch(executable_path=found, args=list(_ARGUMENTS))
