"""Little words of English that tell what a word or a number beside them is.

They belong to the reading of sentences; what a practice lead may want to add to is in the lens
file.
"""


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


NOT_BEFORE_NUMBER = _words(
    """
    form page room ward bus phone telephone mobile reference ref account case tenancy floor
    step question line route rent card chi nhs ni insurance meter any large small whose
    wrong right good high serial policy tram platform section part item chapter paragraph
    job ticket queue a order claim pin kitchen wall base storage sink shelf cupboard say
    says said saying was now came bid bidder table locker raffle lesson action attempt bay jab
    """
)
"""“form number 6” and the like are nobody's home."""

BEFORE_A_HOME = _words(
    """
    at from of to in opposite outside next by near lives live lived bides bide its is past
    behind visited visit and until till flat with across between above below
    """
)
"""What stands before “number 8” when it is a home."""

INSIDE_A_STREET = _words(
    """
    the y yr of and ap s an na nan nam de la le st saint upper lower old new great little
    """
)
"""Small words inside the name of a street."""

NAMES_NO_STREET = _words(
    """
    in on at to from by for with of up down off over under into out around round along
    across near behind and or but so as than then is was are were be been has had have do
    did does we i he she they you it my our your his her their this that these those a an
    the no not all every each both same whole main busy next back other another front side
    quiet long dead end new old good bad big small wee lovely nice short narrow steep
    private public unadopted one two three four five six seven eight nine ten first second
    third last right left wrong open full safe council high local own only whose which what
    many few some any more most half bed bedroom storey door car person man woman year month
    week day hour minute min mile metre yard foot pound star way lane family sheltered empty
    hale haill hail bonnie bonny braw muckle ither neist dry wet dark icy slippy clean dirty
    clarty crown county magistrates supreme sheriff appeal tribunal food closed opposite when where
    if because while after before since until through between time times years months weeks
    days wks yrs hrs mins hours minutes
    """
)
"""No street is called by one of these alone."""

PLAIN_STREETS = _words(
    """
    road rd street avenue ave crescent cres terrace gardens gdns lane grove wynd brae court
    tower towers mews drive close stryd
    """
)
"""Streets so plain that an unknown word before them is their name, in lower case too."""

UNITS = _words(
    """
    flat flats fflat apartment apt unit house plot bedsit number no nos rhif block caravan
    pitch
    """
)
"""What a number of a home stands after."""

NEVER_AFTER_TITLE = _words(
    """
    and or is was has had the a an of to for in on at her him them me you it us this that
    said says who will would could did does do if as not but so he she they we i martens pepper
    """
)
"""Never a name, even after a title."""

BEFORE_A_PLACE = _words(
    """
    in near around across via outside through towards visiting on yn i ym
    """
)
"""A word with a capital after one of these is a place."""

GOING = _words(
    """
    moved move moving going gone went travel travelled travels back home came come comes
    train bus drive drove relocated transferred flew fly born
    """
)
"""And after one of these with “to” or “from”."""

BEFORE_A_THING = _words(
    """
    the a an this that these those some any your v vs versus
    """
)
"""After these it is a thing or a brand, a case at law or the other side of a match."""

BEFORE_SOMETHING_OWNED = _words(
    """
    his her their its
    """
)
"""And after these, unless it does something: in “told her Okafor rang” it is somebody."""

BEFORE_SOMETHING_USED = _words(
    """
    use uses used using drink drinks drank drinking eat eats ate eating wear wears wore
    wearing speak speaks spoke speaking understands install installed installing parked
    download downloaded reinstalled
    """
)
"""What is used, worn, eaten or spoken is nobody."""

PART_OF_A_PLACE = _words(
    """
    storm st saint mount lake river port fort loch ben glen cape lough lower upper great
    little north south east west new old
    """
)
"""After these it is a place, a church or a storm."""

IS_OR_HAS = _words(
    """
    is was has had does did and wasnt isnt hasnt hadnt
    """
)
"""After the first word of a sentence, these make it somebody or something."""

BEFORE_MISSING = _words(
    """
    to tae i you ye we they he she will would wid wad wont wouldnt might may could can cant cannot
    dont didnt didnae didna dinnae dinna not nae never ll ill youll yell well theyll hell shell
    wed theyd hed shed id did do does and or
    """
)
"""After these, “miss” in small letters is what somebody does and no title."""

SPEAKS = _words(
    """
    said says told tells asked asks laughed cried rang phoned texted lives
    """
)
"""What only a person does, and no word of every day."""

WHOSE = _words(
    """
    his her their my our
    """
)
"""Before “name”."""

SHORT_WORDS = _words(
    """
    at by is to of in on no he we it or so an as am pm wk up my me do if us go be ok hi nr
    st rd ma pa da re vs im id mr ms gp uc hb ct bt tv nb ie eg et mo yo jo el la le de du
    es ha ah oh and the for but not was yrs wks day min hrs per she her him his had has out
    off all any are can did get got how its let may men new now old one our own put ran sat
    saw say see set six ten too two use via way who why yet you mth mon tue wed thu fri sun
    jan feb mar apr jun jul aug sep oct nov dec pcm max bed lot bus bin van car cat dog kid
    mum dad man act age ago ask due ill key law non odd pay red run tea tel tnt top try wee
    """
)
"""Words that could be taken for letters of a number plate."""

ENDS_NO_POSTCODE = _words(
    """
    1st 2nd 3rd 4th 5th 6th 7th 8th 9th 0th 1am 2am 3am 4am 5am 6am 7am 8am 9am 0am 1pm 2pm
    3pm 4pm 5pm 6pm 7pm 8pm 9pm 0pm 1hr 2hr 3hr 4hr 5hr 6hr 1yr 2yr 3yr 4yr 5yr 6yr 1wk 2wk
    3wk 4wk 5wk 6wk 8wk 2ft 3ft 4ft 5ft 6ft 2in 3in 4in 1kg 2kg 1km 2km 1ml 5ml 0ml 5mg 0mg
    0ft of on or
    """
)
"""Figures with two letters that are no end of a postcode: “3rd”, “9am”."""
