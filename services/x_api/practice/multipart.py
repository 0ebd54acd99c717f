"""The fields of a multipart/form-data body."""

from __future__ import annotations

from email.message import Message
from email.parser import BytesHeaderParser


def boundary_of(content_type: str) -> bytes:
    """Empty when the header names none."""
    message = Message()
    message["content-type"] = content_type
    boundary = message.get_param("boundary")
    return boundary.encode() if isinstance(boundary, str) else b""


def fields(content_type: str, body: bytes) -> dict[str, bytes]:
    """Each field's bytes by name; empty when the body is not what the header says."""
    boundary = boundary_of(content_type)
    if not boundary:
        return {}
    found: dict[str, bytes] = {}
    for piece in body.split(b"--" + boundary):
        head, divider, content = piece.partition(b"\r\n\r\n")
        if not divider:
            continue
        about = BytesHeaderParser().parsebytes(head.strip(b"\r\n"))
        name = about.get_param("name", header="content-disposition")
        if isinstance(name, str):
            found[name] = content.removesuffix(b"\r\n")
    return found
