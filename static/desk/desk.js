/* The desk's small conveniences. Every page works without them. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("#content-main > form[method=post][id$=_form]");
  if (form) {
    saveByKey(form);
    guardUnsaved(form);
  }
  echoDates();
  suggestSeveral();
  listLikenesses();
  openByTyping();
  addRowsInPlace();
  openTarget();
});
/* After the autocompletes have dressed their selects. */
window.addEventListener("load", () => setTimeout(() => {
  nameLookUps();
  document.addEventListener("formset:added", (event) => setTimeout(() => {
    nameLookUps();
    if (event.detail?.formsetName) startRow(event.target);
  }));
  startAtFirstField();
}));

/* Ctrl+S (or Cmd+S) saves and stays. */
function saveByKey(form) {
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const button = form.querySelector("input[name=_continue]") ?? form.querySelector("input[name=_save]");
    if (!button) return;
    event.preventDefault();
    form.requestSubmit(button);
  });
}

/* Buttons outside the form would lose what was typed: ask first, in the words the page hands over. */
function guardUnsaved(form) {
  let dirty = document.querySelector(".error-list") !== null;
  let leaving = false;
  const touch = () => { dirty = true; };
  form.addEventListener("input", touch);
  form.addEventListener("change", touch);
  form.addEventListener("submit", () => { leaving = true; });
  document.addEventListener("desk:leaving", () => { leaving = true; });
  for (const other of document.querySelectorAll("form[data-leaves-form]")) {
    other.addEventListener("submit", (event) => {
      if (dirty && !window.confirm(other.dataset.leavesForm)) {
        event.preventDefault();
      } else {
        leaving = true;
      }
    });
  }
  window.addEventListener("beforeunload", (event) => {
    if (dirty && !leaving) event.preventDefault();
  });
}

/* Under each date: how it was understood. The calendar beside an exact day tells of its choice by the focus alone. */
function echoDates() {
  const echoed = new WeakMap();
  const understand = async (event) => {
    const pair = event.target.closest?.(".partial-date-pair");
    if (!pair) return;
    const [date, words] = pair.querySelectorAll("input");
    const echo = pair.querySelector("output");
    const { kind, exact = "" } = pair.dataset;
    const query = new URLSearchParams({ date: date.value, words: words?.value ?? "", kind, exact });
    const before = echoed.get(pair) ?? (event.type === "focusin" ? `${query}` : "");
    echoed.set(pair, `${query}`);
    if (before === `${query}`) return;
    const answer = await fetch(`${pair.dataset.echo}?${query}`, { credentials: "same-origin" });
    const { text, is_error: isError } = answer.ok ? await answer.json() : { text: "", is_error: false };
    echo.textContent = text;
    echo.classList.toggle("is-error", isError);
  };
  document.addEventListener("change", understand);
  document.addEventListener("focusin", understand);
}

/* A list of suggestions completes only a whole input; with several codes in it, complete the last one. */
function suggestSeveral() {
  document.addEventListener("input", (event) => {
    const input = event.target;
    if (!input.matches?.("input.codes-typed:not(.codes-single)") || !input.list) return;
    const before = input.value.slice(0, input.value.lastIndexOf(",") + 1);
    const start = before ? `${before.trimEnd()} ` : "";
    for (const option of input.list.options) {
      option.dataset.code ??= option.value;
      option.value = start + option.dataset.code;
    }
  });
}

/* While a new person's name is typed: who on file has one like it. */
function listLikenesses() {
  const panel = document.querySelector(".on-file");
  if (!panel) return;
  let timer;
  document.addEventListener("input", (event) => {
    if (!/^names-\d+-text$/.test(event.target.name || "")) return;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const inputs = [...document.querySelectorAll("input")].filter((each) => /^names-\d+-text$/.test(each.name));
      const names = inputs.map((each) => each.value.trim()).filter((name) => name.length > 3);
      const query = new URLSearchParams(names.map((name) => ["name", name]));
      const answer = await fetch(`${panel.dataset.likenesses}?${query}`, { credentials: "same-origin" });
      if (!answer.ok) return;
      const html = (await answer.text()).trim();
      const found = new DOMParser().parseFromString(html, "text/html").body.children;
      panel.hidden = !found.length;
      panel.querySelector(".on-file-list").replaceChildren(...found);
    }, 350);
  });
}

