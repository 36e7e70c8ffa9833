import { afterEach, describe, expect, it, vi } from "vitest";
import { allShortcuts, assign, declare, dispatch, keyFor, keyOf, register, resetKeys, switchShortcuts, type Shortcut } from "./shortcuts";

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, target: null, preventDefault: () => undefined, ...more,
}) as KeyboardEvent;
const made = (name: string, key: string, group?: string) => (
  { name, key, description: `does ${name}`, handler: vi.fn<(event: KeyboardEvent) => void>(), ...(group ? { group } : {}) });
const gone: (() => void)[] = [];
const shown = (...some: Shortcut[]) => gone.push(register(some));

afterEach(() => {
  for (const one of gone.splice(0)) one();
  resetKeys();
  switchShortcuts(true);
});

describe("a key press is written", () => {
  it.each([
    [press("j"), "j"], [press("?", { shiftKey: true }), "?"], [press("A", { shiftKey: true }), "Shift+a"], [press("z", { ctrlKey: true }), "Ctrl+z"],
    [press("z", { metaKey: true, shiftKey: true }), "Ctrl+Shift+z"], [press(" "), "Space"], [press("ArrowUp", { shiftKey: true }), "Shift+ArrowUp"], [press("Shift"), ""],
  ])("%#", (event, text) => expect(keyOf(event)).toBe(text));
});

describe("shortcuts", () => {
  it("do what their key asks, while they are shown", () => {
    const one = made("t-one", "1");
    const leave = register([one]);
    dispatch(press("1"));
    leave();
    dispatch(press("1"));
    expect(one.handler).toHaveBeenCalledTimes(1);
  });
  it("follow a changed key", () => {
    const one = made("t-two", "2");
    shown(one);
    expect(assign("t-two", "9")).toBeNull();
    dispatch(press("2"));
    expect(one.handler).not.toHaveBeenCalled();
    dispatch(press("9"));
    expect(one.handler).toHaveBeenCalledOnce();
    expect(keyFor("t-two")).toBe("9");
  });
  it("never share a key where they meet", () => {
    shown(made("t-three", "3", "Here"), made("t-four", "4", "Here"), made("t-five", "5", "There"));
    expect(assign("t-three", "4")).toBe("does t-four");
    expect(keyFor("t-three")).toBe("3");
    expect(assign("t-three", "5")).toBeNull();
  });
  it("may be two keys in a row", () => {
    const one = made("t-six", "g 6");
    const other = made("t-seven", "6");
    shown(one, other);
    dispatch(press("g"));
    dispatch(press("6"));
    dispatch(press("6"));
    expect([one.handler.mock.calls.length, other.handler.mock.calls.length]).toEqual([1, 1]);
  });
  it("can be switched off, but for those with Ctrl", () => {
    const one = made("t-eight", "8");
    const undo = made("t-undo", "Ctrl+z");
    shown(one, undo);
    switchShortcuts(false);
    dispatch(press("8"));
    dispatch(press("z", { ctrlKey: true }));
    expect([one.handler.mock.calls.length, undo.handler.mock.calls.length]).toEqual([0, 1]);
  });
  it("stay in the list of help after their page is left", () => {
    register([made("t-left", "l", "Gone")])();
    expect(allShortcuts().find((one) => one.shortcut.name === "t-left")).toMatchObject({ key: "l", works: false });
  });
  it("can be told before their page is opened", () => {
    const one = made("t-told", "t", "Elsewhere");
    declare([one]);
    dispatch(press("t"));
    expect([keyFor("t-told"), one.handler.mock.calls.length]).toEqual(["t", 0]);
  });
});
