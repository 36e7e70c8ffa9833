"""Which patterns to try at which word: the words that may be a time's kernel, and the rules of each kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from contested.annotate import time_relative as relative
from contested.annotate import time_seasons as seasons
from contested.annotate.time_rule import MOD, PART, Rule
from contested.annotate.time_rules import month_rules, numeric_rules, week_rules, weekday_rules
from contested.annotate.time_words import DAY, GAP, JOIN, YEAR, either, time_words
from contested.annotate.time_years import century_rules, spoken_rules, year_rules

RELATION = (
    rf"(?P<rel>the{GAP}(?:same|previous|preceding|following|next|past|last|current|coming)|this{GAP}(?:past|coming)|"
    r"last|this|next|that|previous|coming|current)"
)
LEADERS = frozenset(
    "the a an at least most no more less fewer than up to about around nearly almost over only roughly approximately "
    "just under exactly "
    "early earlier late later mid sometime end beginning start middle rest close dawn half part latter opening closing "
    "very of and or in last past next this that same previous preceding following coming current recent first second "
    "third fourth each every other few several some many couple dozen dozens scores noon midnight afternoon morning "
    "overnight fiscal year additional longer trading consecutive straight final latest long full day before after "
    "right foreseeable near local on st nd rd th".split()
)
# "last months raid" lost its apostrophe, "the last weeks of the war" did not
OWNED = r" (?!(?:and|or|but|of|in|on|at|to|for|as|that|when|since|before|after|have|had|were|are|will)\b)[a-z]"
BEHIND_BEFORE = "and|but|in|at|on|by|near|from|to|with|had|has|was|were|rose|left|killed|wounded|injured|when|where"


@dataclass(frozen=True, slots=True)
class Grammar:
    """``kernels`` gives a word's kind, ``rules`` those of a kind; ``leaders`` may stand before a kernel."""

    kernels: dict[str, str]
    rules: dict[str, tuple[Rule, ...]]
    leaders: frozenset[str]


@cache
def grammar() -> Grammar:
    """The grammar of English news, compiled once."""
    words = time_words()
    kernels = dict.fromkeys(words.months, "month") | dict.fromkeys(words.weekdays, "weekday")
    kernels |= {f"{day}s": "weekday" for day in words.weekdays if day not in words.short}
    kernels |= dict.fromkeys([u for unit in words.units for u in (unit, unit + "s")], "unit")
    kernels |= dict.fromkeys(["century", "centuries"], "unit") | dict.fromkeys(["weekend", "weekends"], "unit")
    kernels |= dict.fromkeys([*relative.SHIFTS, "noon", "midnight", "am", "pm", "a", "p", "o"], "deictic")
    kernels |= dict.fromkeys(["morning", "afternoon", "evening", "night"], "part")
    kernels |= dict.fromkeys(words.seasons, "season")
    kernels |= dict.fromkeys(words.sets, "set")
    kernels |= {phrase.split()[-1]: "reference" for phrase in words.references if phrase.split()[-1] not in kernels}
    kernels |= {"nineteen": "spoken"}
    kernels.pop("a")
    kernels.pop("o")
    numbers = frozenset(words.numbers) | frozenset(words.months) | frozenset(words.weekdays)
    rules = {
        "month": month_rules(),
        "weekday": weekday_rules(),
        "unit": (*spoken_rules(), *week_rules(), *unit_rules()),
        "spoken": spoken_rules(),
        "year": (*clock_rules(), *numeric_rules(), *year_rules()),
        "numeric": (*clock_rules(), *numeric_rules()),
        "deictic": (*deictic_rules(), *clock_rules(), *weekday_rules()),
        "part": (*part_rules(), *unit_rules()),
        "season": season_rules(),
        "set": (Rule.of(rf"(?P<w>{either(words.sets)})", relative.in_set),),
        "reference": reference_rules(),
    }
    return Grammar(kernels, rules, LEADERS | numbers)


