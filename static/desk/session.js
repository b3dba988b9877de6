/* Before a session ends somebody is asked, and one key prolongs it; typing does, reading alone does not.
   When it has ended the page is left, so that nobody reads it on a screen that was left alone. */
"use strict";

const ending = document.querySelector("dialog[data-session]");
if (ending) watch(ending);

function watch(dialog) {
  const { session, login } = dialog.dataset;
  const idle = Number(dialog.dataset.idle);
  const warn = idle > Number(dialog.dataset.warn) ? Number(dialog.dataset.warn) : idle / 2;
  const between = Math.min(60, idle / 5);
  let endsAt = performance.now() + idle * 1000;
  let toldAt = performance.now();
  let timer = null;

  const left = () => (endsAt - performance.now()) / 1000;
  /* Seconds the session still has; -1 where it has ended, null where nobody answers. */
  const ask = async (stay) => {
    try {
      const answer = await fetch(stay ? `${session}?stay=1` : session, { credentials: "same-origin", cache: "no-store" });
      if (!answer.headers.get("content-type")?.includes("json")) return answer.ok ? -1 : null;
      return (await answer.json()).seconds;
    } catch {
      return null;
    }
  };
  const look = () => {
    clearTimeout(timer);
    const next = dialog.open ? Math.min(left(), 1) : left() - warn;
    timer = setTimeout(check, Math.max(0.2, Math.min(next, 3600)) * 1000);
  };
  const check = async () => {
    if (dialog.open && left() > 0) {
      say();
      return look();
    }
    /* Another page may have prolonged it. */
    const seconds = await ask(false);
    if (seconds === -1 || (seconds === null && left() <= 0)) return leave();
    if (seconds !== null) endsAt = performance.now() + seconds * 1000;
    if (left() > warn + 1) dialog.close();
    else if (!dialog.open) open();
    look();
  };
  const open = () => {
    say();
    dialog.showModal();
    dialog.querySelector("button").focus();
  };
  const say = () => {
    const minutes = Math.max(1, Math.ceil(left() / 60));
    const words = dialog.querySelector("[data-left]");
    if (words.textContent !== `${minutes}`) words.textContent = minutes;
  };
  const stay = async () => {
    dialog.close();
    const seconds = await ask(true);
    if (seconds === -1) return leave();
    if (seconds !== null) endsAt = performance.now() + seconds * 1000;
    toldAt = performance.now();
    look();
  };
  const leave = () => {
    clearTimeout(timer);
    const detail = { address: location.pathname + location.search };
    document.dispatchEvent(new CustomEvent("desk:leaving", { detail }));
    location.assign(`${login}?${new URLSearchParams({ next: detail.address })}`);
  };

  dialog.querySelector("button").addEventListener("click", stay);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    stay();
  });
  document.addEventListener("input", () => {
    if (!dialog.open && performance.now() - toldAt > between * 1000) {
      toldAt = performance.now();
      stay();
    }
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") check();
  });
  look();
}
