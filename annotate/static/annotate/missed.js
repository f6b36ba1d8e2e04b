// Adding a claim that was missed: the selected words of the article, and where they stand, go into the form.
(() => {
  const form = document.querySelector("form[data-missed]");
  if (!form) return;
  const button = form.querySelector("[data-take-selected]");
  const hint = form.querySelector("[data-nothing-selected]");

  function take() {
    const folded = form.closest("details");
    if (folded) folded.open = true;
    const span = window.attest.selected();
    hint.hidden = Boolean(span);
    if (!span) return;
    form.elements.quote.value = span.quote;
    form.elements.start.value = span.start;
    form.elements.end.value = span.end;
    form.elements.statement.focus();
  }

  button.addEventListener("click", take);
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
    if (keymap.action(event) !== "add" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    event.preventDefault();
    take();
  });
})();
