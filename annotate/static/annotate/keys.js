// Keys and dialogs. Single keys do nothing while somebody types; Enter in a text box never submits.
attest.onDesk((form, signal) => {
  const dialog = (name) => document.getElementById(name);
  const inDialog = () => document.querySelector("dialog[open]");
  const types = (element) => element.closest("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit])");

  function open(name) {
    const shown = dialog(name);
    if (!shown) return;
    if (name === "add-claim") attest.fillClaim();
    shown.close();
    shown.showModal();
    const title = dialog(shown.getAttribute("aria-labelledby")); // where there is nothing to fill in, reading begins at the top
    title.tabIndex = -1;
    (shown.querySelector("input:not([type=hidden]), textarea") || title).focus();
  }

  const verdict = (value) => () => {
    const radio = form.querySelector(`[name=verdict][value=${value}]`);
    if (!radio || radio.matches(":disabled")) return;
    radio.click();
    radio.focus();
  };
  const reason = (at) => () => {
    const verdict = form.elements.verdict.value;
    const radio = verdict && form.querySelectorAll(`.reasons.${verdict} [name=reason]`)[at - 1];
    if (!radio) return attest.say(verdict ? form.dataset.saysFewerReasons : form.dataset.saysVerdictFirst);
    radio.click();
    radio.focus();
  };
  const sure = (value) => () => form.querySelector(`[name=confidence][value=${value}]`).click();
  const editable = (act) => () => { if (!form.querySelector("fieldset.all").disabled) act(); };
  const keys = {
    supported: verdict("supported"), disputed: verdict("disputed"), unverified: verdict("unverified"),
    take: editable(() => attest.take()), select: editable(() => attest.takeSelected()), link: editable(() => attest.addLink()), search: editable(() => attest.addSearch()),
    reason_1: editable(reason(1)), reason_2: editable(reason(2)), reason_3: editable(reason(3)), reason_4: editable(reason(4)),
    guess: editable(sure("guess")), fairly: editable(sure("fairly")), certain: editable(sure("certain")),
    supports: editable(() => attest.stance("supports")),
    contradicts: editable(() => attest.stance("contradicts")),
    unverifiable: editable(() => attest.stance("unverifiable")),
    context: editable(() => attest.stance("context")),
    words: editable(() => form.elements.rationale.focus()), undo: editable(() => attest.undo()),
    find: () => open("find"), skip: () => open("skip"), flag: () => open("flag"), add: () => open("add-claim"), guideline: () => open("guideline"), help: () => open("keys"),
  };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      if (inDialog()) return;
      event.preventDefault();
      return form.requestSubmit(form.querySelector("[name=do][value=submit]"));
    }
    const typing = types(event.target);
    if (event.key === "Escape" && typing?.form === form) return typing.blur(); // and the single keys work again
    if (event.key === "Enter" && typing && typing.form === form && !typing.matches("textarea, select")) return event.preventDefault();
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = keymap.action(event) ?? (event.shiftKey ? keymap.action({ key: event.key.toLowerCase(), code: event.code }) : undefined);
    const isReading = dialog("find")?.open && !dialog("add-claim")?.open;
    const step = { down: 1, up: -1 }[action];
    if (step && (isReading || !inDialog())) { event.preventDefault(); return attest.sentence(step, event.shiftKey); }
    if (event.shiftKey && !keymap.action(event)) return; // with Shift only what marks words means something else
    if (isReading && attest.selected()) {
      if (action === "select") { event.preventDefault(); return attest.takeFromReader(); }
      if (action === "add") { event.preventDefault(); return open("add-claim"); }
    }
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
