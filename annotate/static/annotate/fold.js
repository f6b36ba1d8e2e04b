// A piece of evidence that is whole folds to its stance, its source and its first words once somebody goes on to
// something else, so that the verdict stays at hand; its button, or a key about it, opens it again.
attest.onDesk((form, signal) => {
  const items = document.getElementById("items");
  const WHOLE = { passage: "textarea[name$='-quote']", link: "input[type=url]" };

  function isWhole(item) {
    const words = item.querySelector(WHOLE[item.querySelector("[name$='-kind']").value]);
    return item.querySelector("[name$='-stance']:checked") && words?.value.trim() && !item.querySelector("[data-wrong] .error");
  }

  function fold(item) {
    const stance = item.querySelector("[name$='-stance']:checked").closest("label").cloneNode(true);
    for (const sign of stance.querySelectorAll("i, kbd")) sign.remove();
    const source = item.querySelector("[name$='-source_type']");
    const url = item.querySelector("input[type=url]")?.value.trim();
    // An address runs from left to right wherever it stands, a title in its own direction.
    const where = Object.assign(document.createElement("bdi"), { textContent: url || item.querySelector(".where").textContent.trim() });
    if (url) where.dir = "ltr";
    const said = [stance.textContent.trim(), source.selectedIndex > 0 && source.selectedOptions[0].textContent, where].filter(Boolean);
    item.querySelector("[data-brief]").replaceChildren(...said.flatMap((part, number) => (number ? [" · ", part] : [part])));
    item.querySelector(".brief .first").textContent = item.querySelector("textarea[name$='-quote']")?.value || "";
    const failed = item.querySelector("[data-snapshot] [data-failed]");
    item.querySelector("[data-trouble]").replaceChildren(...(failed?.cloneNode(true).childNodes || []));
    item.classList.add("folded");
  }

  // What is known of its page came meanwhile.
  const refold = (item) => { if (item.classList.contains("folded")) fold(item); };

  function unfold(item) {
    item?.classList.remove("folded");
  }

  function foldOthers() {
    for (const item of items.children)
      if (!item.contains(document.activeElement) && !item.classList.contains("folded") && isWhole(item)) fold(item);
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-edit]");
    if (!button) return;
    event.preventDefault();
    const item = button.closest("[data-item]");
    unfold(item);
    item.querySelector("[type=radio]:checked").focus();
  });
  // Not while a button of the mouse is down: what is pressed must not move away from under it.
  document.addEventListener("click", () => setTimeout(foldOthers), { signal });
  document.addEventListener("keyup", foldOthers, { signal });
  foldOthers();
  Object.assign(attest, { unfold, refold, foldOthers });
});
