"""The frozen program's first script: gives the programs it starts the owner's own environment.

PyInstaller's start code points the system's linker and Qt at this folder by environment variables.
Ours has read them by now, or finds its files without; a browser opened from here would load our
libraries and Qt plugins in place of its own.
"""

import os

for _name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
    os.environ.pop(_name, None)

# Linux: the start code keeps the owner's own value, if there was one, under the second name.
_own = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if _own is None:
    os.environ.pop("LD_LIBRARY_PATH", None)
else:
    os.environ["LD_LIBRARY_PATH"] = _own
