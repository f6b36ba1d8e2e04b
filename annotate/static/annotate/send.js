// Submitting and skipping: written down, sent, and on to the next claim, with a network or without.
attest.onDesk((form, signal) => {
  const says = form.dataset;
  let isWaiting = false;
  const path = (url) => new URL(url, location).pathname;

  // `asForm` sends it the way that needs no script, for what the server wants to show of a refusal.
  async function send(url, body, asForm) {
    const entry = { at: Date.now(), url: path(url), place: location.pathname, body: body.toString(), draft: attest.kept.key(), statement: document.getElementById("statement").textContent.slice(0, 120) };
    let answer;
    try { answer = await attest.outbox.deliver(entry, attest.draft.arrived()); } catch { return asForm(); } // the browser keeps nothing for us
    if (answer === null) return withoutAnswer(entry);
    if (answer.status) attest.outbox.drop(entry);
    if (answer.fields && answer.revision) return stay(answer);
    if (answer.status) return asForm();
    return onward(answer);
  }

  // Something is missing: the page stays as it is, and says so where it is.
  function stay(answer) {
    attest.draft.stay(answer);
    attest.missing.refuse(answer);
  }

  function onward({ next, said, back }) {
    attest.tellTabs({ submitted: next.url });
    const page = next.saved_at && attest.ahead.is(next);
    if (page) attest.show(page, next.url, { said, back });
    else attest.leaveFor(next.url, { said, back });
  }

  function withoutAnswer() {
    const next = attest.ahead.next();
    if (next) return attest.show(...next);
    isWaiting = true;
    form.querySelector("fieldset.all").disabled = true;
    return attest.say(says.saysNoneAtHand);
  }

  function submit() {
    const chosen = new FormData(form);
    const isWhole = chosen.get("verdict") && chosen.get("reason");
    if (attest.outbox.isOffline() && !isWhole) return attest.say(says.saysChoose);
    const body = attest.draft.leave();
    return send(form.action, body, () => {
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "do", value: "submit" }));
      attest.draft.renewToken();
      form.submit();
    });
  }

  form.addEventListener("submit", (event) => {
    if (event.submitter?.value !== "submit") return;
    event.preventDefault();
    if (!attest.draft.isLeaving()) submit(); // the second click of two does nothing
  }, { signal });

  const skip = document.querySelector("#skip form");
  skip?.addEventListener("submit", (event) => {
    event.preventDefault();
    if (attest.draft.isLeaving()) return;
    const body = new URLSearchParams(new FormData(skip));
    document.getElementById("skip").close();
    attest.draft.leave();
    send(skip.action, body, () => { attest.draft.renewToken(); skip.submit(); });
  }, { signal });

  // Other forms beside the judgement lead to a page of the server: without one they stay open, with what is in them.
  document.addEventListener("submit", (event) => {
    const dialog = event.target.closest("dialog");
    if (!dialog || event.defaultPrevented || event.target.method !== "post" || !attest.outbox.isOffline()) return;
    event.preventDefault();
    let said = dialog.querySelector("[data-unsent]");
    if (!said) {
      said = Object.assign(document.createElement("p"), { className: "error" });
      said.dataset.unsent = "";
      said.setAttribute("role", "alert");
      event.target.append(said);
    }
    said.textContent = says.saysUnsent;
  }, { signal });

  // What waited here was sent meanwhile, by this page or another.
  document.addEventListener("attest:sent", ({ detail: { entry, answer } }) => {
    if (entry.place !== location.pathname) return;
    if (isWaiting && !answer.status) onward(answer);
    else location.reload();
  }, { signal });
  // Another tab has sent this claim's: here its words stay to be read, with a way on.
  document.addEventListener("attest:tab", ({ detail: { submitted } }) => {
    if (submitted && !isWaiting) attest.note({ said: [says.saysElsewhere], on: submitted });
  }, { signal });
  addEventListener("storage", () => { if (isWaiting && !attest.outbox.holds(location.pathname)) location.reload(); }, { signal });
});