def number_units() -> tuple[str, str, str]:
    """The patterns of a unit, of a number before one, and of words that soften a number."""
    words = time_words()
    compared = rf"(?:more|less|fewer|longer){GAP}than|no{GAP}more{GAP}than|at{GAP}(?:least|most)|up{GAP}to"
    near = rf"(?P<near>(?:(?:{compared}|{either(words.near)}){GAP})+)?"
    return rf"(?P<u>{words.unit()})", rf"(?P<n>{words.number()})", near


def reference_rules() -> tuple[Rule, ...]:
    """Rules for "now" and its like; "the past two days" is a span, "as soon as" none."""
    unit, number, near = number_units()
    span = rf"(?!{GAP}(?:fiscal{GAP})?(?:{near}{number}{JOIN})?{unit}\b|{GAP}century|{GAP}as\b)"
    return (Rule.of(rf"(?P<w>{either(time_words().references)}){span}", relative.reference),)


def unit_rules() -> tuple[Rule, ...]:
    """Rules for units of time."""
    unit, number, near = number_units()
    single = rf"(?P<u>{either(time_words().units)})(?P<end>end)?"
    more = rf"(?:(?:more|consecutive|straight|full|additional|long|trading|whole|fiscal){GAP})?"
    relation = (
        rf"(?P<rel>(?:the{GAP})?(?:last|past|next|coming|previous|following|preceding|first|recent|final|latest))"
    )
    way = r"(?P<way>ago|earlier|later|from now|hence)"
    last, later = number.replace("?P<n>", "?P<last>"), r"(?:\s+and a half)?(?!-(?:earlier|ago|end))"
    return (
        Rule.of(rf"(?:an?{GAP})?{number}{JOIN}{unit}{JOIN}olds?", relative.old),
        *quarter_rules(),
        day_before_rule(),
        Rule.of(rf"(?:each|every){GAP}(?:other{GAP})?(?:{number}{GAP})?{unit}", relative.every),
        Rule.of(rf"{relation}{GAP}{near}{number}{JOIN}{more}{unit}", relative.span_of_units),
        Rule.of(rf"(?P<n>)(?P<rel>(?:the{GAP})?(?:recent|coming)){GAP}{unit}", relative.span_of_units),
        Rule.of(rf"{PART}{MOD}{RELATION}{GAP}(?:fiscal{GAP})?{single}", relative.this_unit),
        Rule.of(rf"{PART}{MOD}(?P<rel>last|next){GAP}{single}s(?={OWNED})", relative.this_unit),
        Rule.of(rf"{near}(?:{number}{JOIN})?{more}{unit}(?:{GAP}or so)?{GAP}{way}", relative.units_off),
        Rule.of(rf"{near}{number}{JOIN}{more}{unit}{GAP}(?P<way>before)(?=,\s)", relative.units_off),
        Rule.of(rf"{near}(?:{number}{JOIN}){more}{unit}(?={GAP}(?:after|before)\b)", relative.after_event),
        Rule.of(
            rf"{near}(?:the{GAP}(?!\w+-))?(?:{number}{GAP}(?:to|or){GAP})?{last}{JOIN}{more}{unit}{later}",
            relative.length,
        ),
        Rule.of(
            rf"(?P<lead>(?:earlier|later){GAP}(?:in{GAP})?)?(?P<part>{PART})the{GAP}(?:full{GAP}|latest{GAP}|fiscal{GAP})?{single}",
            relative.bare_unit,
        ),
        *century_rules(),
        Rule.of(unit, relative.bare_units),
    )


