"""The review queue: what a coder sees next of a selection, and what one decision over all of it bears on."""

from __future__ import annotations

import numpy as np

from contested.desk.board import Board, Mask
from contested.desk.cards import Cards, homes
from contested.desk.leases import Leases
from contested.desk.pages import blind_cards
from contested.desk.selection import QueueAsked, Selection
from contested.desk.shapes.pages import ClaimCard
from contested.desk.shapes.review import Queue, QueueItem
from contested.desk.state import Desk
from contested.ledger.board_reads import claims_by_id


def next_claims(desk: Desk, leases: Leases, who: str, asked: QueueAsked) -> Queue:
    """The next claims of a selection that are not decided; those before other coders come last."""
    shown = desk.at(asked.as_of)
    selected = in_selection(shown.board, shown.chooser.mask(asked))
    waiting = selected & ~ended(desk, shown.board, who, asked.coding)
    held = set(asked.holding)
    # Two coders of one claim, one of them blind, are what blind coding is for.
    others = leases.others(who) if asked.coding == "open" else set()
    spread = order_of(shown.board, waiting, asked)[: asked.limit + len(held) + len(others)]
    ids = [(int(at), shown.board.queue.ids[at].decode()) for at in spread]
    free = [(at, id) for at, id in ids if id not in held]
    chosen = ([one for one in free if one[1] not in others] or free)[: asked.limit]
    if asked.coding == "open":
        leases.lend(who, (id for _, id in chosen))
    cards = cards_of(desk, [id for _, id in chosen], asked)
    return Queue(
        items=[item(shown.board, at, cards[id]) for at, id in chosen if id in cards],
        left=int(np.count_nonzero(waiting)),
        total=int(np.count_nonzero(selected)),
    )


def in_selection(board: Board, mask: Mask | None) -> Mask:
    """Which places of the queue belong to the selected incidents; None selects claims of no incident too."""
    ranks = board.queue.ranks
    if mask is None:
        return np.ones(len(ranks), dtype=bool)
    held: Mask = (ranks >= 0) & (mask[ranks] if len(mask) else False)
    return held


def ended(desk: Desk, board: Board, who: str, coding: str) -> Mask:
    """Which places of the queue are out of it for a coder."""
    if coding == "open":
        judged = board.is_judged
    else:
        judged = np.zeros(len(board.claim_ids), dtype=bool)
        judged[board.numbers_of(desk.judged.ended_by(who, coding))] = True
    ended: Mask = judged[board.queue.order]
    return ended


def order_of(board: Board, waiting: Mask, asked: QueueAsked) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """The places that wait, in the order asked for."""
    places = np.flatnonzero(waiting)
    if asked.order == "unsure":
        return places[np.argsort(board.queue.confidences[places], kind="stable")]
    return places


def cards_of(desk: Desk, ids: list[str], asked: QueueAsked) -> dict[str, ClaimCard]:
    """The claims as cards, by id; in blind coding without outlets and parties."""
    if asked.coding == "blind":
        return blind_cards(desk, ids)
    with desk.reading() as ledger:
        claims = list(claims_by_id(ledger, ids).values())
    cards = Cards(desk, homes(desk, claims, asked.as_of or ""))
    return {claim.id: cards.card(claim) for claim in claims}


def item(board: Board, at: int, card: ClaimCard) -> QueueItem:
    """One claim with why it comes now."""
    queue = board.queue
    reason = queue.words[int(queue.reasons[at])]
    return QueueItem(card=card, reason=reason, score=float(queue.scores[at]), position=at)


def undecided(desk: Desk, who: str, asked: Selection) -> list[str]:
    """Every claim of a selection that nobody decided, in the order of the queue."""
    shown = desk.at(asked.as_of)
    waiting = in_selection(shown.board, shown.chooser.mask(asked)) & ~ended(desk, shown.board, who, "open")
    return [id.decode() for id in shown.board.queue.ids[waiting]]
