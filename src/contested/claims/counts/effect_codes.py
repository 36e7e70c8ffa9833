"""Which codes of events bring which effects: those that harm nobody, those whose effect is the event itself."""

from __future__ import annotations

# Codes of events that kill, hurt or break nothing themselves.
PEACEFUL = frozenset(
    """territory_gained territory_lost control deployment base_established withdrawal arrival agreement release talks
    threat warning accusation demand denial condemnation support responsibility aid""".split()
)
# Kinds that have events of their own.
OWN_EVENTS = {
    "destroyed": frozenset({"destruction", "interception"}),
    "damaged": frozenset({"destruction"}),
    "displaced": frozenset({"displacement"}),
    "captured": frozenset({"capture", "seizure", "abduction", "arrest"}),
    "detained": frozenset({"arrest", "abduction", "capture"}),
    "released": frozenset({"release"}),
    "abducted": frozenset({"abduction", "capture"}),
    "evacuated": frozenset({"evacuation"}),
    "surrendered": frozenset({"surrender"}),
}
OWNED = frozenset({"destruction", "displacement", "evacuation", "capture", "seizure", "arrest", "surrender", "looting"})
BODILY = frozenset({"killed", "injured"})
# Codes that bring death only where nothing violent is told: "regained the village after killing dozens".
BRINGING = frozenset({"territory_gained", "destruction", "withdrawal"})
