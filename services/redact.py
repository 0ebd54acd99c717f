"""Takes out of a text what opens an account, and the quoted words of a post or customer.

The second fence: nothing of ours writes a secret. But libraries, servers and exceptions quote what
they were given, in any dress: a form, JSON, a header, a repr, an address within another one.
"""

from __future__ import annotations

import re

_NAMES = (
    r"(?:access_|refresh_|id_|oauth_)?token|(?:client_?|consumer_?|api_?)?(?:secret|key)|api_?secret_?key"
    r"|(?:code_)?verifier|code|state|password|passphrase|authorization"
)
_VALUE = rf"""(?!(?:{_NAMES})[^a-z0-9_])[^\s'",&}}<>]+"""
"""No other name: that one's value is what has to go."""
_QUOTE = r"""(?:\\*['"]|%2[27]|&quot;|&\#(?:34|39|x27);)"""
_GAP = r"(?:\s|%20|\+)"
_IS = rf"{_QUOTE}?{_GAP}*(?:=|:|,|%3d|%3a|%2c){_GAP}*(?:\[?b?{_QUOTE})?"
"""Between a name and its value, whatever that is quoted, escaped or encoded with."""
_NAMED = (
    rf"((?:access_|refresh_|id_|oauth_)?token{_IS}){_VALUE}",
    rf"((?:client_?|consumer_?|api_?|\b)(?:secret|key)(?:_?key)?{_IS}){_VALUE}",
    rf"((?:verifier|password|passphrase){_IS}){_VALUE}",
    rf"((?:%3f|%26|\b)(?:code|state)(?:=|%3d)(?:b?{_QUOTE})?){_VALUE}",
    # Between colons also our own codes and states stand, which are short.
    rf"""((?:code|state){_QUOTE}{_IS})(?=[^\s'",&}}<>]{{12}}){_VALUE}""",
    rf"(authorization{_IS}(?:(?:bearer|basic|oauth|digest){_GAP}+)?){_VALUE}",
    rf"(\bbearer{_GAP}+)[a-z0-9._~+/=\-%]{{6,}}",
    rf"(\bbasic{_GAP}+)[a-z0-9+/=\-_%]{{12,}}",
)
_UNNAMED = (
    r"(?<![A-Za-z0-9_-])(?=[A-Za-z_-]*[0-9])(?=[A-Z0-9_-]*[a-z])(?=[a-z0-9_-]*[A-Z])"
    r"[A-Za-z0-9_-]{32,}"
)
"""As X's tokens look, whatever stands before. Ids and hashes of ours have no capital letters."""
_WORDS = r"""(?ix)
    (["'](?:text|detail|alt_text|name|notes|title|description|username)["']\s*:\s*)
    (?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
    """


def redact(text: str) -> str:
    """`text` without secrets and without quoted words of a post or customer."""
    for named in _NAMED:
        text = re.sub(named, r"\1…", text, flags=re.IGNORECASE)
    text = re.sub(_UNNAMED, "…", text, flags=re.ASCII)
    return re.sub(_WORDS, r'\1"…"', text)