/* Whoever types into a closed autocomplete looks for what is typed. */
function openByTyping() {
  document.addEventListener("keydown", (event) => {
    const box = event.target.closest?.(".select2-selection");
    if (!box || event.key.length !== 1 || event.key === " " || event.ctrlKey || event.altKey || event.metaKey) return;
    const select = box.closest(".select2").previousElementSibling;
    if (select.disabled || box.getAttribute("aria-expanded") === "true") return;
    event.preventDefault();
    django.jQuery(select).select2("open");
    const search = document.querySelector(".select2-container--open .select2-search__field");
    search.focus();
    search.value = event.key;
    django.jQuery(search).trigger("input");
  });
}

/* "Another row" without a journey to the server: a copy of the last one, empty, with the cursor in it. */
function addRowsInPlace() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[name=_more]");
    const rows = button?.closest("fieldset").querySelectorAll(".line-cells");
    if (!rows?.length) return;
    event.preventDefault();
    const prefix = rows[0].querySelector(FIELDS).name.split("-")[0];
    const row = rows[rows.length - 1].cloneNode(true);
    for (const each of row.querySelectorAll("*")) {
      for (const name of ["id", "for", "name", "aria-describedby"]) {
        const value = each.getAttribute(name);
        if (value) each.setAttribute(name, value.replace(`${prefix}-${rows.length - 1}-`, `${prefix}-${rows.length}-`));
      }
      if (each.matches(FIELDS)) each.value = "";
      if (each.matches("output")) each.textContent = "";
      each.classList.remove("errors");
      each.removeAttribute("aria-invalid");
    }
    for (const told of row.querySelectorAll(".errorlist")) told.remove();
    rows[rows.length - 1].after(row);
    button.form.elements[`${prefix}-TOTAL_FORMS`].value = rows.length + 1;
    button.hidden = rows.length + 1 >= Number(button.form.elements[`${prefix}-MAX_NUM_FORMS`].value);
    focusOn(row.querySelector(FIELDS));
  });
}

/* A link to a field inside a closed part opens it and puts the cursor there. */
function openTarget() {
  const go = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    target.scrollIntoView({ block: "center" });
    focusOn(target.matches(FIELDS) ? target : target.querySelector(FIELDS));
  };
  window.addEventListener("hashchange", go);
  go();
}

const FIELDS = "input:not([type=hidden], [type=submit]), select, textarea";

/* The box that stands for the select of an autocomplete is named as that is: it would be named by its value alone. */
function nameLookUps() {
  for (const select of document.querySelectorAll("select.select2-hidden-accessible")) {
    const name = select.labels[0]?.textContent.trim().replace(/:$/, "");
    if (!name) continue;
    for (const part of select.parentElement.querySelectorAll(".select2-selection--single, .select2-selection__rendered")) {
      part.setAttribute("aria-label", name);
    }
  }
}

/* The cursor into a field; an autocomplete is entered by the box that stands for its select. */
function focusOn(field) {
  const box = field?.matches(".select2-hidden-accessible") ? field.parentElement.querySelector(".select2-selection") : field;
  box?.focus({ preventScroll: true });
}

/* A row that was added begins at its first field. */
function startRow(row) {
  const shown = (each) => each.offsetParent || each.matches(".select2-hidden-accessible");
  focusOn([...row.querySelectorAll(FIELDS)].find(shown));
  row.scrollIntoView({ block: "nearest" });
}

/* A form begins at its first field, or at the first one with an error; never at a tick box that deletes. */
function startAtFirstField() {
  const form = document.querySelector("#content-main > form[method=post][id$=_form]");
  if (!form || location.hash || (document.activeElement && document.activeElement !== document.body)) return;
  const wrong = [...form.querySelectorAll(".errors")].flatMap((row) => [...row.querySelectorAll(FIELDS)]);
  for (const field of wrong) {
    for (let part = field.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  }
  const shown = [...wrong, ...form.querySelectorAll(FIELDS)].find((each) => !each.disabled && each.offsetParent && !each.name.endsWith("-DELETE") && !each.closest(".empty-form, [hidden]"));
  focusOn(shown);
  if (wrong.includes(shown)) shown.scrollIntoView({ block: "center" });
}
