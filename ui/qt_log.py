"""Qt's own messages go to the log, not to a console nobody sees."""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

logger = logging.getLogger("qt")

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def send_qt_messages_to_log() -> None:
    qInstallMessageHandler(_log)


OF_NO_USE = "This plugin does not support "
"""What the offscreen platform says of itself at every window."""


def _log(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if message.startswith(OF_NO_USE):
        return
    logger.log(LEVELS[kind], "%s: %s", context.category or "default", message)
