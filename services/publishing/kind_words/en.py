"""Words of a post's kind in English (kind_words/__init__.py)."""

SELL = r"""
order (now|yours|here|today|online|by|before) / pre-?orders? / shop now / new in / brand new
new (arrivals?|collection|batch|drop|stock|bowls?|mugs?|cups?|teas?|in (the )?(shop|store))
back in( the)? (stock|shop|store) / back on (the|our) shel(f|ves) / in stock / restock\w*
available (now|today|again|online|in (the|our) (shop|store)) / (on|for) sale / (summer|winter) sale
sale (today|now|ends|starts|is on) / (big|flash|final|spring|autumn|clearance) sale / \d+ ?% off
discounts? / free (shipping|delivery) / last (one|two|three|few|chance|pieces?|call) / \d+ left
limited (edition|offer|run) / price[sd]? / bundles? / gift (sets?|cards?|boxes|box) / get yours
grab (one|yours|it|a|your) / reserve (yours|one) / on (the|our) shel(f|ves)
add (it )?to (your )?(cart|basket) / in (the|our) (web ?shop|online shop|shop now|store now)
link in bio / now only / while (stocks?|supplies) lasts?
buy (now|yours|here|online|it|one|two|direct|from us|them) / to buy:
"""

HELP = r"""
how to / how (we|it is|it's|they are) (make|made|throw|thrown|fire|fired|glaze|pick|picked|pack)
(care|brewing|size|sizing|buying|cleaning|style|gift) (guide|tips?|instructions|card) / a guide to
tips? / step (by step|\d+|one|two|three|four) / tutorial / did you know / myths?
here('s| is) (how|why) / the difference between / beginners? / mistakes?
(never|don't|do not) (put|wash|use|pour|leave) / ideas for / inspiration
(our|a|the|this) (pinterest )?board / what makes / explained / in \d steps / recipe: / a lesson in
(your|our|the|a) (\w+ )?guide / why (we never|you should|your|does|do) / if your \w+
(in|of|on) (two|three|four|five|\d) (parts|lines|steps|things|ways)
(two|three|four|five|\d) things (that|to|you) / short thread / where (not )?to
(one|a) (small )?(habit|trick) / the (old )?(\w+ )?trick / is (not|never) damage / is called
are called / how an? \w+ (gets|works|is made|becomes) / the only \w+ (table|guide|list)
do not throw
"""

PEOPLE = r"""
thank(s| you) / meet / (our|the) team / family / birthday / anniversary / proud / grateful
our (customers?|neighbou?rs?|story|studio|workshop|cat|dog|apprentice|helper|grand\w+|regulars?)
behind the scenes / good (morning|night|evening) / happy (weekend|new year|\w+day) / congrat\w*
welcome / (she|he|they) (said|wrote|told|says|came|asked) / years? ago
we (started|moved|celebrate) / photo of / (customer|reader)('s)? (photo|picture)s?
(from|by) a customer / my (day|hands|desk|kiln) / a customer (asked|said|came|wrote|told)
(my|our) teacher / we (are|were) not \w+ing
"""

ASK = r"""
which (one|of|would|do|colou?r|glaze|shape|tea|mug|cup|bowl|is|should) / (your|you) favou?rite
what (do|would|should|is|are|was) (you|your|we) / what's your
(do|would|could|have|are|can|will) (you|u|any of you|anyone) / yes or no
(left|this|a|one) or (right|that|b|two) / who (else|wants|is|would|has) / your (opinion|thoughts)
where do you / how do you / how would you / or
"""

REVIEW = r"""
reviews? / reviewed / (said|says|wrote|writes|told us|tells us|called it|in (her|his|their) words)
testimonials? / (kind|lovely|sweet) words / feedback / (5|five)[- ]stars?
what (you|customers) say
"""

TELL = r"""
vote / polls? / tell (us|me) / let us know / help (us|me) (choose|decide|name|pick) / your turn
"""

MEASURES = r"""
(a|one|two|three|five|ten|twenty|\d+) (level )?(degrees?|grams?|teaspoons?|tablespoons?) / \d+ ?°
(green|black|white|oolong|jasmine|matcha): \d+
"""

STEPS = r"""
(pour|rinse|boil|sift|strain|soak) (\w+ )?(it|them|your|the|with|for|an?|until|hot|cold|in|once)
(wipe|warm|stir|wait|add|remove) (\w+ )?(it|them|your|the|with|for|an?|until|hot|cold|in|once)
(avoid|store|dry|steep|brew|fill) (\w+ )?(it|them|your|the|with|for|an?|until|hot|cold|in|once)
(sand|count|heat|cool|mix|fold) (\w+ )?(it|them|your|the|with|for|an?|until|hot|cold|in|once)
(wash|clean|season|polish|descale) (\w+ )?(it|them|your|the|with|for|an?|until|hot|cold|in|once)
(put|keep|use|turn|let|leave|place) (it|them|your)
(put|keep|use|turn|let|leave|place) the (leaves|water|pot|lid|cup|tin)
(do not|don't|never) (put|wash|use|pour|leave|store|boil|touch|rub|rinse)
(a|one|two|three|four|five|ten|\d+) (minutes?|seconds?) / once a (week|month) / overnight
until (it|they) \w+
"""
