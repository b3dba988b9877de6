/* The file of a case: each line opens its small form in place. Without this, the form is a page of its own. */
"use strict";

const FRAGMENT = { "X-Desk-Fragment": "1" };
const OPEN = ".file-form form.line-of-file";

document.addEventListener("DOMContentLoaded", () => {
  if (!document.querySelector(".file")) return;
  document.addEventListener("click", onClick);
  document.addEventListener("submit", onSubmit);
  document.addEventListener("keydown", onKey);
  document.addEventListener("change", (event) => {
    const form = event.target.matches("select[name$='-kind']") && event.target.closest(OPEN);
    if (form) showOfKind(form);
  });
  for (const kind of ["input", "change"]) {
    document.addEventListener(kind, (event) => event.target.closest(OPEN)?.setAttribute("data-dirty", ""));
  }
  window.addEventListener("beforeunload", (event) => {
    if (document.querySelector(`${OPEN}[data-dirty]`)) event.preventDefault();
  });
});

function onClick(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const opener = event.target.closest("a[data-opens]");
  const closer = event.target.closest("a[data-closes-line]");
  if (opener) {
    event.preventDefault();
    openLine(opener);
  } else if (closer?.closest(".file")) {
    event.preventDefault();
    closeLine(closer.closest(".file-form"));
  }
}

/* The place of a form stands right after its link, and carries the id the link names. */
async function openLine(opener) {
  const place = document.getElementById(opener.dataset.opens);
  if (place.firstElementChild) return focusFirst(place);
  await load(place, opener.href);
}

async function load(place, address, options = {}) {
  if (options.method) document.getElementById("file-told").textContent = "";
  const answer = await fetch(address, { credentials: "same-origin", headers: FRAGMENT, ...options });
  const text = await answer.text();
  const page = new DOMParser().parseFromString(text, "text/html");
  const form = page.querySelector(".file-form");
  if (!answer.redirected && form) {
    show(place, form);
  } else if (page.querySelector(".file")) {
    renew(page, place, new URL(answer.url).searchParams.get("at"));
  } else {
    // Logged out, or no such line any more: the page says which.
    window.location.assign(options.method ? answer.url : address);
  }
}

function show(place, form) {
  const dirty = place.querySelector(OPEN) !== null;
  for (const list of form.querySelectorAll("datalist")) {
    if (document.getElementById(list.id)) list.remove();
  }
  place.replaceChildren(form);
  if (dirty) form.querySelector("form").setAttribute("data-dirty", "");
  dress(place);
  focusFirst(place);
}

/* Look-ups are dressed by Django's script when it hears of a new row. */
function dress(place) {
  for (const row of place.querySelectorAll("form")) {
    showOfKind(row);
    row.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: "" } }));
  }
}

/* Of the form of an event what its kind can have, and whatever is filled in. */
function showOfKind(form) {
  if (!form.dataset.ofKinds) return;
  const { fields, decisions } = JSON.parse(form.dataset.ofKinds);
  const kind = form.querySelector("select[name$='-kind']").value;
  for (const [name, kinds] of Object.entries(fields)) {
    const box = form.querySelector(`.fieldBox.field-${name}`)?.parentElement ?? form.querySelector(`.form-row.field-${name}`);
    if (box) box.hidden = !kinds.includes(kind) && ![...box.querySelectorAll(FIELDS)].some(saysSomething);
  }
  for (const option of form.querySelectorAll("select[name$='-decision'] option")) {
    option.hidden = option.value !== "" && !option.selected && !(decisions[kind] ?? []).includes(option.value);
  }
  for (const row of form.querySelectorAll(".form-row:has(> .form-multiline)")) {
    row.hidden = [...row.querySelectorAll(":scope > .form-multiline > div")].every((cell) => cell.hidden);
  }
}

const saysSomething = (field) => (field.type === "checkbox" ? field.checked : !["", "unknown"].includes(field.value));

function focusFirst(place) {
  const wrong = [...place.querySelectorAll(".errors")].flatMap((row) => [...row.querySelectorAll(FIELDS)]);
  const first = [...wrong, ...place.querySelectorAll(FIELDS), ...place.querySelectorAll("input[type=submit]")].find(
    (each) => !each.disabled && (each.offsetParent || each.matches(".select2-hidden-accessible")),
  );
  first?.closest("details")?.setAttribute("open", "");
  focusOn(first);
  (place.querySelector(".file-form") ?? place).scrollIntoView({ block: "nearest" });
}

async function onSubmit(event) {
  const form = event.target.closest(OPEN);
  if (!form?.closest(".file")) return;
  event.preventDefault();
  if (form.dataset.sent) return;
  form.dataset.sent = "1";
  const place = form.closest(".file-form").parentElement;
  try {
    await load(place, form.action, { method: "POST", body: new FormData(form, event.submitter) });
  } finally {
    delete form.dataset.sent;
  }
}

/* The file as it is now, in the place of the one shown; forms that are open besides stay open, as typed. */
function renew(page, place, at) {
  const open = [...document.querySelectorAll(".file .file-form")].filter((form) => form.parentElement !== place);
  const kept = open.map((form) => [form.parentElement.id, form]);
  const fresh = page.querySelector(".file");
  document.querySelector(".file").replaceWith(fresh);
  for (const [id, form] of kept) (document.getElementById(id) ?? fresh).append(form);
  const told = [...page.querySelectorAll(".messagelist li")].map((each) => each.textContent.trim());
  document.querySelector(".messagelist")?.remove();
  document.getElementById("file-told").textContent = told.join(" ");
  document.dispatchEvent(new CustomEvent("file:renewed"));
  focusAt(at);
}

function focusAt(at) {
  const line = at && document.getElementById(at);
  const link = line?.querySelector(":scope > .file-edit, :scope .file-add") ?? document.querySelector(".file-add");
  link?.focus();
  line?.scrollIntoView({ block: "nearest" });
}

function closeLine(form) {
  const { leave } = document.querySelector(".file").dataset;
  if (form.querySelector("form[data-dirty]") && !window.confirm(leave)) return;
  const { id } = form.parentElement;
  form.remove();
  document.querySelector(`[data-opens="${CSS.escape(id)}"]`)?.focus();
}

/* Keys by their place on the keyboard, so that they work with Cyrillic letters too. */
function onKey(event) {
  const form = event.target.closest?.(OPEN);
  const key = event.code;
  if (event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && (key === "KeyA" || key === "KeyN")) {
    event.preventDefault();
    if (key === "KeyA") openLine(document.getElementById("add-events"));
    else openNext(event.target);
  } else if ((event.ctrlKey || event.metaKey) && !event.altKey && (key === "KeyS" || key === "Enter")) {
    const button = form?.querySelector("input[name=_save]");
    if (key === "KeyS" || button) event.preventDefault();
    if (button) form.requestSubmit(button);
  } else if (key === "Escape" && event.target.closest?.(".file-make") && !document.querySelector(".select2-container--open")) {
    const panel = event.target.closest(".file-make");
    panel.remove();
    focusOn(panel.select);
  } else if (key === "Escape" && form && !document.querySelector(".select2-container--open")) {
    event.preventDefault();
    closeLine(form.closest(".file-form"));
  }
}

/* The form of the line after the one where one is. */
function openNext(from) {
  const links = [...document.querySelectorAll(".file .file-edit")];
  const here = from.closest?.(".file-open, .file-line");
  const after = here ? links.filter((link) => here.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING && !here.contains(link)) : links;
  const next = after[0] ?? links[0];
  if (next) openLine(next);
}
