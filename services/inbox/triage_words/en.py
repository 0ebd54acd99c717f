"""Words that sort posts in English (triage_words/__init__.py)."""

NOT_TROUBLE = r"""
(my|our|the) (order|parcel|package|delivery) (has |have )?(just |finally )?(arrived|came|is here)
(not|never|isn't|wasn't|won't be|weren't|aren't|without being) (\w+ ){0,2}disappoint\w*
(never|doesn't|don't|does not|did not|didn't) disappoint\w* / no complaints?( \w+)?
(can't|cannot|nothing to) complain\w* / (not|nothing) broken / without (a )?(crack|chip)\w*
terribl[ey] (good|cute)
"""

NOISE = r"""
follow (me|back|4 ?follow|for follow) / f4f / (follow|like) and (rt|retweet|repost) / giveaway
air ?drop / crypto\w* / bitcoin / nfts? / forex / (buy|get|gain|free|more) (\w+ ){0,2}followers
grow (your|ur) (\w+ )?(account|page|followers|business|brand) / promot(e|ing) (your|ur|my)
(dm|message) (me|us) (for|to) (a )?(promo|collab|price list|grow)\w*
check (out )?my (page|profile|bio|channel|link) / link in (my |the )?bio
(earn|make) (\$|€|£)? ?\d+ / make money / passive income / click (here|the link|this link)
onlyfans / casino / sports? bet\w* / seo services?
(you|u|these) (people|guys|clowns) are (unbelievable|pathetic|clowns|idiots|a joke|jokes)
^(?!.*\b(i|my|our|order\w*|bought|paid|arriv\w*|parcel|refund\w*)\b)(?=.*\b(lol|lmao|rofl)\b).*\bscam
"""

COMPLAINT = r"""
broken? / broke (on|after|in|when|the) / cracked / cracks? (in|on|along) / shattered / smashed
chipped / damaged / dented / bent / leak(s|ing|ed|y) / faulty / defect\w* / crushed
disappoint\w* / terrible / awful / horrible / appalling / disgust\w* / dreadful
(the |your )?worst / rude(ly)? / unacceptable / unprofessional / refund\w* / (my|our) money back
complain\w* / complaint\w* / scam\w* / rip ?-?off / ripped off / fraud\w*
(poor|bad|low|terrible) (quality|service) / never (again|buying|ordering|shopping)
(very|so|really|quite) (angry|upset|unhappy|annoyed) / furious / frustrat\w* / useless / rubbish
trash / garbage / waste of (money|time) / fell (apart|off) / falling apart
(doesn't|does not|don't|didn't) work / stopped working
(smells?|tastes?) (\w+ )?(of|like) (card|plastic|mou?ld|chemical|dust|soap|nothing)\w* / mou?ldy
stale / (a |is |are )?fakes? / not as (described|advertised|pictured)
nothing like the (photo|picture|image)s?
(nobody|no one|no-one) (answers|replies|responds|answered|replied|responded)
(still )?no (reply|answer|response) / ignor(ed|ing) (me|us|my) / overpriced
unhappy (with|about) / not (happy|satisfied|impressed|good enough) / sucks? / ruined / let down
door was (shut|closed|locked)
"""

ORDER = r"""
(my|our) (\w+ )?(order|parcel|package|delivery|shipment|purchase)s?\b(?!ed)
order (number|no|nr|id)\b / order #? ?\d+ / order (confirmation|status)
track(ing)? (number|link|code|info\w*|says|page|my|it|the) / tracking
(has|have|did)( ?n[o']?t| not) (yet )?(arrived?|come|turned up|shown up|shipped|received?)
never (arrived|came|turned up|showed up) / (has|have)( ?n[o']?t| not) been delivered
not (yet )?(arrived|received|shipped|delivered)
still (waiting|not here|nothing|hasn't|haven't) / nothing has come
(says|marked( as)?) delivered
when (will|does|is) (it|my|our|the (order|parcel)) (\w+ )?(arriv|com|ship|be|get|deliver|here)\w*
(the |a )?wrong (item|size|colou?r|product|one|cup|mug|bowl|teapot|pot|tea|tin|thing|order)s?
wrong (address|set)s? / different (item|colou?r|size|product) than
(is|was|are|were|one|something|items?|lids?) missing
missing (from|a|an|one|two|the|item|part|lid)s?
(cancel|change|amend|return|exchange) (my|the|an|our|this|it|them)\b
exchange (it|this|them|for)
(i |we )?ordered .{0,40}(ago|last (week|month|\w+day)|weeks?|on \w+day)
instead of the / courier
"""

QUESTION = r"""
how much / how (do|does|can|long|many|big|often|hot) / what (is|are|time|size|temperature|kind)
what's the / do you (\w+ )?(have|ship|sell|make|take|offer|deliver|know|still)
(is|are) (it|this|that|these|those|they|there|you) (\w+ )?(available|in stock|still|open|safe)
in stock / any chance / (i |just |was )?wondering (if|whether|how|what|when) / can (i|you|we|it)
could you / when (will|do|does|are|is) / where (can|do|is|are) / which (one|tea|cup|size)
opening hours / curious (if|whether|how|what) / let me know (if|when|how)
interested in (buying|ordering|the) / price\b
"""

PRAISE = r"""
lov(e|es|ed|ing|ely) / beaut\w* / gorgeous / amazing\w* / wonderful\w* / perfect\w* / great
excellent / fantastic / (the |my |simply )?best / thank\w* / thx / delicious / favou?rites?
recommend\w* / happy / happier / adorable / stunning / awesome / brilliant / delight\w*
well done / so good / impress\w* / pretty / cute / charming / exquisite / proud / enjoy\w*
(5|five) stars? / grateful / superb / heavenly / yum\w* / tasty / nice(st|ly)? / magic\w*
(so|very|too|how) kind / treasure\w* / obsessed
"""
