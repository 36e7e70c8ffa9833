import "../style/reading.css";
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { api, type Shapes } from "../api/client";
import { useApi } from "../api/use";
import { Fields } from "../reading/fields";
import { MarkedText } from "../reading/marked-text";
import type { Card, Mention } from "../reading/marks";
import { Warned } from "../reading/warning";
import { chain, eventWords } from "../reading/words";
import { day, many } from "../shell/format";
import { useShortcuts } from "../shell/shortcuts";
import { derived } from "../shell/status";
import { Trouble, Waiting } from "../shell/trouble";
import { useAddress, useKey, useTitle } from "../shell/use-selection";

/** A report with its claims marked. */
export function ReadingPage({ id }: { id: string }) {
  const got = useApi(`${id} ${derived.value}`, (signal) => api.GET("/api/reports/{id}", { params: { path: { id } }, signal }));
  useTitle(got.data?.report.title ?? "Report");
  if (got.problem) return <div class="page"><Trouble problem={got.problem} retry={got.retry} /></div>;
  return got.data ? <Report page={got.data} /> : <div class="page"><Waiting /></div>;
}

function Report({ page }: { page: Shapes["ReportPage"] }) {
  const [chosen, choose] = useKey("claim");
  const [shown, show] = useState<Mention | null>(null);
  const focused = page.claims.find((card) => card.claim.id === chosen);
  const select = (card: Card | undefined) => {
    show(null);
    choose(card?.claim.id ?? "");
  };
  const step = (by: number) => {
    const at = focused ? page.claims.indexOf(focused) + by : by > 0 ? 0 : page.claims.length - 1;
    select(page.claims[Math.max(0, Math.min(page.claims.length - 1, at))]);
  };
  useShortcuts([
    { name: "claim-next", key: "j", description: "Next claim of the report", group: "Reading", handler: () => step(1) },
    { name: "claim-before", key: "k", description: "Claim before", group: "Reading", handler: () => step(-1) },
    { name: "claim-none", key: "Escape", description: "No claim chosen", group: "Reading", handler: () => select(undefined) },
  ]);
  return (
    <Warned graphic={page.graphic} title={page.report.title ?? "Report"} what="report">
      <div class="reading">
        <article class="report-body">
          <ReportHead page={page} />
          <MarkedText page={page} focused={focused} shown={shown} onClaim={(number) => select(page.claims.find((card) => card.number === number))} />
        </article>
        <section class="side" aria-label="Claims of the report">
          <h2>{many(page.claims.length, "claim")}</h2>
          {page.claims.length === 0 && <p class="empty">Nothing in this report was read as a claim. That says nothing about what happened.</p>}
          <div class="claims-list">
            {page.claims.map((card) => <ClaimBox key={card.claim.id} card={card} open={card === focused} onOpen={() => select(card)} onWords={show} />)}
          </div>
        </section>
      </div>
    </Warned>
  );
}

export function ReportHead({ page }: { page: Shapes["ReportPage"] }) {
  const { report } = page;
  return (
    <header class="report-head">
      <h1>{report.title ?? report.headline?.quote ?? report.ref}</h1>
      <p class="hint">
        {report.publisher ?? "unknown outlet"}{report.republisher && `, passed on by ${report.republisher}`}
        {" · "}{report.published ? day(report.published) : "no date"}{report.author && ` · ${report.author}`}
        {page.copies.length > 0 && ` · came in ${many(page.copies.length, "more time")}`}
        {report.url && <> · <a href={safe(report.url)} rel="noreferrer noopener" target="_blank">source</a></>}
      </p>
      <p class="legend" aria-hidden="true">
        <span class="m-trigger">what</span><span class="m-initiator">by whom</span><span class="m-target">to whom</span><span class="m-effect">toll</span>
        <span class="m-place">where</span><span class="m-time">when</span><span class="m-source">who says so</span><span class="m-loaded">takes a side</span>
        <span class="m-other">another claim</span><span class="m-boilerplate">not part of the report</span>
      </p>
    </header>
  );
}

/** Only addresses of the web are links; a report may name any other scheme. */
export const safe = (url: string): string | undefined => (/^https?:\/\//i.test(url) ? url : undefined);

interface BoxAsked {
  card: Card;
  open: boolean;
  onOpen: () => void;
  onWords: (mention: Mention) => void;
}

function ClaimBox({ card, open, onOpen, onWords }: BoxAsked) {
  const address = useAddress();
  return (
    <article class="panel claim-card" aria-current={open}>
      <div class="claim-head">
        <span class="number">{card.number}</span>
        <button type="button" class="plain" aria-expanded={open} onClick={onOpen}>{eventWords(card.claim.event)}</button>
        <span class="hint">{chain(card.claim)}</span>
        {card.state !== "unreviewed" && <span class="mark">{card.state}</span>}
      </div>
      {open && <>
        <Fields card={card} onWords={onWords} />
        {card.incident && <Link href={address(`/incident/${card.incident}`)}>The incident, with what others say</Link>}
      </>}
    </article>
  );
}
