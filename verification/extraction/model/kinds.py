"""Kinds of English words by which what is stated, wanted, promised and felt differ."""

from verification.text.word_lists import words

KINDS = {
    "speaker": words("i me my mine i'm i've i'll i'd"),
    "company": words("we us our ours we're we've we'll we'd ourselves together let's"),
    "reader": words("you your yours you're you've you'll"),
    "third": words("he she him her his hers they them their it its they're it's he's she's"),
    "past": words("was were had did been wasn't weren't hadn't didn't"),
    "present": words("is are has does isn't aren't hasn't doesn't have do haven't"),
    "must": words("must should ought need needs let"),
    "future": words("will won't shall tomorrow next soon future"),
    "would": words("would could might may wouldn't couldn't perhaps maybe probably likely"),
    "can": words("can cannot can't able possible impossible"),
    "condition": words("if unless whether"),
    "question": words("what why how who where when which"),
    "amount": words(
        """
        one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands
        million millions billion billions trillion half third quarter percent percentage double doubled twice nearly
        almost roughly approximately
        """
    ),
    "comparison": words(
        "more less fewer most least highest lowest largest smallest higher lower largest fastest record average than"
    ),
    "change": words(
        """
        increased decreased rose fell grew dropped declined reduced cut raised gained lost added created increase
        decrease decline growth reduction spent saved
        """
    ),
    "time": words(
        """
        year years month months week weeks day days decade decades century yesterday ago since last january february
        march april june july august september october november december monday tuesday wednesday thursday friday
        saturday sunday during recently earlier
        """
    ),
    "mind": words(
        """
        believe think feel hope want wish know imagine trust fear love dream believe understand remember agree doubt
        guess suppose
        """
    ),
    "call": words("ask urge call pray thank thanks welcome congratulate join please applaud invite commit pledge"),
    "value": words(
        """
        good bad great best worst better worse important proud strong wonderful terrible beautiful right wrong fair
        unfair essential vital critical honor honored honour grateful bright hard tough courage brave freedom spirit
        values promise hopeful true truth simple clear
        """
    ),
    "always": words("every everyone everybody always never nothing nobody all anyone forever no not"),
    "reporting": words(
        """
        said says announced reported found according told showed shows claimed claims denied confirmed accused alleged
        testified
        """
    ),
    "doing": words(
        """
        passed signed voted won elected killed attacked died arrested charged sued built opened closed launched
        appointed led held began started ended joined paid received
        """
    ),
    "office": words(
        """
        president governor minister senator senate congress parliament court police army government department agency
        commission committee party election voters poll company
        """
    ),
}
