"""Words with which somebody answers what was said of them, or of something else."""

import re

from verification.text.word_lists import words

from .gated import Gated

# By which a sentence turns against the one before it, and verbs that answer somebody.
TURNS = re.compile(
    r"(?:but|however|yet|nevertheless|by contrast|on the contrary|in fact|in reality|contrary to|instead|rather)\b,? "
    r"|(?:asked about|responding to|in response|reacting to)\b",
    re.IGNORECASE,
)
ANSWERS = re.compile(
    r"(?:asked about|responding to|in response|in (?:his|her|its|their|a) (?:reply|response)|reacting to)\b",
    re.IGNORECASE,
)
# The same within a sentence: "The governor, however, insisted"; "She stood by her account".
TURNS_WITHIN = Gated(
    r", (?:however|by contrast|meanwhile),? |\b(?:stood|stands?|standing) by (?:its|his|her|their|the)\b"
    r"|\bdisagree[sd]?\b",
    "however by_contrast meanwhile stood stand disagree",
)
REPLYING = words("insist counter retort maintain reply respond")
RETORTS = words("reply respond retort counter")
# How whoever is accused tells of it without a "no": what they know, remember, or have always said.
DISOWNS = Gated(
    r"\b(?:(?:the )?first (?:that )?(?:he|she|they|it|i|we) (?:had )?(?:heard|learned|knew)|knew nothing|no idea"
    r"|(?:does|do|did) not (?:recall|remember)|remembers? no|no recollection|unaware"
    r"|within (?:the )?(?:\w+ )?(?:limits|law|rules|minutes)|(?:has|have) always (?:said|maintained|insisted|acted)"
    r"|(?:acted|acts|act) (?:with)?in (?:the )?(?:law|self|line|accord)|approved every|every \w+ (?:was|were|had)"
    r"|taken over by|turned back|stem(?:s|med)? from|points? (?:the finger )?to(?:ward)?"
    r"|(?<!that )(?<!evidence )(?<!accounts )pointed (?:the finger )?(?:to|at)"
    r"|pinned (?:it|the \w+|responsibility|blame) on|(?:held|holds|holding) [^,;]{1,60} responsible"
    r"|never (?:given|said|made|issued|published|ordered|received) (?:any|such|them|it|that)"
    r"|(?:it|he|she|they) had never|(?:it|he|she) has never"
    r"|put(?:s|ting)? (?:it |the \w+ )?down to)\b",
    "first knew idea recall remember recollection unaware within always acted acts act_ approved every taken turned"
    " stem point pinned put held_ holds holding never",
)
# "Such reports came from people who stage attacks": what was said is spoken of.
SUCH = Gated(
    r"\b(?:such|those|these) (?:\w+ )?(?:reports|claims|accusations|allegations|suggestions|figures|numbers)\b"
    r"(?! (?:could|would|should|may|might|can|will))",
    "such those these",
)
ITS_OWN = re.compile(r"\b(?:itself|himself|herself|themselves|own)\b")
CRITICS = words("critics opponents detractors sceptics skeptics")
# "We did not fire on any ship", in the mouth of whoever is accused.
NOT_ME = re.compile(
    r"\b(?:we|i)(?: have| had|[’']ve|[’']d)? never "
    r"|\b(?:we|i)(?: did not| didn[’']t| have not| haven[’']t| had not) "
    r"|\b(?:we|i)(?: do not| don[’']t) "
    r"(?!think|believe|want|know|understand|like|care|see|need|have|get|feel|mean|expect|agree)"
    r"|\b(?:it was(?: not|n[’']t)) (?:us|me)\b"
)
