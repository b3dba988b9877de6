/* What a look-up does not find is made on the spot: the form of a new record opens below the field, with what was typed. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  if (!document.querySelector(".file")) return;
  const watch = new MutationObserver(offer);
  watch.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("keydown", makeByEnter, true);
  document.addEventListener("submit", onMake, true);
  document.addEventListener("click", onMakeClick);
});

/* Select2 says that nothing was found in a list item of its own; what can be done about it stands in that item. */
function offer() {
  const open = document.querySelector(".select2-container--open .select2-results__message");
  const typed = document.querySelector(".select2-container--open .select2-search__field")?.value.trim();
  if (!open || !typed || open.querySelector(".make-now") || open.classList.contains("loading-results")) return;
  const select = lookUp();
  const link = select?.closest(".related-widget-wrapper")?.querySelector("a.add-related");
  if (!link) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "make-now";
  button.textContent = document.querySelector(".file").dataset.makeNow.replace("{}", typed);
  button.addEventListener("mouseup", (event) => event.stopPropagation());
  button.addEventListener("click", () => make(select, link.href, typed));
  open.append(" ", button);
}

const lookUp = () =>
  [...document.querySelectorAll("select.select2-hidden-accessible")].find((each) => django.jQuery(each).data("select2")?.isOpen());

function makeByEnter(event) {
  if (event.key !== "Enter" || !event.target.matches?.(".select2-search__field")) return;
  const button = document.querySelector(".select2-container--open .make-now");
  if (!button) return;
  event.preventDefault();
  event.stopPropagation();
  button.click();
}

async function make(select, address, typed) {
  django.jQuery(select).select2("close");
  const panel = document.createElement("div");
  panel.className = "file-make";
  panel.dataset.address = address;
  (select.closest(".file-form") ?? select.closest("form")).append(panel);
  panel.select = select;
  const answer = await fetch(address, { credentials: "same-origin" });
  fill(panel, await answer.text(), typed);
}

/* The form of the page that was answered; `typed` goes into its name. */
function fill(panel, html, typed) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const form = page.querySelector("#content-main > form[id$=_form]");
  if (!form) return panel.remove();
  form.id = `make-${form.id}`;
  form.classList.add("make-now-form");
  for (const each of form.querySelectorAll(".implicit-submit, [name=_addanother], [name=_continue]")) each.remove();
  const told = page.querySelector(".error-list");
  const title = document.createElement("h3");
  title.textContent = page.querySelector("#content h1")?.textContent.trim() ?? "";
  panel.replaceChildren(title, ...[told, form].filter(Boolean));
  form.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: "" } }));
  const name = ["names-0-text", "name", "title"].map((each) => form.elements[each]).find(Boolean);
  if (typed && name) name.value = typed;
  const near = form.querySelector(".on-file:not([hidden]) a, .on-file:not([hidden]) input");
  (near ?? name ?? form.querySelector(FIELDS))?.focus();
  panel.scrollIntoView({ block: "nearest" });
}

async function onMake(event) {
  const form = event.target.closest(".make-now-form");
  if (!form) return;
  event.preventDefault();
  event.stopPropagation();
  const panel = form.closest(".file-make");
  const body = new FormData(form, event.submitter);
  const answer = await fetch(panel.dataset.address, { method: "POST", credentials: "same-origin", body });
  const html = await answer.text();
  const made = new DOMParser().parseFromString(html, "text/html").querySelector("[data-popup-response]");
  if (!made) return fill(panel, html, "");
  const { value, obj } = JSON.parse(made.dataset.popupResponse);
  choose(panel, value, obj);
}

/* Somebody, or something, on file already is chosen instead by its link. */
function onMakeClick(event) {
  const link = event.target.closest(".file-make .on-file a");
  const key = link?.pathname.match(/\/(\d+)\/change\/$/)?.[1];
  if (!key || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  choose(link.closest(".file-make"), key, link.textContent.trim());
}

function choose(panel, value, words) {
  const { select } = panel;
  panel.remove();
  if (![...select.options].some((each) => each.value === value)) select.append(new Option(words, value, true, true));
  select.value = value;
  django.jQuery(select).trigger("change");
  focusOn(select);
}
