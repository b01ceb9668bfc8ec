// The panel beside the text: which statement is chosen, and the way back from it. The address names the statement that
// is chosen, so that it can be sent to somebody; the style shows its case without any script.

export const cases = () => [...document.querySelectorAll(".case")];
export const numberOf = (element) => Number(element?.id.slice(1)) || 0;
export const chosen = () => document.querySelector(".case.open");

// Mark what is chosen in the text; an address that names its place in the text chooses a statement as well.
export function mark() {
  for (const one of document.querySelectorAll(".chosen")) one.classList.remove("chosen");
  for (const one of cases()) one.classList.remove("open");
  document.querySelector(".cases")?.classList.toggle("open", location.hash === "#all");
  const named = /^#[sv](\d+)$/.exec(location.hash);
  if (!named || !document.querySelector("main.checked")) return 0;
  document.getElementById(`v${named[1]}`)?.classList.add("open");
  const places = `mark[data-s="${named[1]}"], .notes li:has([href="#v${named[1]}"])`;
  for (const one of document.querySelectorAll(places)) one.classList.add("chosen");
  return Number(named[1]);
}

// Show the place of a statement where it cannot be seen, above what lies over the foot of a small screen.
function reveal(number, behavior) {
  const place = document.getElementById(`s${number}`);
  if (!place) return;
  place.closest("details:not([open])")?.setAttribute("open", "");
  const top = place.getBoundingClientRect().top;
  if (top < 40 || top > innerHeight * 0.3) place.scrollIntoView({ block: "start", behavior });
}

// What the address said when it was last shown.
let settled = "";

// Show what the address names, and be there.
function show(behavior = "auto") {
  settled = location.hash;
  const number = mark();
  if (!number) return;
  reveal(number, behavior);
  const open = document.getElementById(`v${number}`);
  document.querySelector(".panel")?.scrollTo(0, 0); // a check that waits has none
  if (open && location.hash.startsWith("#v")) {
    open.tabIndex = -1;
    open.focus({ preventScroll: true });
  }
}

// Shown at once: the event of a changed address comes later, and would take the focus from what was pressed meanwhile.
export function choose(number) {
  location.hash = `v${number}`;
  show();
}

// Let nothing be chosen, and be where the statement stands.
export function close() {
  const number = numberOf(chosen());
  if (!number) return false;
  history.pushState(null, "", location.pathname + location.search);
  settled = "";
  mark();
  const link = document.querySelector(`.n a[href="#v${number}"]`);
  link?.focus({ preventScroll: true });
  return true;
}

export function panel() {
  document.documentElement.classList.add("scripted");
  addEventListener("hashchange", () => location.hash === settled || show());
  addEventListener("load", () => show("instant")); // after the browser has gone where the address points
  addEventListener("popstate", mark);
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("a.close") && close()) event.preventDefault();
    const mark = event.target.closest?.("mark[data-s]");
    if (mark && !event.target.closest("a") && getSelection().isCollapsed) choose(mark.dataset.s);
  });
  mark();
}
