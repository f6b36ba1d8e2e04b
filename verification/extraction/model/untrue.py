"""Words for what was said, and for its being untrue."""

REPORT = r"(?:claims?|allegations?|accusations?|reports?|(?<!in )charges?|accounts?|story|stories|version|statements?"
REPORT += (
    r"|figures?|rumou?rs?|estimates?|tolls?|suggestions?|assertions?|testimony|posts?|numbers?|video|letter|document"
)
REPORT += r"|complaints?|findings?|data|information)"
STRESSED = r"(?:(?:total|complete|pure|absolute|utter|outright|blatant|deliberate|gross|sheer|clear) )?"
UNTRUE = (
    r"(?:untrue|not true|false|baseless|unfounded|groundless|fabricat\w+|lies?|propaganda|fake|nonsense|disinformation"
)
UNTRUE += (
    r"|misinformation|a hoax|slander\w*|misleading|inaccurate|distort\w+|without (?:any )?(?:foundation|merit|basis)"
)
UNTRUE += r"|(?<!gone )(?<!going )wrong(?! (?:to|for|with|about)\b)|ridiculous|absurd"
UNTRUE += r"|fiction|incorrect|preposterous|unjustified|not accurate|not correct|(?:a )?smear"
UNTRUE += r"|garbage|meaningless|one-sided|biased|unfair(?! (?:to|for|that|on|position|advantage|burden)\b)|flawed"
UNTRUE += r"|forg(?:ed|ery|eries)|politici[sz]ed|doctored|unreliable|too (?:high|low)"
UNTRUE += r"|overstated|understated|not objective|a sham|speculati(?:on|ve)|a (?:gross )?(?:under|over)count|a rumou?r"
UNTRUE += r"|sour grapes|politically motivated|inflated|exaggerated|rubbish|bogus|a fabrication|hearsay|a myth|unproven"
UNTRUE += (
    r"|laughable|ludicrous|meritless|tendentious|unsupported|malicious|far-fetched|invented|made[ -]up|not credible"
)
UNTRUE += r"|libell?ous|defamatory|hogwash|a conspiracy theory|a pack of lies|a set-up|unscientific)"
