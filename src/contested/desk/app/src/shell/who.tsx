import { useState } from "preact/hooks";
import { isProblem, wanted, type Problem } from "../api/use";
import { Dialog } from "./dialog";
import { signIn, status } from "./status";
import { keep, kept } from "./store";
import { Trouble } from "./trouble";

function Form({ token, onDone }: { token: boolean; onDone: () => void }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    const user = String(given.get("user") ?? "").trim();
    setBusy(true);
    try {
      await signIn(user, String(given.get("token") ?? ""));
      keep("name", user);
      onDone();
    } catch (error) {
      if (isProblem(error)) setProblem(error);
    }
    setBusy(false);
  };
  const names = status.value?.users ?? [];
  return (
    <form class="stack" onSubmit={send}>
      <label>Your name
        <input name="user" autofocus required maxLength={80} autocomplete="username" list="users" defaultValue={status.value?.user ?? kept("name", "")} />
      </label>
      <datalist id="users">{names.map((name) => <option key={name} value={name} />)}</datalist>
      {token && <label>Token of this desk
        <input name="token" type="password" required autocomplete="current-password" />
      </label>}
      {problem && <Trouble problem={problem} />}
      <div class="row"><button class="primary" disabled={busy}>{token ? "Sign in" : "Keep this name"}</button></div>
    </form>
  );
}

/** The page in place of everything where the desk asks for its token. */
export function SignIn() {
  return (
    <main class="sign-in" id="main">
      <h1>Contested</h1>
      <p>This desk asks for the token that it printed when it was started.</p>
      <Form token onDone={() => location.reload()} />
    </main>
  );
}

/** Asks for a name; what is decided is kept under it. */
export function NameDialog() {
  const close = () => {
    keep("asked", true);
    wanted.value = null;
  };
  return (
    <Dialog title="Who works here?" onClose={close}>
      <p>Whatever you judge is kept under this name, so that others can see who decided what. To look around, no name is needed: close this.</p>
      <Form token={false} onDone={close} />
    </Dialog>
  );
}

/** Whether a first visitor was never asked for a name. */
export const neverAsked = (): boolean => !kept("asked", false);

/** Who works here, as a button to change it. */
export function Who() {
  const user = status.value?.user;
  return (
    <button type="button" class="quiet who" onClick={() => (wanted.value = "user")}
      title={user ? "Judgements are kept under this name; choose to change it" : "Judgements need a name"}>
      <span class="visually-hidden">Who works here: </span>{user ?? "Your name?"}
    </button>
  );
}
