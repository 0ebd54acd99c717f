"""Words of anger in English (heat_words/__init__.py)."""

INNOCENT = r"""
idiot-?proof / (not|no) (a )?stupid(ly)? (question|idea)s? / stupid(ly)? (cheap|good|simple|cute)
no (such thing as a )?stupid questions? / killer (deal|offer|look|recipe|heels)s?
(damn|bloody|wicked|insanely|crazy|shit) (good|fine|hot|nice|delicious|happy) / bloody mary
hate to (see|say|tell|miss|brag|wait) / (you'll|you will|you're going to) hate to
(love|loved) (it )?or hate (it|them)? / the book thief / guilty pleasure / holy shit
(ridiculous|outrageous)ly (good|soft|easy|cute|cheap|happy|comfortable) / (the )?worst[- ]kept
worst case / (trash|garbage|rubbish) (can|bag|bin|day)s?
(sick|tired) of (cold|boring|plain|grey|the (rain|cold|winter|heat)|winter|waiting|mondays?)
(sick|tired|fed up|had enough) (and tired )?(of|with) [^.!?\n]{0,60}\?
the idiots?(?= by|[,:;.(]| of the family) / idiots?'?s? guide / for idiots / idiots? abroad
useful idiots? / village idiot / (stitch|knit|sip)( and | & |[ -]?'?n'?[ -])bitch
bitch (and|with) her (pups|puppies|litter) / liars?'s? (dice|poker|club|bar) / we were liars
pretty little liars / bastard (saffron|file|sword|cut|title|mahogany|teak|cedar|agrimony)
(soap|pond|lime|kettle) scum / (skim|scoop|remove)s? (off )?(the |any |all )?scum
fool me once,? shame on you / shut up (and|shop|for) / shut up,? (it's|its|that's|this is|they're)
(among|of|for|forty|40|from|against|stops?|deters?|and) thieves / (lightning|bicycle|time) thief
(angry|furious) (birds?|cats?|faces?|bees?|beavers?) / fast (and|&) (the )?furious
ridiculous (prices?|deals?|offers?|fun|hats?|amounts?|little|discounts?) / moron(s)? test
"""

INSULTS = r"""
idiots? / morons? / imbeciles? / cretins? / assholes? / arseholes? / bastards / dickheads?
douche ?(bag)?s? / dumb ?ass(es)? / scumbags? / (you|human|absolute|utter) scum / liars
you (\w+ )?liar / son of a bitch / (you|such a) (\w+ )?bitch(es)? / (you|lying|absolute) bastard
you ((damn|lying|greedy|dirty|filthy|stupid) )*(clowns?|jerks?|losers?|pigs)(?=\s*([,.!?]|$))
you ((damn|lying|greedy|dirty|filthy|stupid) )*(rats?|crooks?|cheats?|fools?)(?=\s*([,.!?]|$))
you ((damn|lying|greedy|dirty|filthy|stupid) )*(cowards?|thieves|frauds?)(?=\s*([,.!?]|$))
(you are|you're) (all )?(just )?(an? )?(\w+ )?(parasites?|crooks?|cheats?|cowards?|clowns?)
(you are|you're) (all )?(just )?(an? )?(\w+ )?(thieves|thief|frauds?|trash|losers?|jerks?)
(bunch|pack|gang) of (\w+ )?(jerks|losers|crooks|cheats|cowards|thieves|frauds|parasites|scammers)
(you|u|you're|you are|you were|they're|they are) (all |so |just |such |a )*(pathetic|worthless)
(you're|you are|you were|they're|they are) (all |so |just |such |a )*(stupid|disgusting|dumb)
(you're|you are|they're|they are) (all |so |just |such |a )*(clueless|brainless|despicable)
(stupid|dumb|pathetic|ignorant|disgusting|filthy) (people|person|cow|man|woman|customers?|clients?)
(stupid|dumb|pathetic|ignorant|disgusting|entitled|greedy|lying) (customers?|clients?|buyers?)
(stupid|dumb|pathetic|ignorant|disgusting|greedy|lying|thieving) (sellers?|company|courier|shop)
shut the (hell|fuck) up / shut up(?=\s*([.!]|$)|,? you) / shut your (mouth|face|trap)
(go to|rot in|burn in) hell / f+u+c+k+ (you|u|off|them|this|that|these) / f[*#@]+k? (you|off|them)
piss off / (?<!to )(?<!we )(?<!you )(?<!i )get lost(?=\s*[,.!]| you| already)
drop dead(?=\s*([,.!]|$)| you) / screw you / screw them all / shame on (you|them)
piece of (shit|crap) / (you|absolute|total|utter|complete) piece of (garbage|trash)
i hate (you|these people|customers|my customers|you all)(?! more)(?!,? monday)
thanks for nothing / lying (cheats|thieves|bastards|scumbags) / you disgust me
"""

HARD = r"""
enough is enough / (i have|i've|we have|we've) (really |just )?had enough / sick and tired of
(i am|i'm|we are|we're|so|really) (so |really |just )?(sick|tired) of / fed up
(so|just) done(?! \w)
done with (you|people|these people|customers|this (place|company|nonsense))
(?<!look )ridiculous(?! \w) / unacceptable / disgust(ing|ed) / disgrace(ful)? / outrageous(?! \w)
appalling / how dare / what the (hell|fuck)(?!,) / wtf / bullshit / fuck\w* / f[*#@]+(k\w*)?
shit(ty|s)? / (this|such|utter|your|load of) crap / damn (you|people) / goddamn
(so|how|really|just|plain|fucking|too) (stupid|dumb) / pathetic(?! (attempt|fallacy|little))
(so|how|very|incredibly|just|plain|being) rude / idiotic / scum / bastard / bitch
rude (people|customers?|clients?|buyers?|comments?|messages?|emails?|behaviou?r|staff|and)
hate (people|liars|thieves|this (company|place|platform)|them all|dealing with)
(i am|i'm|so|we are|we're|really|absolutely|beyond) (furious|angry|livid)(?! with joy) / scammers?
(these|those|of) thieves / liar / scam / ripped (me|us) off / rip-?off
nobody (listens|cares|answers|reads|respects) / you people / waste of (my )?(time|space)
why (do|does|can't|won't|is) (nobody|no one|you people) / why (can't|won't|don't) people
stop (lying|complaining|whining|stealing|copying) / stop wasting (my|our)
never again(?=\s*([.!]|$)| (will i|buy|buying|shop|order|trust)) / leave (me|us) alone
(you|they) (are|were) the worst / (you|they)'re the worst / my patience
worst (service|customers?|company|courier|experience|people|sellers|shop|store|delivery)
(this is|my|your) (my |the |your )?(last|final) warning / (utter|total) (joke|nonsense)
are you kidding me / thieves(?=\s*[.!]) / can't (take|stand) (it|this) any ?more / shameful
(i am|i'm) (so )?done with this
"""

MERRY = r"""
(?<!no )thank(s| you)(?! for nothing) / congrat\w* / (?<!not )(?<!n't )(?<!un)happy / hooray
yay+ / we love / love (you|it|this|our|these|them) / excited / birthday / merry / celebrat\w*
welcome / sale / \d+ ?% off / discounts? / free (shipping|delivery|gift)s? / in stock
opening day / grand opening / we're open / we are open / winners? / giveaway / woo+ ?hoo+
finally here / enjoy / gorgeous / delicious / can't wait / yum(my)?
"""
