"""A throw-away desktop: X server, session bus, Secret Service, window manager, tray, notices.

Everything lives in one temporary folder with its own XDG folders and its own bus, whose
configuration starts nothing by itself; what was started is ended by its process id.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

PACKAGES = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus",
    "dbus-send": "dbus-bin",
    "gnome-keyring-daemon": "gnome-keyring",
    "openbox": "openbox",
    "xfce4-panel": "xfce4-panel",
    "dunst": "dunst",
    "dunstctl": "dunst",
    "import": "imagemagick",
    "xprop": "x11-utils",
    "xdotool": "xdotool",
    "chromium": "chromium",
}
PATIENCE = 15.0

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<servicedir>{services}</servicedir><policy context="default"><allow send_destination="*"
eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""
PANEL = """<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
 <property name="configver" type="int" value="2"/>
 <property name="panels" type="array"><value type="int" value="1"/>
  <property name="panel-1" type="empty">
   <property name="position" type="string" value="p=8;x=0;y=0"/>
   <property name="length" type="uint" value="100"/>
   <property name="position-locked" type="bool" value="true"/>
   <property name="size" type="uint" value="30"/>
   <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
  </property>
 </property>
 <property name="plugins" type="empty">
  <property name="plugin-1" type="string" value="systray"/>
 </property>
</channel>
"""
DUNST = "[global]\n width = (200,380)\n icon_theme = Adwaita\n"


class DesktopNotThere(Exception):
    """A program of the desktop is missing or does not come up; the text names it."""


@dataclass(frozen=True, slots=True)
class Desktop:
    environment: Mapping[str, str]
    logs: Path


def missing_packages() -> list[str]:
    return sorted({package for name, package in PACKAGES.items() if shutil.which(name) is None})


@contextmanager
def desktop(*, keyring: str = "unlocked") -> Iterator[Desktop]:
    """`keyring`: "unlocked", "locked" or "none"."""
    if missing := missing_packages():
        raise DesktopNotThere(f"needs the Debian packages: {' '.join(missing)}")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="desktop-")))
        builder = _Builder(folder, stack)
        builder.start_display()
        builder.start_bus()
        if keyring != "none":
            builder.start_keyring(unlocked=keyring == "unlocked")
        builder.start_windows_tray_and_notices()
        yield Desktop(builder.environment, builder.logs)


class _Builder:
    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder = folder
        self._stack = stack
        self.logs = folder / "logs"
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if name not in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "QT_QPA_PLATFORM")
        }
        for name, variable in (
            ("run", "XDG_RUNTIME_DIR"), ("config", "XDG_CONFIG_HOME"), ("data", "XDG_DATA_HOME"),
            ("cache", "XDG_CACHE_HOME"), ("state", "XDG_STATE_HOME"), ("logs", "DESKTOP_LOGS"),
            ("tmp", "TMPDIR"),
        ):  # fmt: skip
            (folder / name).mkdir(mode=0o700)
            self.environment[variable] = str(folder / name)
        self.environment |= {
            "XDG_SESSION_TYPE": "x11",
            "XDG_CURRENT_DESKTOP": "XFCE",
            "NO_AT_BRIDGE": "1",
            "LC_ALL": "C.UTF-8",
        }

    def start_display(self) -> None:
        read, write = os.pipe()
        self._start(
            "Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp",
            "-noreset", pass_fds=(write,),
        )  # fmt: skip
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise DesktopNotThere("Xvfb did not come up")
        self.environment["DISPLAY"] = f":{number}"

    def start_bus(self) -> None:
        services = self._folder / "services"
        services.mkdir()
        known = Path("/usr/share/dbus-1/services")
        for name in ("org.xfce.Xfconf.service", "org.gnome.keyring.SystemPrompter.service"):
            if (known / name).exists():
                shutil.copy(known / name, services)
        configuration = self._folder / "bus.conf"
        configuration.write_text(BUS.format(folder=self._folder / "run", services=services))
        read, write = os.pipe()
        self._start(
            "dbus-daemon", f"--config-file={configuration}", "--nofork", "--nopidfile",
            f"--print-address={write}", pass_fds=(write,),
        )  # fmt: skip
        os.close(write)
        with os.fdopen(read) as pipe:
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = pipe.readline().strip()

    def start_keyring(self, *, unlocked: bool) -> None:
        options = ["--unlock"] if unlocked else []
        process = self._start(
            "gnome-keyring-daemon", *options, "--foreground", "--components=secrets",
            stdin=subprocess.PIPE,
        )  # fmt: skip
        if process.stdin is not None:
            process.stdin.write(b"test-password" if unlocked else b"")
            process.stdin.close()
        self._wait("Secret Service", lambda: self._owned("org.freedesktop.secrets"))

    def start_windows_tray_and_notices(self) -> None:
        config = Path(self.environment["XDG_CONFIG_HOME"])
        panel = config / "xfce4" / "xfconf" / "xfce-perchannel-xml"
        panel.mkdir(parents=True)
        (panel / "xfce4-panel.xml").write_text(PANEL)
        (config / "dunst").mkdir()
        (config / "dunst" / "dunstrc").write_text(DUNST)
        self._start("openbox", "--sm-disable")
        self._start("xfce4-panel", "--disable-wm-check")
        self._start("dunst", "-print")
        self._wait("openbox", lambda: b"window id" in self._ask("xprop", "-root", WM_CHECK))
        self._wait("xfce4-panel", lambda: self._owned("org.kde.StatusNotifierWatcher"))
        self._wait("dunst", lambda: self._owned("org.freedesktop.Notifications"))

    def _start(
        self, *command: str, pass_fds: tuple[int, ...] = (), stdin: int = subprocess.DEVNULL
    ) -> subprocess.Popen[bytes]:
        log = self._stack.enter_context((self.logs / f"{command[0]}.log").open("wb"))
        process = subprocess.Popen(
            command, env=self.environment, stdin=stdin, stdout=log, stderr=log, pass_fds=pass_fds
        )
        self._stack.callback(_end, process)
        return process

    def _ask(self, *command: str) -> bytes:
        answer = subprocess.run(
            command, env=self.environment, capture_output=True, timeout=5, check=False
        )
        return answer.stdout

    def _owned(self, name: str) -> bool:
        answer = self._ask(
            "dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/",
            "org.freedesktop.DBus.NameHasOwner", f"string:{name}",
        )  # fmt: skip
        return b"boolean true" in answer

    def _wait(self, what: str, there: Callable[[], bool]) -> None:
        until = time.monotonic() + PATIENCE
        while not there():
            if time.monotonic() > until:
                raise DesktopNotThere(f"{what} did not come up")
            time.sleep(0.05)


WM_CHECK = "_NET_SUPPORTING_WM_CHECK"


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
