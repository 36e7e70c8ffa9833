"""In which words: rare words that both use; a shared run of words means that one repeats the other or a third."""

from __future__ import annotations

from contested.reconcile.compare.finding import Finding
from contested.reconcile.profile import Profile
from contested.reconcile.wordings import weight_of, weight_of_all, word_weights

LEAST = 40.0  # weight under which a sentence is too short to say much
CHANCE = 0.22  # share of weight that two sentences on one war have in common by chance


def compare(one: Profile, other: Profile) -> Finding:
    """The weight of shared words against the lighter side's; shared runs of words against the shorter side's."""
    shared = one.words & other.words
    lighter = min(weight_of_all(one.words), weight_of_all(other.words))
    share = weight_of(shared) / max(lighter, LEAST)
    runs = len(one.runs & other.runs) / max(8, min(len(one.runs), len(other.runs)))
    score = max(-0.8, min(2.5, (share - CHANCE) * 5.0)) + min(2.5, 4.0 * runs)
    known = word_weights()
    rare = sorted(shared, key=lambda w: (known.get(w, 99.0), w), reverse=True)[:4]
    return Finding("words", score, f"{share:.0%} of the weight of words ({', '.join(rare)}), {runs:.0%} of the runs")
