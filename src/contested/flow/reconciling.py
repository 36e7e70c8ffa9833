"""Claims become incidents: read from the ledger, reconciled, and kept there; only what is new is compared."""

from __future__ import annotations

import gc
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from contested.flow.reuse import Kept, kept_incidents
from contested.flow.rules import rule_files
from contested.ledger.incidents import (
    Build,
    Moment,
    Repetition,
    Scores,
    bring_up_to_date,
    build_digest,
    claims_known,
    keep_build,
    kept_scores,
)
from contested.ledger.judgements import judgements_of
from contested.ledger.reads import Ledger, open_ledger
from contested.model.amend import claims_as_judged
from contested.model.claim import Claim
from contested.model.incident import Incident
from contested.model.judgement import Judgement, in_force, taking_effect
from contested.packs.load import load_packs
from contested.packs.pack import Pack
from contested.reconcile.accounts import accounts_of
from contested.reconcile.cluster import cluster
from contested.reconcile.constraints import Constraints, constraints_of
from contested.reconcile.decide import THRESHOLD, decide
from contested.reconcile.events import event_families
from contested.reconcile.incidents import Known
from contested.reconcile.lanes import holdings_of
from contested.reconcile.lending import with_lent_days
from contested.reconcile.origin import origins_of
from contested.reconcile.profile import Profile
from contested.reconcile.propose import candidate_pairs
from contested.reconcile.roots import Text
from contested.reconcile.sums import with_parts

NOW = Moment()
SAID = frozenset({"speech", "state"})
WORDLESS = frozenset({"skip", "flag", "note"})  # judgements that change nothing
Progress = Callable[[str, int], None]


@dataclass(slots=True)
class Reconciled:
    """What a run did; ``unchanged`` where nothing was new.

    ``adrift`` are judgements on claims no longer told, and edits that fit no longer.
    ``spared`` pairs and ``taken`` incidents are known from before.
    """

    incidents: int = 0
    of_many: int = 0
    claims: int = 0
    accounts: int = 0
    compared: int = 0
    spared: int = 0
    taken: int = 0
    judgements: int = 0
    overruled: list[str] = field(default_factory=list)
    adrift: list[str] = field(default_factory=list)
    unchanged: bool = False


@dataclass(slots=True)
class Matter:
    """What is reconciled: the claims by id, the reports' texts, the refs of each text, the judgements."""

    claims: dict[str, Claim]
    texts: list[Text]
    refs: dict[str, tuple[str, ...]]
    judgements: list[Judgement]


def reconcile_ledger(
    path: Path, packs: Sequence[str], moment: Moment = NOW, progress: Progress = lambda _, __: None, again: bool = False
) -> Reconciled:
    """Derive the incidents of a moment and keep them; raises LedgerError, PackError."""
    pack, rules = load_packs(tuple(packs)), reconcile_rules(packs)
    bring_up_to_date(path)
    with open_ledger(path) as ledger:
        matter = matter_of(ledger, moment)
        digest = digest_of(matter, rules)
        if not again and build_digest(ledger, moment) == digest:
            return Reconciled(unchanged=True, claims=len(matter.claims))
        scores = {} if again else kept_scores(ledger, rules)
        kept = Kept() if again else kept_incidents(ledger, moment, rules)
    progress("claims", len(matter.claims))
    with no_collection():
        build, done = derive(matter, pack, scores, progress, kept)
    build.moment, build.digest, build.rules = moment, digest, rules
    keep_build(path, build)
    return done


def derive(
    matter: Matter, pack: Pack, scores: Scores, progress: Progress = lambda _, __: None, kept: Kept | None = None
) -> tuple[Build, Reconciled]:
    """The build of the matter at hand, and what it took."""
    constraints = constraints_of(matter.judgements)
    told, unfit = claims_as_judged(matter.claims, matter.judgements)
    claims = {id: claim for id, claim in told.items() if id not in constraints.rejected}
    origins = origins_of(matter.texts, pack)
    accounts = all_accounts(with_lent_days(claims, origins.family), constraints, pack)
    progress("accounts", len(accounts))
    scored, kept = Scored(scores), kept or Kept()
    groups = group(accounts, scored, constraints, progress)
    progress("roots", len(origins.links))
    known = Known(pack, origins, matter.refs)
    judged = judged_claims(in_force(tuple(matter.judgements)))
    made = ordered(kept.incident(g, claims, known, ids_bearing(g, judged)) for g in groups)
    incidents = with_parts(made, accounts)
    progress("incidents", len(incidents))
    links = [Repetition(link.later, link.earlier, link.kind, link.share, link.why) for link in origins.links]
    build = Build(NOW, "", incidents, list(holdings_of(claims.values(), pack)), links, scored.new)
    done = Reconciled(
        incidents=len(incidents), of_many=sum(len(i.tellers) > 1 for i in incidents), claims=len(claims),
        accounts=len(accounts), compared=len(scored.new), spared=scored.spared, taken=kept.taken,
        judgements=len(matter.judgements),
        overruled=[j.id for j in constraints.overruled],
        adrift=[j.id for j in matter.judgements if j in unfit or any(c not in matter.claims for c in j.claims)],
    )  # fmt: skip
    return build, done


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep Python from searching millions of objects that all stay for cycles that there are none of."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Scored:
    """Scores of pairs: those kept from before, and those made now."""

    def __init__(self, kept: Scores) -> None:
        self.kept, self.new, self.spared = kept, Scores(), 0

    def __call__(self, one: Profile, other: Profile) -> float:
        """The score of two accounts, smaller id first."""
        pair = (one.id, other.id)
        score = self.kept.get(pair)
        if score is not None:
            self.spared += 1
            return score
        if pair not in self.new:
            self.new[pair] = decide(one, other).score
        return self.new[pair]


