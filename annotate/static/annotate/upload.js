// Sends the chosen files one by one, a few at a time, so that hundreds of them arrive, or say why they did not.
(() => {
  const form = document.querySelector("form[data-upload]");
  if (!form) return;
  const AT_ONCE = 3;
  const PAUSES = [1, 2, 4, 8, 15]; // seconds before a file that did not go through is sent again
  const part = (name) => form.querySelector(`[data-${name}]`);
  const input = form.elements.files, drop = part("drop"), bar = form.querySelector("progress");
  const token = form.elements.csrfmiddlewaretoken.value;
  const says = (name, words = {}) => form.dataset[name].replace(/%\((\w+)\)s/g, (whole, key) => words[key] ?? whole);

  let waiting = [], all = 0, sent = 0, refused = 0, place = null, stopped = "", told = 0;

  function showChosen() {
    const many = input.files.length;
    part("chosen").textContent = !many ? "" : many === 1 ? says("saysChosen-1") : says("saysChosen", { all: many });
  }

  function show() {
    bar.max = all;
    bar.value = sent + refused;
    const words = [says("saysSent", { sent, all }), refused ? says("saysRefused", { refused }) : ""].join(" ").trim();
    part("count").textContent = words;
    // A screen reader is told now and then, not three times a second.
    if (Date.now() - told > 4000 || sent + refused === all) {
      part("said").textContent = words;
      told = Date.now();
    }
  }

  function note(words, { alarming = false } = {}) {
    part("note").textContent = words;
    part("note").className = alarming ? "error" : "soft";
  }

  function list(file, why) {
    refused += 1;
    const line = document.createElement("li"), name = document.createElement("bdi"), reason = document.createElement("span");
    name.textContent = file.name;
    reason.textContent = why;
    reason.className = "error";
    reason.dir = "auto";
    line.append(name, reason);
    part("refused").append(line);
  }

  const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

  // The answer, or null where the network is dead for good. What a person has to mend comes back at once.
  async function post(address, fields) {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    for (const seconds of [...PAUSES, null]) {
      try {
        const answer = await fetch(address, { method: "POST", body, headers: { "X-CSRFToken": token, Accept: "application/json" } });
        if (answer.status < 500 && answer.status !== 429) return answer;
      } catch { /* no network: once more */ }
      if (seconds === null) return null;
      note(says("saysTrying"), { alarming: true });
      await pause(seconds);
      if (stopped) return null;
    }
  }

  async function messageOf(answer) {
    try { return (await answer.json()).message || says("saysNo"); } catch { return says("saysNo"); }
  }

  function stop(why) {
    if (!stopped) stopped = why;
  }

  async function send(file) {
    try {
      await file.slice(0, 1).arrayBuffer();
    } catch {
      list(file, says("saysUnreadable"));
      return true;
    }
    // One byte more than the limit is enough to be refused.
    const most = Number(form.dataset.most);
    const sending = file.size > most ? new File([file.slice(0, most + 1)], file.name) : file;
    const answer = await post(place.files, { file: sending });
    if (answer === null) stop("dead");
    else if (answer.status === 401 || answer.status === 403) stop("out");
    else if (answer.ok) sent += 1;
    else list(file, await messageOf(answer));
    return !stopped;
  }

  async function work() {
    while (waiting.length && !stopped) {
      const file = waiting.shift();
      if (!(await send(file))) { waiting.unshift(file); return; }
      if (!stopped) note(says("saysStay"));
      show();
    }
  }

  async function run() {
    stopped = "";
    part("again").hidden = true;
    note(says("saysStay"));
    addEventListener("beforeunload", ask);
    if (!place) {
      const answer = await post(form.action, { begin: "1" });
      if (answer === null) stop("dead");
      else if (!answer.ok) stop("out");
      else place = await answer.json();
    }
    if (!stopped) await Promise.all(Array.from({ length: AT_ONCE }, work));
    show();
    if (place) { part("page").href = place.page; part("page").hidden = false; }
    if (stopped) {
      note(stopped === "dead" ? says("saysDead", { left: waiting.length }) : says("saysOut"), { alarming: true });
      part("said").textContent = part("note").textContent;
      part("again").hidden = false;
      part("again").focus();
      return;
    }
    removeEventListener("beforeunload", ask);
    location.assign(place.page);
  }

  function ask(event) { event.preventDefault(); }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!input.files.length) return;
    waiting = [...input.files];
    all = waiting.length;
    part("send").disabled = input.disabled = true;
    part("sending").hidden = false;
    show();
    run();
  });
  part("again").addEventListener("click", run);
  input.addEventListener("change", showChosen);

  // A file that misses its place must not open instead of the page.
  for (const type of ["dragover", "drop"]) document.addEventListener(type, (event) => event.preventDefault());
  for (const type of ["dragenter", "dragover"]) drop.addEventListener(type, () => drop.classList.add("over"));
  for (const type of ["dragleave", "drop"]) drop.addEventListener(type, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    if (input.disabled || !event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    showChosen();
  });
  showChosen();
})();
