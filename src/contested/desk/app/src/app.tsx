import type { ComponentChildren } from "preact";
import { lazy, Suspense } from "preact/compat";
import { useEffect, useState } from "preact/hooks";
import { Link, Route, Switch, useLocation } from "wouter-preact";
import { wanted } from "./api/use";
import { Overview } from "./pages/overview";
import { day } from "./shell/format";
import { Help } from "./shell/help";
import { useMoment } from "./shell/moment";
import { progress } from "./shell/progress";
import { dispatch } from "./shell/shortcuts";
import { status, statusProblem, refreshStatus, watchStatus } from "./shell/status";
import { TopBar } from "./shell/topbar";
import { Trouble, Waiting } from "./shell/trouble";
import { useSelection } from "./shell/use-selection";
import { NameDialog, neverAsked, SignIn } from "./shell/who";

const Incident = lazy(() => import("./pages/incident").then((page) => ({ default: page.IncidentPage })));
const Reading = lazy(() => import("./pages/reading").then((page) => ({ default: page.ReadingPage })));
const Review = lazy(() => import("./pages/review").then((page) => ({ default: page.ReviewPage })));
const Control = lazy(() => import("./pages/control").then((page) => ({ default: page.ControlPage })));
const Framing = lazy(() => import("./pages/framing").then((page) => ({ default: page.FramingPage })));
const Brief = lazy(() => import("./pages/brief").then((page) => ({ default: page.BriefPage })));
const Audit = lazy(() => import("./pages/audit").then((page) => ({ default: page.AuditPage })));

/** Pages wait until the incidents as known on the day of their address are at hand; the overview waits by itself. */
function Standpoint({ children }: { children: ComponentChildren }) {
  const [{ as_of }, change] = useSelection();
  const [at] = useLocation();
  const moment = useMoment(at === "/" ? null : as_of);
  if (!as_of || at === "/") return <>{children}</>;
  return (
    <>
      <p class="standpoint">As known on <strong>{day(as_of)}</strong>: what was reported later is left out.
        <button type="button" onClick={() => change({ as_of: null })}>Back to now</button></p>
      {moment.problem && <Trouble problem={moment.problem} retry={moment.retry} />}
      {!moment.ready && !moment.problem && <Waiting>{moment.state ? progress(moment.state) : "asking"}…</Waiting>}
      {moment.ready && children}
    </>
  );
}

function Routes() {
  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        <Route path="/"><Overview /></Route>
        <Route path="/incident/:id">{({ id }) => <Incident id={decodeURIComponent(id)} />}</Route>
        <Route path="/report/:id">{({ id }) => <Reading id={decodeURIComponent(id)} />}</Route>
        <Route path="/review"><Review /></Route>
        <Route path="/control"><Control place="" /></Route>
        <Route path="/control/:place">{({ place }) => <Control place={decodeURIComponent(place)} />}</Route>
        <Route path="/framing"><Framing /></Route>
        <Route path="/brief"><Brief /></Route>
        <Route path="/audit"><Audit /></Route>
        <Route><div class="page"><h1>No such page</h1><p>This address leads nowhere. <Link href="/">Go to the overview</Link>.</p></div></Route>
      </Switch>
    </Suspense>
  );
}

/** The frame around every page: the bar, the dialogs, the keys; and a focus that follows the page. */
export function App() {
  const [help, setHelp] = useState(false);
  const [at] = useLocation();
  useEffect(() => watchStatus(), []);
  useEffect(() => {
    window.addEventListener("keydown", dispatch);
    return () => window.removeEventListener("keydown", dispatch);
  }, []);
  const now = status.value;
  useEffect(() => {
    if (now && !now.user && !now.read_only && neverAsked()) wanted.value ??= "user";
  }, [now]);
  useEffect(() => {
    scrollTo(0, 0);
  }, [at]);
  if (wanted.value === "session") return <SignIn />;
  return (
    <>
      <a class="skip" href="#main">Skip to the page</a>
      <TopBar onHelp={() => setHelp(true)} />
      {statusProblem.value && !now && <Trouble problem={statusProblem.value} retry={() => void refreshStatus()} />}
      <main id="main" tabIndex={-1}><Standpoint><Routes /></Standpoint></main>
      {help && <Help onClose={() => setHelp(false)} />}
      {wanted.value === "user" && <NameDialog />}
    </>
  );
}