def all_accounts(claims: Iterable[Claim], constraints: Constraints, pack: Pack) -> list[Profile]:
    """The accounts of every report."""
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report.id].append(claim)
    return [account for report in sorted(by_report) for account in accounts_of(by_report[report], constraints, pack)]


def group(
    accounts: list[Profile], scored: Scored, constraints: Constraints, progress: Progress = lambda _, __: None
) -> list[list[Profile]]:
    """The accounts that tell one incident each."""
    edges = []
    for count, (one, other) in enumerate(candidate_pairs(accounts), 1):
        score = scored(one, other)
        if score >= THRESHOLD:
            edges.append((score, one.id, other.id))
        if count % 10_000 == 0:
            progress("pairs", count)
    return cluster(accounts, edges, scored, constraints)


def ordered(incidents: Iterable[Incident]) -> list[Incident]:
    """Told by most reports first; of equals acts before speech, then those whose dead most reports tell, dated ones."""
    groups = event_families().groups

    def place(incident: Incident) -> tuple[int, bool, int, bool, int, str]:
        """What an incident is ordered by; the id last, so that no two are equal."""
        spoken = groups[incident.event] in SAID
        deadly = len({figure.report for figure in incident.figures if figure.kind == "killed"})
        return -len(incident.tellers), spoken, -deadly, incident.start is None, -len(incident.claims), incident.id

    return sorted(incidents, key=place)


def judged_claims(judgements: Iterable[Judgement]) -> dict[str, list[str]]:
    """The judgements on each claim, of those given."""
    found: dict[str, list[str]] = defaultdict(list)
    for judgement in judgements:
        for claim in judgement.claims:
            found[claim].append(judgement.id)
    return found


def ids_bearing(accounts: Iterable[Profile], judged: dict[str, list[str]]) -> list[str]:
    """The judgements that bear on the claims of an incident."""
    if not judged:
        return []
    return sorted({id for account in accounts for claim in account.claims for id in judged.get(claim, ())})


def matter_of(ledger: Ledger, moment: Moment) -> Matter:
    """What the ledger knew at a moment."""
    known = None if moment == NOW else set(claims_known(ledger, moment))
    claims = {claim.id: claim for claim in ledger.claims() if known is None or claim.id in known}
    claims |= {id: ledger.claim(id).claim for id in sorted(known - claims.keys())} if known else {}
    refs: dict[str, list[str]] = defaultdict(list)
    texts: list[Text] = []
    for id in dict.fromkeys(claim.report.id for claim in claims.values()):
        report = ledger.report(id)
        for seen in ledger.appearances(id):
            refs[id].append(seen.ref)
        text = report.text
        for boilerplate in sorted(report.boilerplate, key=lambda b: -b.mention.start):
            text = text[: boilerplate.mention.start] + text[boilerplate.mention.end :]
        texts.append(Text(id, text, report.publisher, report.published))
    judgements = [j for j in taking_effect(judgements_of(ledger, moment.read_by)) if j.kind not in WORDLESS]
    return Matter(claims, texts, {id: tuple(held) for id, held in refs.items()}, judgements)


def digest_of(matter: Matter, rules: str) -> str:
    """The rules, and a hash of everything that incidents are derived from."""
    total = hashlib.sha256(rules.encode())
    for id in sorted(matter.claims):
        total.update(id.encode())
    for report in sorted(matter.refs):
        total.update(f"{report} {sorted(matter.refs[report])}".encode())
    for judgement in matter.judgements:
        total.update(judgement.id.encode())
    return f"{rules} {total.hexdigest()}"


def reconcile_rules(packs: Sequence[str]) -> str:
    """The version of everything that decides: code and lexicons of reconciling, and the packs."""
    from importlib.resources import files

    total = hashlib.sha256("+".join(packs).encode())
    for room in ("reconcile", "packs", "gazetteer/folding.py", "gazetteer/lexicon"):
        entry = files("contested").joinpath(room)
        for file in rule_files(entry) if entry.is_dir() else [entry]:
            total.update(file.name.encode() + b"\0" + file.read_bytes())
    return total.hexdigest()[:16]
