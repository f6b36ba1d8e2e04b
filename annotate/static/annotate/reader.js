// Articles of the project, read in place: the same pages as without a script, of which the part that matters is shown.
attest.onDesk((form, signal) => {
  const find = document.getElementById("find");
  const found = document.getElementById("found");
  if (!find) return;

  async function show(url) {
    found.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const part = page.querySelector("[data-part]") || page.querySelector("main");
      found.replaceChildren(document.importNode(part, true));
      found.scrollTop = 0;
      found.querySelector(".prose mark.found")?.scrollIntoView({ block: "center" });
      if (!part.querySelector(".empty")) found.focus({ preventScroll: true }); // with nothing found, on with other words
    } catch { found.textContent = form.dataset.saysUnreachable; }
    found.removeAttribute("aria-busy");
  }

  function takeFromReader() {
    const span = attest.selected();
    if (!span) return;
    document.getSelection().removeAllRanges();
    find.close();
    attest.addPassage(span);
  }

  find.querySelector("form[role=search]").addEventListener("submit", (event) => {
    event.preventDefault();
    show(`${event.target.action}?${new URLSearchParams(new FormData(event.target))}`);
  });
  document.addEventListener("click", (event) => {
    const source = event.target.closest("a[data-source]");
    if (!source || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!find.open) find.showModal();
    show(source.href);
  }, { signal });
  found.addEventListener("click", (event) => {
    const button = event.target.closest("[data-note-search]");
    if (!button) return;
    find.close();
    attest.addSearch(button.dataset);
  });
  found.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-taking]") || !attest.selected()) return; // pasted words go the way without a script
    event.preventDefault();
    takeFromReader();
  });
  attest.takeFromReader = takeFromReader;
});
