// The words of the form that this browser keeps, until the server has them.
attest.onDesk((form) => {
  const { pairs, told, lines, sayWord } = attest.words;
  const says = form.dataset;
  const KEPT_FOR = 7 * 24 * 3600 * 1000, ON_ITS_WAY = 30000;
  const key = () => `attest:${says.person}:${says.annotation}:${form.elements.revision.value}`;
  const held = () => read(key());
  const drop = () => localStorage.removeItem(key());

  // `base`: what the server held when these words were begun.
  function keep(base, { sent = false, leavingNow = false } = {}) {
    try { localStorage.setItem(key(), JSON.stringify({ at: Date.now(), base, sent, leavingNow, pairs: pairs() })); } catch { /* full or forbidden: the server has it soon */ }
  }

  function read(name) {
    try { return JSON.parse(localStorage.getItem(name)); } catch { return null; }
  }

  // Words that this browser kept and the server does not have.
  function bringBack(base) {
    for (const name of Object.keys(localStorage).filter((name) => name.startsWith("attest:"))) {
      const old = read(name);
      if (!old || Date.now() - old.at > KEPT_FOR) localStorage.removeItem(name);
    }
    const words = held();
    if (!words || says.sent === "no") return;
    if (told(words.pairs) === told(pairs())) return drop();
    // A page opened anew at once overtakes what the one before it sent on leaving: nothing was lost.
    const isOnItsWay = words.leavingNow && Date.now() - words.at < ON_ITS_WAY;
    if (isOnItsWay || words.base === base || words.at > Date.parse(base)) {
      attest.restore(words.pairs);
      document.getElementById("restored").hidden = isOnItsWay;
    } else offer(words);
  }

  // Written before what is shown: which of the two counts is for a person to say.
  function offer(words) {
    const note = document.getElementById("kept");
    const shown = new Set(lines(pairs()).map(String));
    const others = words.pairs.filter(([name]) => /^(verdict|reason|rationale|confidence)$|-(quote|url|stance|outweighed|where|query|outcome)$/.test(name));
    const differing = new Set(lines(words.pairs).filter((line) => !shown.has(String(line))).map(([, value]) => value));
    const said = others.filter(([, value]) => differing.has(value.trim())).map(([name, value]) => sayWord(name, value.trim()));
    note.querySelector("[data-words]").replaceChildren(...said.map((word) => Object.assign(document.createElement("li"), { textContent: word })));
    note.hidden = false;
    note.addEventListener("click", (event) => {
      const choice = event.target.dataset.kept;
      if (choice === "use") attest.restore(words.pairs);
      if (choice === "drop") drop();
      if (choice) note.hidden = true;
    });
  }

  attest.kept = { key, keep, held, drop, bringBack };
});
