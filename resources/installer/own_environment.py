"""The frozen program's first script: gives the programs it starts the owner's own environment.

On Linux PyInstaller's start code points the system's linker at this folder by a variable, which
ours has read by now. A browser opened from here would load our libraries in place of its own.
"""

import os

# The owner's own value, if there was one.
_own = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if _own is None:
    os.environ.pop("LD_LIBRARY_PATH", None)
else:
    os.environ["LD_LIBRARY_PATH"] = _own
