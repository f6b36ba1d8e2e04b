// Keys for deciding a claim, the same as for judging one. Single keys do nothing while somebody types.
(() => {
  const form = document.getElementById("decision");
  if (!form) return;
  const help = document.querySelector(".decision-keys");
  if (help) help.hidden = false;
  const types = (element) => element.closest("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])");

  function choose(radio) {
    if (!radio) return;
    radio.click();
    radio.focus();
  }
  const verdict = (value) => () => choose(form.querySelector(`[name=verdict][value=${value}]`));
  const reason = (at) => () => choose(form.querySelectorAll(`.reasons.${form.elements.verdict.value || "none"} [name=reason]`)[at - 1]);
  const keys = {
    supported: verdict("supported"), disputed: verdict("disputed"), unverified: verdict("unverified"),
    reason_1: reason(1), reason_2: reason(2), reason_3: reason(3), reason_4: reason(4),
    words: () => form.elements.rationale.focus(),
  };

  // What is wrong leads to where it is mended: a box to write in, or the first choice that is in sight.
  document.getElementById("error-summary")?.addEventListener("click", (event) => {
    const place = document.getElementById(event.target.closest("a")?.hash.slice(1));
    if (!place) return;
    const fields = "input, textarea, select";
    const inSight = place.matches(fields) ? place : [...place.querySelectorAll(fields)].find((field) => field.offsetParent);
    const wanted = inSight || (place.matches(".reason") && form.querySelector("[name=verdict]"));
    if (!wanted) return;
    event.preventDefault();
    wanted.scrollIntoView({ block: "center" });
    wanted.focus({ preventScroll: true });
  });

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || types(event.target)) return;
    const act = keys[keymap.action(event)];
    if (!act) return;
    event.preventDefault();
    act();
  });
})();
