"""Holds calls and answers against X's published OpenAPI document, when there is one.

    from tests.openapi_check import Description, described

    def test_…(described):            # skipped, with the reason, without X_OPENAPI
        described.check_request("GET", "/2/users/7/mentions", {"max_results": "5"})
        described.check_answer("GET", "/2/users/7/mentions", 200, answer)

`X_OPENAPI` names the file: 2.166 speaks the tweet dialect, 2.167 the post dialect.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from referencing import Registry
from referencing.jsonschema import DRAFT4

VARIABLE = "X_OPENAPI"
_ROOT = "urn:x-openapi"
_formats = jsonschema.FormatChecker(formats=())


@_formats.checks("date-time", raises=ValueError)
def _is_moment(value: object) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


class Description:
    """One document. Every complaint is an AssertionError that names the call."""

    def __init__(self, path: Path) -> None:
        self._document = _with_nulls(json.loads(path.read_text(encoding="utf-8")))
        resource = DRAFT4.create_resource(self._document)
        self._registry: Registry[Any] = Registry().with_resource(_ROOT, resource)

    @property
    def speaks_posts(self) -> bool:
        """Whether it is in the new dialect (`post.fields`)."""
        return "PostFieldsParameter" in self._document["components"]["parameters"]

    def check_request(
        self, method: str, path: str, query: Mapping[str, str] | None = None, body: Any = None
    ) -> None:
        """`query` as it stands in the address, decoded; `body` is JSON, None for none."""
        operation, places = self._operation(method, path)
        where = f"{method} {path}"
        known = {one["name"]: one for one in self._parameters(operation) if one["in"] == "query"}
        for name, text in (query or {}).items():
            assert name in known, f"{where}: no parameter {name}"
            self._check(_value(known[name], text), known[name]["schema"], f"{where} {name}")
        for parameter in self._parameters(operation):
            if parameter["in"] == "path":
                self._check(places[parameter["name"]], parameter["schema"], where)
            elif parameter.get("required") and parameter["in"] == "query":
                assert parameter["name"] in (query or {}), f"{where}: {parameter['name']} missing"
        self._check_body(operation, body, where)

    def check_answer(
        self, method: str, path: str, status: int, body: Any, *, strict: bool = True
    ) -> None:
        """`strict`: every name within must be one the document knows, not only the right type."""
        operation, _ = self._operation(method, path)
        answers = operation["responses"]
        content = answers.get(str(status), answers.get("default", {})).get("content", {})
        assert content, f"{method} {path}: the document has no answer {status}"
        complaints = []
        for schema in (one["schema"] for one in content.values()):
            try:
                self._check(body, schema, f"{method} {path} answered {status}")
            except AssertionError as complaint:
                complaints.append(str(complaint))
                continue
            unknown = sorted(set(self._unknown(body, schema))) if strict else []
            assert not unknown, f"{method} {path}: the document does not know {unknown}"
            return
        raise AssertionError(complaints)

    def _operation(self, method: str, path: str) -> tuple[dict[str, Any], dict[str, str]]:
        for template in sorted(self._document["paths"], key=lambda one: one.count("{")):
            pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(template))
            found = re.fullmatch(pattern, path)
            operation = self._document["paths"][template].get(method.lower())
            if found and operation:
                return operation, found.groupdict()
        raise AssertionError(f"{method} {path} is not in the document")

    def _parameters(self, operation: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        for one in operation.get("parameters", []):
            yield self._resolved(one)

    def _check_body(self, operation: Mapping[str, Any], body: Any, where: str) -> None:
        described = operation.get("requestBody")
        if described is None:
            assert body is None, f"{where}: takes no body"
        elif body is None:
            assert not described.get("required"), f"{where}: its body is missing"
        else:
            self._check(body, described["content"]["application/json"]["schema"], where)

    def _check(self, value: Any, schema: Mapping[str, Any], where: str) -> None:
        checker = jsonschema.Draft4Validator(
            _anchored(schema), registry=self._registry, format_checker=_formats
        )
        wrong = [
            f"{error.json_path}: {error.message[:200]}" for error in checker.iter_errors(value)
        ]
        assert not wrong, f"{where}: {wrong}"

    def _unknown(self, value: Any, schema: Mapping[str, Any], at: str = "$") -> Iterator[str]:
        """Names in `value` that no shape of `schema` has; free-form objects may hold anything."""
        shapes = list(self._shapes(schema))
        if isinstance(value, list):
            for shape in shapes:
                for item in value if "items" in shape else []:
                    yield from self._unknown(item, shape["items"], f"{at}[]")
        if not isinstance(value, dict):
            return
        names: dict[str, Any] = {}
        for shape in shapes:
            names |= {name: {} for name in shape.get("required", [])}
            names |= shape.get("properties", {})
        for name, part in value.items():
            if name in names:
                yield from self._unknown(part, names[name], f"{at}.{name}")
            elif names:
                yield f"{at}.{name}"

    def _shapes(self, schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        schema = self._resolved(schema)
        yield schema
        for many in ("allOf", "anyOf", "oneOf"):
            for one in schema.get(many, []):
                yield from self._shapes(one)

    def _resolved(self, thing: Mapping[str, Any]) -> dict[str, Any]:
        while "$ref" in thing:
            found: Any = self._document
            for step in thing["$ref"].removeprefix("#/").split("/"):
                found = found[step]
            thing = found
        return dict(thing)


def load_description() -> Description:
    """The document that X_OPENAPI names; without one the test is skipped and says so."""
    named = os.environ.get(VARIABLE)
    if not named:
        pytest.skip(f"{VARIABLE} names no OpenAPI document of X")
    return Description(Path(named))


@pytest.fixture(scope="session")
def described() -> Description:
    return load_description()


def _value(parameter: Mapping[str, Any], text: str) -> Any:
    schema = parameter["schema"]
    if schema.get("type") == "array":
        return text.split(",")
    if schema.get("type") == "integer" and text.lstrip("-").isdigit():
        return int(text)
    return text


def _anchored(thing: Any) -> Any:
    """The same schema with its references pointing into the document."""
    if isinstance(thing, dict):
        return {
            name: f"{_ROOT}{part}" if name == "$ref" else _anchored(part)
            for name, part in thing.items()
        }
    return [_anchored(part) for part in thing] if isinstance(thing, list) else thing


def _with_nulls(thing: Any) -> Any:
    """OpenAPI 3.0 says `nullable`; JSON Schema says that null is one of the types."""
    if isinstance(thing, list):
        return [_with_nulls(part) for part in thing]
    if not isinstance(thing, dict):
        return thing
    changed = {name: _with_nulls(part) for name, part in thing.items()}
    if changed.get("nullable") is True and isinstance(changed.get("type"), str):
        changed["type"] = [changed["type"], "null"]
    return changed
