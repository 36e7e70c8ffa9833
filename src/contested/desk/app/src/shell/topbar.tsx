import { Link, useLocation } from "wouter-preact";
import { Behind } from "./behind";
import { Search } from "./search";
import { useShortcuts } from "./shortcuts";
import { status } from "./status";
import { theme, THEMES } from "./theme";
import { useAddress } from "./use-selection";
import { Who } from "./who";

/** The pages, with the second key of "g …" that leads there. */
export const PAGES = [
  { path: "/", name: "Overview", key: "o" },
  { path: "/review", name: "Review", key: "r" },
  { path: "/control", name: "Control", key: "c" },
  { path: "/framing", name: "Framing", key: "f" },
  { path: "/brief", name: "Brief", key: "b" },
  { path: "/audit", name: "Audit", key: "a" },
] as const;

function Pages() {
  const [at, go] = useLocation();
  const address = useAddress();
  useShortcuts(PAGES.map(({ path, name, key }) => ({
    name: `go-${name.toLowerCase()}`, key: `g ${key}`, description: `Go to ${name}`, handler: () => go(address(path)),
  })));
  const here = (path: string) => (path === "/" ? at === "/" || at.startsWith("/incident") || at.startsWith("/report") : at.startsWith(path));
  return (
    <nav aria-label="Pages" class="pages">
      {PAGES.map(({ path, name }) => (
        <Link key={path} href={address(path)} aria-current={here(path) ? "page" : undefined}>{name}</Link>
      ))}
    </nav>
  );
}

function ThemeSwitch() {
  const next = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? "auto";
  const sign = { auto: "◐", light: "☀", dark: "☾" }[theme.value];
  return (
    <button type="button" class="quiet" aria-label={`Theme: ${theme.value}; change to ${next}`} title={`Theme: ${theme.value}`}
      onClick={() => (theme.value = next)}>{sign}</button>
  );
}

/** The bar at the top of every page. */
export function TopBar({ onHelp }: { onHelp: () => void }) {
  const now = status.value;
  useShortcuts([{ name: "help", key: "?", description: "This list of shortcuts", handler: onHelp }]);
  return (
    <header class="topbar">
      <span class="ledger" title={now?.ledger}>{now ? (now.ledger.split(/[\\/]/).pop() ?? now.ledger) : "Contested"}</span>
      {now?.read_only && <span class="mark" title="This desk was started read-only: nothing can be judged here">read-only</span>}
      <Pages />
      <Search />
      <Behind />
      <span class="tools">
        {now && !now.read_only && <Who />}
        <ThemeSwitch />
        <button type="button" class="quiet" aria-label="Keyboard shortcuts" title="Keyboard shortcuts" onClick={onHelp}>?</button>
      </span>
    </header>
  );
}
