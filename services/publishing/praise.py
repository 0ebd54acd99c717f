"""Whether a post shows a customer's praise.

Nobody marks it, so it is told by its words: five stars; a quoted stretch beside a word such as
"review" or "said"; or words that a customer wrote to the shop and that were sorted as praise
(services/inbox/triage.py), repeated nearly as they were.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from time import sleep

from services.publishing.kind_words import LANGUAGES
from services.text.places import fold_places
from services.text.similar import AT_ONCE, essence
from services.text.word_rules import languages_in, rule

_AS_WRITTEN = 85
"""Of 100: how nearly the words have to be theirs (rapidfuzz's `partial_ratio`)."""
_FEWEST_QUOTED = 20
"""Letters of a customer's word: "so lovely" is said by everybody."""
_FEWEST_SIGNS = 8

_STARS = re.compile("(?:[★⭐🌟]\ufe0f?\\s?){4,}")
_QUOTED = re.compile(
    '“([^”]+)”|"([^"]+)"|„([^“”]+)[“”]|«([^»]+)»|「([^」]+)」|『([^』]+)』|‘([^’]{12,})’'
)


def shows_praise(text: str, praises: Sequence[str] = ()) -> bool:
    """`praises` are essences (services/text/similar.py) of customers' words."""
    if _STARS.search(text):
        return True
    quoted = any(
        len("".join(match.groups(""))) >= _FEWEST_SIGNS for match in _QUOTED.finditer(text)
    )
    return (quoted and _speaks_of_it(text)) or _repeats(text, praises)


def _speaks_of_it(text: str) -> bool:
    folded = fold_places(text).text
    return any(
        _rule(language).search(folded) is not None for language in languages_in(text, folded)
    )


def _repeats(text: str, praises: Sequence[str]) -> bool:
    said = essence(text)
    long_enough = [one for one in praises if _FEWEST_QUOTED <= len(one) <= len(said) + 2]
    if not said or not long_enough:
        return False
    from rapidfuzz import fuzz, process

    for at in range(0, len(long_enough), AT_ONCE):
        sleep(0)
        some = long_enough[at : at + AT_ONCE]
        if process.extractOne(said, some, scorer=fuzz.partial_ratio, score_cutoff=_AS_WRITTEN):
            return True
    return False


@cache
def _rule(language: str) -> re.Pattern[str]:
    return rule(language, LANGUAGES[language].REVIEW)
