"""A gateway on a scripted X, and X's own description of its calls."""

import pytest

from services.accounts.token_values import FixedToken
from services.x_api.gateway import Gateway
from services.x_api.spending import Spending
from tests.openapi_check import described
from tests.scripted_x import TOKEN, ScriptedX

__all__ = ["described", "made"]


@pytest.fixture
def made(clock):
    """`made(*answers)` is a gateway that will get these answers, and the X that gives them."""

    def make(*answers, tokens=None, **options):
        x = ScriptedX(*answers)
        waits = []
        gateway = Gateway(
            tokens or FixedToken(TOKEN), clock, adapter=x, wait=waits.append, **options
        )
        gateway.waits = waits
        return gateway, x

    return make


@pytest.fixture
def paid(database, clock):
    """`paid(account_id)`: the month's calls in the book, newest first."""
    return lambda account_id: Spending(database, clock).month(account_id).calls
