// Ticks all claims of a page at once, and goes on with what was begun with many. Both pages work without it.
(() => {
  const all = document.querySelector("[data-tick-all]");
  all?.addEventListener("change", () => {
    for (const box of document.querySelectorAll(".choose input[name=claim]")) box.checked = all.checked;
  });
  document.querySelector("form[data-go-on]")?.requestSubmit();
})();
