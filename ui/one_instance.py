"""One window per data folder: a second start shows the first one's window and ends.

The lock is QtCore's; QtNetwork is loaded only to listen, after the first frame, or to knock.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

KNOCK = b"show\n"
WAIT_MS = 2_000


class OneInstance(QObject):
    """Holds the folder's window lock for as long as it lives."""

    knocked = Signal()
    """Another start asked for the window."""

    def __init__(self, lock_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock_file = lock_file
        self._lock = QLockFile(str(lock_file))
        # Never stale by age: a lock is another program's for as long as that one lives.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def acquire(self) -> bool:
        """False when another window of this folder is open."""
        return self._lock.isLocked() or self._lock.tryLock(0)

    def is_held(self) -> bool:
        """After a failed `acquire`: another program has the lock (not: no right to make it)."""
        return self._lock.error() is QLockFile.LockError.LockFailedError

    def listen(self) -> None:
        """Answers knocks from now on."""
        from PySide6.QtNetwork import QLocalServer

        name = _server_name(self._lock_file)
        QLocalServer.removeServer(name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(name)

    def knock(self) -> bool:
        """Asks the first window to show itself; False when it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(_server_name(self._lock_file))
        if not socket.waitForConnected(WAIT_MS):
            return False
        socket.write(KNOCK)
        heard = socket.waitForBytesWritten(WAIT_MS)
        socket.disconnectFromServer()
        return heard

    def release(self) -> None:
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _on_connection(self) -> None:
        if self._server is None:
            return
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.knocked.emit()


def _server_name(lock_file: Path) -> str:
    from hashlib import sha256

    mark = sha256(os.fsencode(lock_file.absolute())).hexdigest()[:16]
    # A pipe's name is common to all users of a Windows computer; a socket's folder is the user's.
    user = sha256(os.fsencode(Path.home())).hexdigest()[:8] if sys.platform == "win32" else ""
    return f"shoplark-{mark}{user}"
