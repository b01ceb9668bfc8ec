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

// Put the new page in place of the old one; focus, place and what was opened stay.
function set(next) {
  const here = document.querySelector("main");
  const focused = document.activeElement?.id;
  const status = here.querySelector("[role=status]");
  const told = next.querySelector("main [role=status]");
  const now = performance.now();
  if (status && told) {
    if (now - (set.said ?? -SAY) < SAY) told.textContent = status.textContent;
    else set.said = now;
    if (told.textContent !== status.textContent) status.textContent = told.textContent;
  }
  const unfolded = new Set([...here.querySelectorAll("details")].filter((one) => one.open).map((one) => one.id));
  const main = document.adoptNode(next.querySelector("main"));
  for (const one of main.querySelectorAll("details")) one.open ||= unfolded.has(one.id);
  here.replaceWith(main);
  document.title = next.title;
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  mark();
}

export function follow() {
  const job = document.querySelector("main[data-job]")?.dataset.job;
  if (!job) return;
  const told = new EventSource(`/api/v1/jobs/${job}/events`);
  let waiting = 0;
  let last = -LOOK;
  const look = async () => {
    waiting = 0;
    last = performance.now();
    const next = await fetched(location.pathname + location.search);
    if (next.querySelector("main")) set(next);
  };
  const soon = () => {
    waiting ||= setTimeout(look, Math.max(0, LOOK - (performance.now() - last)));
  };
  for (const name of ["restored", "statements", "verdicts"]) told.addEventListener(name, soon);
  told.addEventListener("ended", () => {
    told.close();
    clearTimeout(waiting);
    look();
  });
}
