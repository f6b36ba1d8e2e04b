// The draft: kept in this browser at once, on the server a moment later, and said in words.
attest.onDesk((form, signal) => {
  const { pairs, told } = attest.words;
  const says = form.dataset;
  const state = document.getElementById("saved");
  const PAUSE = 1200, CHOSEN = 300, AGAIN = 5000, SIGN_OF_LIFE = 5 * 60 * 1000, PATIENCE = 2000;

  let base = says.savedAt;      // what the server held when these words were begun
  let dirty = false, saving = false, leaving = false, stopped = false, away = false; // away: signed out
  let onItsWay = Promise.resolve(), turn = 0; // the last save that was sent; `turn`: a submit was refused since it was
  let last = told(pairs());
  let pause = 0, savedAt = 0, active = 0, lastActive = Date.now(), changedAt = 0;

  // What a person has to know or do is read out; that all is well is only there to be seen.
  const say = (words, strong) => {
    if (state.textContent === words) return;
    state.setAttribute("aria-live", strong ? "assertive" : "off");
    state.textContent = words;
    state.classList.toggle("strong", Boolean(strong));
  };
  attest.say = (words) => say(words, true);

  // Leaving a field says "change" after every word of it was saved: only words that differ are news.
  function changed(event) {
    const now = told(pairs());
    if (now === last) return;
    last = now;
    dirty = true;
    changedAt = Date.now();
    attest.kept.keep(base);
    if (stopped) return;
    if (!away) say(navigator.onLine ? says.saysTyping : says.saysOffline, !navigator.onLine);
    later(event?.target.matches?.("[type=radio], [type=checkbox], select") ? CHOSEN : PAUSE); // what is chosen is whole, what is typed goes on
  }

  function later(wait) {
    clearTimeout(pause);
    pause = setTimeout(save, wait);
  }

  // Whoever signed in anew in another tab has a new token, which a form opened before does not know.
  function renewToken() {
    const cookie = document.cookie.split("; ").find((held) => held.startsWith("csrftoken="));
    if (cookie) for (const input of document.querySelectorAll("[name=csrfmiddlewaretoken]")) input.value = cookie.slice(10);
  }

  function body(what) {
    renewToken();
    const data = new FormData(form);
    data.set("do", what);
    data.set("active_seconds", Math.round(active / 1000));
    return new URLSearchParams(data);
  }

  // One save at a time; what was written meanwhile goes with the next one.
  function save(what = "save") {
    if (saving || stopped || leaving || (what === "save" && !dirty)) return;
    if (!navigator.onLine) return say(says.saysOffline, true);
    saving = true;
    onItsWay = sendDraft(what);
  }

  async function sendDraft(what) {
    dirty = what === "save" ? false : dirty;
    const counted = active, written = changedAt, begun = turn;
    const isOvertaken = () => begun !== turn || signal.aborted; // it tells of words that are not those in sight
    if (what === "save" && !away) say(says.saysSaving);
    try {
      const answer = await fetch(form.action, { method: "POST", body: body(what), headers: { Accept: "application/json" }, redirect: "manual", signal: AbortSignal.timeout(20000) });
      const words = answer.ok && (await answer.json());
      if (isOvertaken()) return;
      if (!words) return await refused(answer);
      if (what === "save") active -= counted; // a sign of life carries no time
      stands(words, written, what);
      if (dirty) later(PAUSE);
    } catch {
      if (isOvertaken()) return;
      dirty = dirty || what === "save";
      say(navigator.onLine ? says.saysRetry : says.saysOffline, true);
      later(AGAIN);
    } finally { saving = false; }
  }

  function stands(answer, written, what) {
    away = false;
    base = answer.saved_at;
    form.elements.revision.value = answer.revision;
    if (what !== "save") return;
    savedAt = Date.now();
    const partly = Object.values(answer.problems || {}).flat();
    if (!partly.length && written === changedAt) attest.kept.drop();
    if (written === changedAt) say(partly.length ? says.saysPartly : says.saysSaved, partly.length);
    const missing = [...partly.map((message) => ({ message })), ...answer.missing];
    attest.missing.tell(missing);
    attest.tellTabs({ missing });
    if (!partly.length) attest.warn(answer.warnings);
  }

  async function refused(answer) {
    dirty = true;
    let message = "";
    try { message = (await answer.json()).message; } catch { /* a page, not an answer to a script */ }
    away = !message && [0, 401, 403].includes(answer.status);
    if (away) {
      attest.kept.keep(base);
      later(AGAIN * 2);
      if (state.querySelector("a")) return; // said already
      say(says.saysSignedOut, true);
      return state.append(" ", Object.assign(document.createElement("a"), { href: says.signIn, target: "_blank", textContent: says.saysSignIn }));
    }
    if (message) {
      if (answer.status === 409) stopped = true; // things have moved on: sending again would not help
      else later(AGAIN * 2);
      return say(message, true);
    }
    say(says.saysRetry, true);
    later(AGAIN);
  }

  // On leaving there is no time to wait for an answer; where there is one after all, it counts.
  function leave() {
    if (!dirty || leaving || stopped) return;
    const written = changedAt, counted = active;
    attest.kept.keep(base, { leavingNow: navigator.onLine && !away });
    dirty = false;
    fetch(form.action, { method: "POST", body: body("save"), keepalive: true, redirect: "manual" }).then(async (answer) => {
      if (!answer.ok) return refused(answer);
      active -= counted;
      stands(await answer.json(), written, "save");
    }).catch(() => { dirty = true; later(AGAIN); });
  }

  // Time at work: the page is in sight and something happened in it within the last minute.
  for (const sign of ["pointermove", "keydown", "scroll", "pointerdown"])
    document.addEventListener(sign, () => { lastActive = Date.now(); }, { passive: true, capture: true, signal });
  const clock = setInterval(() => {
    if (document.visibilityState === "visible" && Date.now() - lastActive < 60000) active += 1000;
    if (savedAt && !dirty && !state.classList.contains("strong")) say(ago(Math.round((Date.now() - savedAt) / 1000)));
  }, 1000);
  const life = setInterval(() => { if (Date.now() - lastActive < SIGN_OF_LIFE) save(dirty ? "save" : "alive"); }, SIGN_OF_LIFE);
  signal.addEventListener("abort", () => [clock, life].forEach(clearInterval));

  function ago(seconds) {
    if (seconds < 2) return says.saysSaved;
    const [number, unit] = seconds < 60 ? [seconds < 10 ? seconds : seconds - (seconds % 10), "second"] : [Math.floor(seconds / 60), "minute"];
    // In the digits of the server's numbers: Persian has others, which Django does not use.
    const time = new Intl.NumberFormat(`${document.documentElement.lang}-u-nu-latn`, { style: "unit", unit, unitDisplay: "narrow" }).format(number);
    return says.saysAgo.replace("{time}", time);
  }

  form.addEventListener("input", (event) => { if (event.target.name !== "new-quote") changed(event); });
  form.addEventListener("change", (event) => { if (event.target.name !== "new-quote") changed(event); });
  form.addEventListener("attest:changed", changed);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") leave();
    else if (away) save(); // back from signing in
  }, { signal });
  addEventListener("pagehide", leave, { signal });
  addEventListener("online", () => { if (leaving) return; say(dirty ? says.saysTyping : savedAt || says.saved ? says.saysSaved : ""); save(); }, { signal });
  addEventListener("offline", () => say(says.saysOffline, true), { signal });
  addEventListener("pageshow", (event) => { if (event.persisted) { leaving = false; form.removeAttribute("aria-busy"); } }, { signal });

  // For whoever sends the judgement itself: its words as they stand, which are kept here too until they have arrived.
  attest.draft = {
    renewToken,
    isLeaving: () => leaving,
    // What was sent first is to arrive first, within reason: a save behind the submit would write older words over it.
    arrived: () => Promise.race([onItsWay, new Promise((resolve) => { setTimeout(resolve, PATIENCE); })]),
    leave() {
      const words = body("submit");
      attest.kept.keep(base, { sent: true });
      clearTimeout(pause);
      leaving = true;
      form.setAttribute("aria-busy", "true");
      return words;
    },
    // The judgement was refused, and its words are the draft: on with them.
    stay(answer) {
      leaving = dirty = false;
      turn += 1;
      form.removeAttribute("aria-busy");
      stands(answer, changedAt, "save");
    },
  };
  form.addEventListener("submit", (event) => {
    if (event.submitter?.value === "submit") return; // send.js
    if (leaving) return event.preventDefault();
    if (!navigator.onLine) { event.preventDefault(); attest.kept.keep(base); return say(says.saysOffline, true); }
    renewToken();
    form.elements.active_seconds.value = Math.round(active / 1000);
    attest.kept.keep(base, { sent: true });
    clearTimeout(pause);
    leaving = true;
  });
  // Forms beside this one lead away: the draft goes first.
  for (const other of document.querySelectorAll("form[data-after-save]"))
    other.addEventListener("submit", () => leave(), { signal });

  // The same claim in two tabs: what is written in one shows in the other, which would otherwise write over it.
  addEventListener("storage", (event) => {
    if (event.key !== attest.kept.key() || !event.newValue || dirty || saving || leaving) return;
    const held = attest.kept.held();
    if (!held || held.sent) return;
    last = told(held.pairs);
    attest.restore(held.pairs);
    last = told(pairs());
  }, { signal });

  document.addEventListener("attest:tab", ({ detail: { missing } }) => { if (missing && !dirty && !leaving) attest.missing.tell(missing); }, { signal });

  attest.kept.bringBack(base);
  // Reloading or coming back shall show the draft, not ask whether to send the refused form once more.
  if (says.sent === "no") history.replaceState(null, "", location.href);
  document.getElementById("refusal")?.focus();
});
