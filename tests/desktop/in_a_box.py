"""Runs the desktop tests on a real desktop of their own: `python tests/desktop/in_a_box.py`.

Fails, naming the Debian packages, where that desktop cannot be had: it never skips.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from session import DesktopNotThere, desktop

HERE = Path(__file__).parent


def main() -> int:
    try:
        with desktop() as box:
            environment = {
                **box.environment,
                "SHOPLARK_TEST_PLATFORM": "xcb",
                "SHOPLARK_DESKTOP": "1",
                "PYTHON_KEYRING_BACKEND": "keyring.backends.SecretService.Keyring",
            }
            command = [sys.executable, "-m", "pytest", *(sys.argv[1:] or [str(HERE)])]
            return subprocess.run(
                command, cwd=HERE.parents[1], env=environment, check=False
            ).returncode
    except DesktopNotThere as error:
        print(f"The desktop tests cannot run: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
