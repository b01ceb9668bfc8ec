// A check while it runs: the page is fetched again whenever the job has told something, and set in place of itself.
import { mark } from "./panel.js";

const policy = globalThis.trustedTypes?.createPolicy("onrecord", { createHTML: (page) => page });
const LOOK = 400; // milliseconds between two looks: often enough to be seen working
const SAY = 5000; // milliseconds between two things that a screen reader is told

async function fetched(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" }, credentials: "same-origin" });
  const page = await answer.text();
  return new DOMParser().parseFromString(policy ? policy.createHTML(page) : page, "text/html");
}

// What lies between the head of the house and its foot.
function parts(page) {
  const all = [...page.body.children];
  const at = (selector) => all.findIndex((one) => one.matches(selector));
  return all.slice(at(".house") + 1, at(".foot"));
}

let said = -SAY;

// Put the new page in place of the old one; focus, place and what was unfolded stay.
function set(next) {
  const focused = document.activeElement?.id;
  const unfolded = [...document.querySelectorAll("details[open]")].map((one) => one.id);
  const before = document.querySelector("main [role=status]");
  const after = next.querySelector("main [role=status]");
  if (before && after && performance.now() - said < SAY) after.textContent = before.textContent;
  else said = performance.now();
  const old = parts(document);
  old[0].before(...parts(next).map((one) => document.adoptNode(one)));
  for (const one of old) one.remove();
  for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
  document.title = next.title;
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  mark();
}

export function follow() {
  const job = document.querySelector("main[data-job]")?.dataset.job;
  if (!job) return;
  const told = new EventSource(`/api/v1/jobs/${job}/events`);
  let looking = false;
  let again = false;
  // One look at a time, so that no old page comes after a newer one; what is told meanwhile is worth another look.
  const look = async () => {
    again = true;
    if (looking) return;
    looking = true;
    while (again) {
      again = false;
      const next = await fetched(location.pathname + location.search).catch(() => null);
      if (next?.querySelector("main")) set(next);
      await new Promise((rested) => setTimeout(rested, LOOK));
    }
    looking = false;
  };
  for (const name of ["restored", "statements", "verdicts", "progress"]) told.addEventListener(name, look);
  told.addEventListener("ended", () => {
    told.close();
    look();
  });
}