def quarter_rules() -> tuple[Rule, ...]:
    """Rules for quarters and for what a year before is compared with."""
    cardinal = "(?:first|second|third|fourth)"
    return (
        Rule.of(
            rf"(?:the{GAP})?(?:(?:comparable|same){GAP})?year-(?P<w>earlier|ago){GAP}(?:{cardinal}{GAP})?(?:quarter|period)",
            seasons.year_earlier,
        ),
        Rule.of(
            r"year-(?P<w>earlier|ago)",
            seasons.year_earlier,
        ),
        Rule.of(r"year[- ](?P<w>end)", seasons.year_earlier),
        Rule.of(
            rf"(?:(?P<rel>last|this|next)(?:{GAP}year)?(?:[’']s)?{GAP}|the{GAP}(?=\w+[ ]))?(?:fiscal{GAP})?"
            rf"(?P<o>{cardinal})[- ]quarter(?:{GAP}(?:of{GAP})?(?:fiscal{GAP})?(?P<y>{YEAR}))?",
            seasons.quarter,
        ),
    )


def deictic_rules() -> tuple[Rule, ...]:
    """Rules for "yesterday" and its like."""
    part = "(?P<part>morning|afternoon|evening|night)"
    mod = rf"(?:(?:early|earlier|late|later|mid-?(?:afternoon|morning)){GAP})?"
    return (
        Rule.of(r"the day (?:before|after) (?P<w>yesterday|tomorrow)", relative.before_last),
        Rule.of(rf"{mod}(?P<w>{either(relative.SHIFTS)})(?:{GAP}{part})?", relative.deictic),
    )


def part_rules() -> tuple[Rule, ...]:
    """Rules for parts of the day."""
    part = "(?P<part>morning|afternoon|evening|night)"
    mod = rf"(?:(?:early|earlier|late|later){GAP})?"
    told = rf"last|this|that|the{GAP}(?:same|next|following|previous|preceding)|the"
    return (
        day_before_rule(),
        Rule.of(rf"{mod}(?P<rel>{told}){GAP}{part}", relative.part_of_day),
    )


def day_before_rule() -> Rule:
    """The rule for "the night before" that stands alone; "the night before the raid" is told by the raid."""
    alone = rf"(?=\s*(?:[,.;:)”\"]|\Z)|{GAP}(?:{BEHIND_BEFORE})\b)"
    return Rule.of(rf"the{GAP}(?P<part>day|morning|afternoon|evening|night){GAP}before{alone}", relative.part_before)


def clock_rules() -> tuple[Rule, ...]:
    """Rules for times of day."""
    zone = rf"(?:{GAP}?\(?(?:GMT|UTC|EST|EDT|local{GAP}time|hours|hrs)(?:\s?[+-]\d{{1,2}})?\)?)?"
    half = r"(?P<ap>a\.?m\.?|p\.?m\.?)"
    words = time_words()
    date = rf"(?P<m>{words.month()})\.?{GAP}(?P<d>{DAY})(?!\d)"
    day = rf"(?:,?{GAP}(?:on{GAP})?(?:(?P<wd>{either(words.weekdays)}|yesterday|today|tomorrow)|{date}))?"
    return (
        Rule.of(
            rf"(?:(?:around|about|before|after){GAP})?(?P<h>\d{{1,2}})(?:[:.](?P<min>[0-5]\d))?{GAP}?{half}(?P<clock>){zone}{day}",
            relative.clock_time,
        ),
        Rule.of(
            rf"(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?::\d\d)?(?P<ap>)(?P<clock>){zone}{day}", relative.clock_time
        ),
        Rule.of(
            rf"(?P<h>[01]\d|2[0-4])(?P<min>[0-5]\d)(?P<ap>){GAP}(?P<clock>GMT|UTC|EST|EDT|hours|hrs){day}",
            relative.clock_time,
        ),
        Rule.of(rf"(?P<h>)(?P<min>)(?P<ap>)(?P<clock>noon){day}", relative.clock_time),
    )


def season_rules() -> tuple[Rule, ...]:
    """Rules for the seasons."""
    words = time_words()
    relation = rf"(?:(?P<rel>this{GAP}(?:past|coming)|last|this|next|the){GAP})?"
    return (
        Rule.of(
            rf"{PART}{MOD}{relation}(?P<s>{either(words.seasons)})(?:{GAP}(?:of{GAP})?(?P<y>{YEAR}))?", seasons.season
        ),
    )
