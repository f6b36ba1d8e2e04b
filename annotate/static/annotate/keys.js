// Keys and dialogs. Single keys do nothing while somebody types; Enter in a text box never submits.
(() => {
  const form = document.getElementById("judgement");
  if (!form) return;
  const find = document.getElementById("find");
  const found = document.getElementById("found");
  const dialog = (name) => document.getElementById(name);
  const inDialog = () => document.querySelector("dialog[open]");
  const types = (element) => element.closest("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit])");

  function open(name) {
    const shown = dialog(name);
    if (!shown) return;
    if (name === "add-claim") fillClaim(shown);
    shown.close();
    shown.showModal();
    const first = shown.querySelector("input:not([type=hidden]), textarea");
    if (first) first.focus();
  }

  function fillClaim(shown) {
    const span = attest.selected();
    if (!span || !span.own) return;
    const fields = shown.querySelector("form").elements;
    fields.start.value = span.start;
    fields.end.value = span.end;
    fields.quote.value = span.quote;
  }
  // Once the words are edited by hand, the offsets of the selection mean nothing.
  dialog("add-claim")?.querySelector("[name=quote]").addEventListener("input", (event) => {
    event.target.form.elements.start.value = event.target.form.elements.end.value = "";
  });

  const verdict = (value) => () => {
    const radio = form.querySelector(`[name=verdict][value=${value}]`);
    if (!radio || radio.matches(":disabled")) return;
    radio.click();
    radio.focus();
  };
  const editable = (act) => () => { if (!form.querySelector("fieldset.all").disabled) act(); };
  const keys = {
    supported: verdict("supported"), disputed: verdict("disputed"), unverified: verdict("unverified"),
    take: editable(() => attest.take()), select: editable(() => attest.takeSelected()), link: editable(() => attest.addLink()),
    find: () => open("find"), skip: () => open("skip"), add: () => open("add-claim"), guideline: () => open("guideline"), help: () => open("keys"),
  };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      if (inDialog()) return;
      event.preventDefault();
      return form.requestSubmit(form.querySelector("[name=do][value=submit]"));
    }
    const typing = types(event.target);
    if (event.key === "Enter" && typing && typing.form === form && !typing.matches("textarea, select")) return event.preventDefault();
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = keymap.action(event);
    if (action === "select" && find?.open) { event.preventDefault(); return takeFromReader(); }
    if (inDialog() || event.repeat) return;
    const act = keys[action];
    if (act) { event.preventDefault(); act(); }
  });

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens], [data-do=find]");
    if (opener) { event.preventDefault(); open(opener.dataset.opens || "find"); }
    const closer = event.target.closest("[data-closes]");
    if (closer) { event.preventDefault(); closer.closest("dialog").close(); }
    if (event.target.matches("dialog")) event.target.close(); // beside it
  });
  document.addEventListener("mousedown", (event) => { if (event.target.closest("[data-opens=add-claim]")) event.preventDefault(); });

  // Articles of the project, read in place: the same pages as without a script, of which we take the part that matters.
  async function show(url) {
    found.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const part = page.querySelector("[data-part]") || page.querySelector("main");
      found.replaceChildren(document.importNode(part, true));
      found.scrollTop = 0;
      found.focus({ preventScroll: true });
    } catch { location.assign(url); }
    found.removeAttribute("aria-busy");
  }

  function takeFromReader() {
    const span = attest.selected();
    if (!span) return;
    document.getSelection().removeAllRanges();
    find.close();
    attest.addPassage(span);
  }

  find?.querySelector("form[role=search]").addEventListener("submit", (event) => {
    event.preventDefault();
    show(`${event.target.action}?${new URLSearchParams(new FormData(event.target))}`);
  });
  document.addEventListener("click", (event) => {
    const source = event.target.closest("a[data-source]");
    if (!source || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!find.open) find.showModal();
    show(source.href);
  });
  found?.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-taking]") || !attest.selected()) return; // pasted words go the way without a script
    event.preventDefault();
    takeFromReader();
  });
})();
