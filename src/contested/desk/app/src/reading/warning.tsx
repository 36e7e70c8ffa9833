import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { keep, kept } from "../shell/store";

interface Asked {
  graphic: boolean;
  title: string;
  what: "report" | "incident";
  children: ComponentChildren;
}

/** A warning before words that may be hard to read; the choice is kept in this browser. */
export function Warned({ graphic, title, what, children }: Asked) {
  const [open, setOpen] = useState<boolean>(!graphic || kept("graphic", false));
  if (open) return <>{children}</>;
  const always = () => {
    keep("graphic", true);
    setOpen(true);
  };
  return (
    <div class="page"><div class="panel warning" role="alert">
      <h1>{title}</h1>
      <p>This {what} tells of people killed or injured, and may be hard to read.</p>
      <div class="row"><button type="button" class="primary" onClick={() => setOpen(true)}>Show it</button>
        <button type="button" onClick={always}>Show it, and do not ask again</button></div>
    </div></div>
  );
}
