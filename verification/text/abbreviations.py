"""Abbreviations that carry a stop, for telling where a sentence ends. Lower case, without the last stop."""


def words(listed: str) -> frozenset[str]:
    """The words of a list that is written with spaces between them."""
    return frozenset(listed.split())


NEVER_END = words(
    """
    mr mrs ms dr prof gen lt col maj sgt capt cpt cmdr adm brig rev hon sen rep gov pres st fr sr sra dra mgr
    sens reps govs gens profs drs revs cols atty supt insp cllr pvt cpl pfc amb asst msgr mt
    messrs mme mlle vs cf fig nos vol ed eds art al approx est ext dept ph
    г гг т е п д им ул тов ген проф акад адм см напр стр гл обл р м пл просп
    ee ud uds gral cnel tte sto sta pág núm ej p pp chap env av bd
    """
)
MAY_END = words(
    """
    ave blvd ft sec det
    jr etc inc ltd corp co bros jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
    a.m p.m u.s u.k u.n e.u d.c ph.d i.e e.g тыс млн млрд руб долл т.е т.д т.п и.о ee.uu eeuu
    """
)
# Words that open a new sentence after an abbreviation which may also end one.
STARTERS = words(
    """
    the a an he she it they we i you this that these those there here his her their its our in on at by for
    from to with after before when while as if but and so however meanwhile according although since
    many some most all both no not one two three what who why how
    он она они это в на по после но как el la los las en le les il elle
    """
)
