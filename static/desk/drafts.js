/* What is typed into a form of the desk is kept at the server: after a pause, and when the page is left.
   Without this script a text is kept whenever it is posted and cannot be saved. */
"use strict";

const PAUSE = 3000;
const MOST_WHEN_LEAVING = 60000; /* What a browser still sends for a page that is gone. */

const watched = new WeakSet();
watchForms();
/* The file of a case opens forms in place, and says so. */
document.addEventListener("formset:added", watchForms);

function watchForms() {
  for (const sheet of document.querySelectorAll("input[data-keep]")) {
    if (!sheet.form || watched.has(sheet)) continue;
    watched.add(sheet);
    keepTyped(sheet, sheet.form);
  }
}

function keepTyped(sheet, form) {
  const told = (form.closest(".file-form") ?? document).querySelector("[data-draft-told]");
  let timer = null;
  let isDirty = false;
  let wasTyped = new URLSearchParams(location.search).has("draft");
  let sending = null;

  const touch = (event) => {
    if (event?.type.startsWith("formset:") && !event.detail?.formsetName) return; /* it was opened */
    isDirty = wasTyped = true;
    timer ??= setTimeout(keep, PAUSE);
  };
  const keep = async () => {
    timer = null;
    if (!isDirty || !form.isConnected) return; /* a small form of the file that was saved or closed */
    isDirty = false;
    sending = new AbortController();
    try {
      const answer = await fetch(sheet.dataset.keep, { method: "POST", body: typed(form), signal: sending.signal });
      const { told: words = "" } = answer.headers.get("content-type")?.includes("json") ? await answer.json() : {};
      tell(answer.ok ? words : words || sheet.dataset.notKept, !answer.ok);
    } catch (error) {
      if (error.name === "AbortError") return;
      tell(sheet.dataset.notKept, true);
      touch();
    }
  };
  const tell = (words, isWrong) => {
    told.textContent = words;
    told.hidden = !words;
    told.classList.toggle("is-error", isWrong);
  };
  const leave = () => {
    if (!isDirty || !form.isConnected) return;
    clearTimeout(timer);
    timer = null;
    isDirty = false;
    const body = typed(form);
    fetch(sheet.dataset.keep, { method: "POST", body, keepalive: `${body}`.length < MOST_WHEN_LEAVING }).catch(() => {
      isDirty = true;
    });
  };

  for (const kind of ["input", "change", "formset:added", "formset:removed"]) {
    form.addEventListener(kind, touch);
  }
  /* The look-ups tell of a choice to jQuery alone; so does Django of every one of them once, when the page is ready. */
  const listen = () => window.django?.jQuery?.(() => window.django.jQuery(form).on("change", () => touch()));
  if (document.readyState === "complete") listen();
  else window.addEventListener("load", listen);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    timer = null;
    isDirty = false;
    sending?.abort();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") leave();
  });
  window.addEventListener("pagehide", leave);
  /* The session has ended: what was typed here comes back after the login. */
  document.addEventListener("desk:leaving", (event) => {
    if (!sheet.isConnected) return;
    leave();
    const address = new URLSearchParams(sheet.dataset.keep.split("?")[1]).get("address");
    if (wasTyped) event.detail.address = `${address}?draft=${sheet.value.split(":")[0]}`;
  });
}

/* What would be posted: no file, no password, nor the empty row that new ones are copied from. */
function typed(form) {
  const secret = new Set([...form.querySelectorAll("input[type=password]")].map((each) => each.name));
  const entries = [...new FormData(form)].filter(
    ([name, value]) => typeof value === "string" && !secret.has(name) && !name.includes("__prefix__"),
  );
  return new URLSearchParams(entries);
}
