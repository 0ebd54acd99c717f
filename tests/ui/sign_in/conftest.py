"""A wizard over a shop that signs in to a practice X."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from shiboken6 import isValid

from services.clock import SteppedClock
from services.paths import Paths
from services.x_api.practice import open_practice
from tests.services.accounts.signing import Signing
from tests.ui.sign_in.driven import Driven


@pytest.fixture
def signing(paths: Paths, clock: SteppedClock) -> Iterator[Signing]:
    x = open_practice(":memory:", clock)
    made = Signing(paths, clock, x)
    yield made
    made.shop.close()
    x.close()


@pytest.fixture
def driven(signing: Signing, inline_tasks: Any, themed: Any) -> Iterator[Driven]:
    made = Driven(signing, inline_tasks)
    yield made
    if made._wizard is not None and isValid(made._wizard):
        made._wizard.close()
    signing.shop.sign_ins.close()
