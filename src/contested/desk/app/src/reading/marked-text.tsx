import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Shapes } from "../api/client";
import { selectedMention, stretches, type Mention, type Stretch } from "./marks";

interface Asked {
  page: Shapes["ReportPage"];
  focused: Shapes["ClaimCard"] | undefined;
  onClaim: (number: number) => void;
  onWords?: (words: Mention | null) => void;
  /** A span to bring into view. */
  shown?: Mention | null;
}

/** The report's text with the focused claim's words marked, other claims' triggers underlined, boilerplate greyed. */
export function MarkedText({ page, focused, onClaim, onWords, shown }: Asked) {
  const pane = useRef<HTMLDivElement>(null);
  const cut = useMemo(() => stretches(page, focused), [page, focused]);
  useEffect(() => {
    if (!onWords) return;
    const look = () => pane.current && onWords(selectedMention(pane.current, page.report.text));
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [page, onWords]);
  const target = shown ?? focused?.claim.trigger;
  useEffect(() => {
    if (target && pane.current) bringIntoView(pane.current, target.start);
  }, [target?.start, page.report.id]);
  return (
    <div class="marked" ref={pane} role="document" lang={page.report.language ?? "en"} dir="auto" tabIndex={0} aria-label="Text of the report">
      {cut.map((one) => <Piece key={one.start} stretch={one} text={page.report.text} focused={focused?.number} onClaim={onClaim} />)}
    </div>
  );
}

interface PieceAsked {
  stretch: Stretch;
  text: string;
  focused: number | undefined;
  onClaim: (number: number) => void;
}

function Piece({ stretch, text, focused, onClaim }: PieceAsked) {
  const words = text.slice(stretch.start, stretch.end);
  const shared = { "data-start": stretch.start, class: classes(stretch), title: stretch.titles.join("; ") || undefined };
  const first = stretch.triggers.find((number) => number !== focused) ?? stretch.triggers[0];
  if (first === undefined) return <span {...shared}>{words}</span>;
  const go = () => window.getSelection()?.isCollapsed !== false && onClaim(first);
  return (
    <span {...shared} role="button" tabIndex={0} aria-label={`${words}, claim ${stretch.triggers.join(" and ")}`}
      aria-pressed={stretch.triggers.includes(focused ?? -1)} onClick={go}
      onKeyDown={(event) => event.key === "Enter" && (event.preventDefault(), onClaim(first))}>{words}</span>
  );
}

function classes(stretch: Stretch): string | undefined {
  return stretch.layers.map((layer) => `m-${layer}`).join(" ") || undefined;
}

function bringIntoView(pane: HTMLElement, offset: number): void {
  const pieces = [...pane.querySelectorAll<HTMLElement>("[data-start]")];
  const piece = pieces.findLast((one) => Number(one.dataset["start"]) <= offset);
  if (!piece) return;
  const box = pane.getBoundingClientRect();
  const at = piece.getBoundingClientRect();
  if (at.top < box.top + 24 || at.bottom > box.bottom - 24) pane.scrollTop += at.top - box.top - box.height / 3;
}

