"""The fields of X's answers, one by one: what is missing, or of another sort, is told apart.

Each raises AnswerNotUnderstood where X always has to say something, and gives None where it need
not.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from services.errors import AnswerNotUnderstood
from services.text.clean import clean

Json = Mapping[str, Any]

LARGEST = 1 << 53
"""More than anything is counted; JSON's own numbers end there."""


def moment(text: str) -> int:
    """UTC seconds of X's ISO 8601 times, with fractions of a second or without."""
    try:
        time = datetime.fromisoformat(text)
        return int((time if time.tzinfo else time.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError) as error:
        raise AnswerNotUnderstood("a time that is not one") from error


def data_list(answer: Json) -> list[Json]:
    """`data` of a list answer. X leaves it out when there is nothing, and then says so."""
    data = answer.get("data")
    if isinstance(data, list):
        if not all(isinstance(raw, Mapping) for raw in data):
            raise AnswerNotUnderstood("a list of something else")
        return data
    if data is not None or not ("errors" in answer or _is_empty(answer)):
        raise AnswerNotUnderstood("dialect drift: answer without data")
    return []


def _is_empty(answer: Json) -> bool:
    meta = answer.get("meta")
    return isinstance(meta, Mapping) and meta.get("result_count") == 0


def object_in(raw: Json, name: str) -> Json:
    value = raw.get(name)
    if not isinstance(value, Mapping):
        raise AnswerNotUnderstood(f"dialect drift: answer without {name}")
    return value


def objects(value: object) -> list[Json]:
    if not isinstance(value, list):
        return []
    return [item for item in value if isinstance(item, Mapping)]


def first(raw: Json, *names: str) -> Any:
    return next((raw[name] for name in names if raw.get(name) is not None), None)


def string(value: object) -> str | None:
    """JSON may hold what no database and no other X takes: NUL, and half of an emoji cut short."""
    return clean(value)[0] or None if isinstance(value, str) else None


def text_in(raw: Json, name: str) -> str:
    value = raw.get(name)
    if not isinstance(value, str):
        raise AnswerNotUnderstood(f"dialect drift: no {name}")
    return clean(value)[0]


def id_in(raw: Json, name: str) -> str:
    found = optional_id(raw.get(name))
    if found is None:
        raise AnswerNotUnderstood(f"dialect drift: no {name}")
    return found


def optional_id(value: object) -> str | None:
    """Ids are text to us; a server that sends them as numbers is understood."""
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not text.isascii() or not text.isdigit():
        return None
    return text if len(text) < 20 else None


def count_in(raw: Json, *names: str) -> int:
    found = whole(first(raw, *names))
    if found is None:
        raise AnswerNotUnderstood(f"dialect drift: no {names[0]}")
    return found


def optional_count(raw: Json, name: str) -> int | None:
    return whole(raw.get(name))


def whole(value: object) -> int | None:
    """A number that counts something and fits a column; None for anything else."""
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if 0 <= value < LARGEST else None
