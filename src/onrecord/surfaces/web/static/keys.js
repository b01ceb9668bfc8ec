// The keys of the desk: see keys.py for what each does. They rest while somebody writes in a field.
import { cases, choose, chosen, close, numberOf } from "./panel.js";

const AGAINST = ".refuted, .conflicting, .superseded";
const FIELDS = "input:not([type=checkbox], [type=submit]), textarea, select, [contenteditable]";
const OFF = "onrecord_keys_off";
const OTHERS = "onrecord_keys";

const shown = (selector) => document.querySelector(selector);
export const resting = () => localStorage.getItem(OFF) !== null;

// Go to the nearest statement in one direction; where none is chosen, to the one nearest to what is read.
function step(direction, wanted) {
  const all = cases().filter((one) => !wanted || one.matches(wanted)).map(numberOf);
  const now = numberOf(chosen()) || reading(direction);
  const next = direction > 0 ? all.find((one) => one > now) : all.findLast((one) => one < now);
  if (next) choose(next);
  else say(direction > 0 ? "last" : "first");
}

function reading(direction) {
  const places = [...document.querySelectorAll(".anchor")].filter((one) => one.getBoundingClientRect().top < innerHeight * 0.25);
  const last = numberOf(places.at(-1));
  return direction > 0 ? last : last + 1;
}

function evidence(direction) {
  const all = [...(chosen()?.querySelectorAll("figure") ?? [])];
  if (!all.length) return;
  const now = all.indexOf(document.activeElement);
  const next = direction === 0 ? all[0] : all[(now + direction + all.length) % all.length];
  next.tabIndex = -1;
  next.focus();
}

function filter(place) {
  const label = document.querySelectorAll(".tally > li")[place - 1]?.dataset.label;
  const main = shown("main.checked");
  if (!label || !main) return;
  const same = main.dataset.lit === label;
  main.classList.toggle("dimmed", !same);
  main.dataset.lit = same ? "" : label;
  for (const one of main.querySelectorAll("mark[data-s], .n, .notes li")) one.classList.toggle("lit", one.matches(`.${label}`));
}

async function copy(words, told) {
  if (!words) return;
  await navigator.clipboard.writeText(words);
  say(told);
}

function permalink() {
  const link = chosen()?.querySelector("a.permalink");
  return link ? link.href : location.href;
}

function citation() {
  const figure = document.activeElement?.closest?.("figure") ?? chosen()?.querySelector("figure");
  const quote = figure?.querySelector(".quoted")?.textContent;
  if (!quote) return "";
  const source = figure.querySelector("figcaption").innerText.split("\n")[0];
  return `“${quote}” (${source}) ${figure.querySelector("a.held")?.href ?? ""}`.trim();
}

// One line at the foot of the screen, for eyes and ears.
let silence = 0;
export function say(name) {
  const line = shown("#told");
  if (!line) return;
  line.textContent = line.dataset[name] ?? "";
  clearTimeout(silence);
  silence = setTimeout(() => (line.textContent = ""), 4000);
}

function help() {
  const dialog = shown("#keys-dialog");
  if (dialog && !dialog.open) dialog.showModal();
}

// Open the form for a note on what is chosen, and be in it.
function note() {
  const form = (chosen() ?? shown("main.one, .talk"))?.querySelector("details.write");
  if (!form) return;
  form.open = true;
  form.querySelector("textarea").focus();
}

const focus = (selector) => {
  const field = shown(selector);
  field?.focus();
  field?.select?.();
  return field;
};
const go = (path) => location.assign(path);

let going = false;

const DOES = {
  next: () => step(1),
  previous: () => step(-1),
  next_against: () => step(1, AGAINST),
  previous_against: () => step(-1, AGAINST),
  evidence: () => evidence(0),
  evidence_before: () => evidence(-1),
  evidence_after: () => evidence(1),
  note,
  date: () => focus("#as_of"),
  permalink: () => copy(permalink(), "copied"),
  citation: () => copy(citation(), "copied"),
  search: () => focus("#q") ?? go("/search"),
  go: () => (going = true),
  help,
};
const PLACES = { c: "/", b: "/brief", s: "/search", a: "/archive", f: "/following", r: "/runs" };
const FILTERS = ["1", "2", "3", "4"];

// Which key does what: as the page lists them, unless this browser remembers another one.
const named = [...document.querySelectorAll("#keys-dialog [data-does]")];
const LISTED = Object.fromEntries(named.map((one) => [one.dataset.does, one.textContent]));
let others = {};
try {
  others = JSON.parse(localStorage.getItem(OTHERS) ?? "{}");
} catch {
  localStorage.removeItem(OTHERS);
}
const keyOf = (name) => others[name] ?? LISTED[name];
const nameOf = (key) => Object.keys(DOES).find((name) => keyOf(name) === key);

function press(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    if (!shown("dialog[open]") && close()) event.preventDefault();
    return;
  }
  if (resting() || event.target.closest(FIELDS) || shown("dialog[open]")) return;
  const place = going && PLACES[event.key];
  const does = FILTERS.includes(event.key) ? () => filter(Number(event.key)) : DOES[nameOf(event.key)];
  const goes = going;
  going = false;
  if (!(goes ? place : does)) return;
  event.preventDefault();
  if (goes) go(place);
  else does();
}

// Show which keys there are; in the fields of the help they are changed.
function show() {
  for (const one of document.querySelectorAll("kbd[data-does]")) one.textContent = keyOf(one.dataset.does);
  for (const one of document.querySelectorAll("input.key")) one.value = keyOf(one.dataset.does);
}

function remember(all) {
  others = all;
  localStorage.setItem(OTHERS, JSON.stringify(others));
  show();
}

function change(event) {
  const name = event.target.dataset.does;
  const key = event.target.value.trim();
  const taken = FILTERS.includes(key) || (nameOf(key) ?? name) !== name;
  if (key && !taken) remember({ ...others, [name]: key });
  if (key) say(taken ? "taken" : "kept");
  show();
}

export function keys() {
  document.addEventListener("keydown", press);
  show();
  const off = shown("#keys-off");
  if (!off) return;
  off.checked = resting();
  shown("#set-keys").hidden = false;
  for (const one of document.querySelectorAll("input.key")) {
    one.hidden = false;
    one.previousElementSibling.hidden = true;
    one.addEventListener("focus", () => one.select());
    one.addEventListener("change", change);
  }
  shown("#keys-back").addEventListener("click", () => remember({}));
  off.addEventListener("change", () => (off.checked ? localStorage.setItem(OFF, "yes") : localStorage.removeItem(OFF)));
}
