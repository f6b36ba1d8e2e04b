// Judgements and skips on their way: written down in this browser first, then sent until the server has each of them.
// The server takes each once, however often it is sent: what it goes by is the place and its revision.
window.attest = window.attest || {};
(() => {
  const person = document.body.dataset.person;
  const BEGINS = `attest-out:${person}:`, AGAIN = 5000, PATIENCE = 10000, NOTE = "attest-note", SENT = `attest-sent:${person}`, TOLD_FOR = 60000;
  const REFUSED = [400, 404, 409, 413];
  let timer = 0, failing = false, isAway = false;
  let line = Promise.resolve(); // one request after the other

  function all() {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(BEGINS));
    return names.map((name) => JSON.parse(localStorage.getItem(name))).sort((one, other) => one.at - other.at);
  }
  const waiting = () => all().filter((entry) => !entry.refused);
  const put = (entry) => localStorage.setItem(BEGINS + entry.url, JSON.stringify(entry)); // throws where it is full
  const drop = (entry) => localStorage.removeItem(BEGINS + entry.url);
  const isOffline = () => failing || !navigator.onLine;

  // Whoever signed in anew has a new token, which what was written down before does not know.
  function token() {
    const cookie = document.cookie.split("; ").find((held) => held.startsWith("csrftoken="));
    return cookie ? cookie.slice(10) : document.querySelector("[name=csrfmiddlewaretoken]")?.value || "";
  }

  // {said, next} where it was taken; {status, message} where it was not, with `fields` where something is missing;
  // null where no answer came.
  async function send(entry) {
    const body = new URLSearchParams(entry.body);
    body.set("csrfmiddlewaretoken", token());
    let answer;
    try {
      answer = await fetch(entry.url, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });
      failing = answer.status >= 500 || answer.status === 429; // a server that restarts is as good as away
      if (failing) return null;
      if (answer.ok) { drop(entry); localStorage.removeItem(entry.draft); }
      return answer.ok ? await answer.json() : { ...(await answer.json()), status: answer.status };
    } catch {
      if (answer && !answer.ok) return { status: answer.status, message: "" }; // a page, not an answer to a script
      failing = true;
      return null;
    }
  }

  // What is sent at once, by the page at hand, once what goes `before` it has arrived; what has no answer stays written
  // down and waits.
  async function deliver(entry, before) {
    put(entry);
    const answer = isOffline() ? null : await (line = line.then(() => before).then(() => send(entry)));
    if (answer === null) later();
    return answer;
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(flush, AGAIN);
    show();
  }

  async function inTurn(act) {
    line = line.then(() => (navigator.locks ? navigator.locks.request(BEGINS, act) : act())); // one tab at a time
    return line;
  }

  async function flush() {
    clearTimeout(timer);
    if (!person || !waiting().length) return show();
    await inTurn(async () => {
      for (const entry of waiting()) {
        const answer = await send(entry);
        isAway = Boolean(answer?.status) && !answer.message && !REFUSED.includes(answer.status);
        if (answer === null || isAway) return later();
        if (answer.status) put({ ...entry, refused: answer.message || "404" });
        else arrives(entry);
        document.dispatchEvent(new CustomEvent("attest:sent", { detail: { entry, answer } }));
      }
    });
    return show();
  }

  function show() {
    const place = document.getElementById("outbox");
    if (!place) return;
    const says = place.dataset, number = waiting().length;
    const lines = [];
    if (number) {
      const words = isAway ? says.saysAway : says.saysWaiting;
      lines.push(paragraph(words.replace("{number}", number)));
      if (isAway) lines[0].append(" ", Object.assign(document.createElement("a"), { href: says.signIn, target: "_blank", textContent: says.saysSignIn }));
    } else lines.push(...arrived(says));
    for (const entry of all().filter((one) => one.refused)) lines.push(refusal(entry, says));
    place.hidden = !lines.length;
    if (place.textContent !== lines.map((part) => part.textContent).join("")) place.replaceChildren(...lines);
  }

  function arrives({ url, statement }) {
    try { localStorage.setItem(SENT, JSON.stringify([...sent(), { at: Date.now(), url, statement }])); } catch { /* full: it is sent all the same */ }
  }

  // What this tab or another has sent a moment ago of what waited.
  const sent = () => JSON.parse(localStorage.getItem(SENT) || "[]").filter(({ at }) => Date.now() - at < TOLD_FOR);

  function arrived(says) {
    const told = sent().map(({ url, statement }) => paragraph((url.endsWith("/skip/") ? says.saysSentSkip : says.saysSentJudgement).replace("{claim}", statement)));
    if (!told.length) localStorage.removeItem(SENT);
    return told.length > 3 ? [paragraph(says.saysSent)] : told;
  }

  const paragraph = (words) => Object.assign(document.createElement("p"), { textContent: words });

  function refusal(entry, says) {
    const said = entry.refused === "404" ? says.saysGone : entry.refused;
    const part = paragraph(`${says.saysRefused} “${entry.statement}”. ${said} `);
    const link = Object.assign(document.createElement("a"), { href: entry.place, textContent: says.saysOpen });
    const button = Object.assign(document.createElement("button"), { type: "button", className: "small", textContent: says.saysDismiss });
    button.addEventListener("click", () => { drop(entry); show(); });
    part.append(link, " ", button);
    return part;
  }

  // What was said of a page that is left is read on the one that comes.
  function note(words) {
    if (!words?.said?.length) return;
    const { said, back, on } = words;
    const held = Object.assign(document.createElement("div"), { className: "messages" });
    held.setAttribute("role", "status");
    held.append(...said.map((words) => Object.assign(paragraph(words), { className: "message success" })));
    if (back) held.firstChild.append(" ", wayBack(back));
    if (on) held.firstChild.append(" ", Object.assign(document.createElement("a"), { href: on, textContent: document.getElementById("outbox").dataset.saysOn }));
    document.querySelector("#main > .messages")?.remove();
    document.getElementById("main").prepend(held);
  }

  function wayBack(href) {
    const way = Object.assign(document.createElement("a"), { href, textContent: document.getElementById("outbox").dataset.saysBack });
    way.dataset.undo = "";
    return way;
  }

  function noteOfLast() {
    const words = sessionStorage.getItem(NOTE);
    sessionStorage.removeItem(NOTE);
    if (words) note(JSON.parse(words));
  }

  function leaveFor(url, words) {
    sessionStorage.setItem(NOTE, JSON.stringify(words));
    location.assign(url);
  }

  const holds = (url) => all().some((entry) => entry.place === url && !entry.refused);
  Object.assign(attest, { note, leaveFor, outbox: { deliver, drop, holds, flush, token, isOffline } });
  addEventListener("online", () => { failing = false; flush(); });
  addEventListener("storage", (event) => { if (event.key?.startsWith(BEGINS) || event.key === SENT) show(); });
  document.addEventListener("attest:shown", show);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible" && isAway) flush(); });
  document.addEventListener("DOMContentLoaded", () => { noteOfLast(); flush(); });
})();
