"""What stands in a document, as it was typed."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

_PARAGRAPH = "\u2029"
_LINE = "\u2028"


def text_of(document: QTextDocument) -> str:
    """`toPlainText` would turn a no-break space into a common one."""
    return document.toRawText().replace(_PARAGRAPH, "\n").replace(_LINE, "\n")
