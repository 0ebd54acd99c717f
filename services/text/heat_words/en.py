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
"""

INSULTS = r"""
idiots? / morons? / imbeciles? / cretins? / assholes? / arseholes? / bastards? / dickheads?
douche ?(bag)?s? / dumb ?ass(es)? / scum(bags?)? / liars? / son of a bitch / bitch(es)?
(you|u|those|these|such|absolute|bunch of|pack of) (\w+ )?(clowns?|jerks?|losers?|pigs|rats)
(you|u|those|these|such|absolute|bunch of|pack of) (\w+ )?(crooks?|cheats?|fools?|parasites?)
(you|u|those|these|such|absolute|bunch of|pack of) (\w+ )?(cowards?|thieves|trolls?|frauds?)
(you|u|you're|you are|you were|they're|they are) (all |so |just |such |a )*(stupid|pathetic)
(you|u|you're|you are|you were|they're|they are) (all |so |just |such |a )*(disgusting|dumb)
(you|u|you're|you are|they're|they are) (all |so |just |such |a )*(worthless|clueless|brainless)
(stupid|dumb|pathetic|ignorant|disgusting|entitled|greedy|filthy) (people|person|customers?)
(stupid|dumb|pathetic|ignorant|disgusting|entitled|greedy|filthy) (clients?|buyers?|sellers?)
(stupid|dumb|pathetic|ignorant|disgusting|entitled|greedy|filthy) (company|courier|cow|man|woman)
shut (the (hell|fuck) )?up / shut your (mouth|face|trap) / (go to|rot in|burn in) hell
f+u+c+k+ (you|u|off|them|this|that|these) / f[*#@]+k? (you|off|them) / piss off / get lost
drop dead / screw (you|them) / shame on (you|them) / piece of (shit|crap|garbage|trash)
i hate (you|them|these people|customers|my customers|you all) / thanks for nothing
"""

HARD = r"""
enough is enough / had enough / (sick|tired) (and tired )?of / fed up / (so|just) done / done with
ridiculous / unacceptable / disgust(ing|ed) / disgrace(ful)? / outrageous / appalling / how dare
what the (hell|fuck|heck) / wtf / bullshit / fuck\w* / f[*#@]+(k\w*)? / shit(ty|s)? / crap
damn (you|it|people) / goddamn / stupid / dumb / pathetic / hate / furious / angry / livid
scammers? / thief / thieves / nobody (listens|cares|answers|reads|respects)
why (do|does|can't|won't|is) (nobody|no one|you people|people|everyone)
stop (lying|wasting|asking|complaining|whining|stealing|copying) / you people / never again
the worst / last warning / waste of (my )?(time|space) / rude / liar
(utter|total) (joke|nonsense)
"""

MERRY = r"""
(?<!no )thank(s| you)(?! for nothing) / congrat\w* / (?<!not )(?<!n't )(?<!un)happy / hooray / yay+
we love / love (you|it|this|our|these|them) / excited / birthday / merry / celebrat\w* / welcome
sale / \d+ ?% off / discounts? / free (shipping|delivery|gift)s? / in stock / opening day
grand opening / we're open / we are open / winners? / giveaway / woo+ ?hoo+ / finally here
"""
