// Keys and dialogs. Single keys do nothing while somebody types; Enter in a text box never submits.
attest.onDesk((form, signal) => {
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
    if (action === "select" && dialog("find")?.open) { event.preventDefault(); return attest.takeFromReader(); }
    if (inDialog() || event.repeat) return;
    const act = keys[action];
    if (act) { event.preventDefault(); act(); }
  }, { signal });

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens], [data-do=find]");
    if (opener) { event.preventDefault(); open(opener.dataset.opens || "find"); }
    const closer = event.target.closest("[data-closes]");
    if (closer) { event.preventDefault(); closer.closest("dialog").close(); }
    if (event.target.matches("dialog")) event.target.close(); // beside it
  }, { signal });
  document.addEventListener("mousedown", (event) => { if (event.target.closest("[data-opens=add-claim]")) event.preventDefault(); }, { signal });
});
