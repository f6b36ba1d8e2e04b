// Pages that evidence names: retrieved on demand, and what is known of them told beside the address.
attest.onDesk((form, signal) => {
  const WAIT = 1500;
  const address = (item) => item.querySelector("input[type=url]");
  const place = (item) => item.querySelector("[data-snapshot]");

  async function told(item, url, options) {
    const at = place(item);
    try {
      const answer = await fetch(options.method ? form.dataset.snapshots : `${form.dataset.snapshots}?${new URLSearchParams({ url })}`, { ...options, redirect: "manual", signal });
      if (answer.status !== 200 && answer.status !== 400) throw new Error(answer.status);
      const words = await answer.text();
      if (address(item).value.trim() !== url) return; // another one was written meanwhile
      if (at.innerHTML.trim() !== words.trim()) at.innerHTML = words;
      attest.refold(item);
    } catch {
      if (!signal.aborted) at.textContent = form.dataset.saysUnchecked;
      return;
    }
    if (at.querySelector("[data-waiting]")) later(item, url);
  }

  function later(item, url) {
    setTimeout(() => { if (!signal.aborted && item.isConnected) told(item, url, {}); }, WAIT);
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-check]");
    if (!button) return;
    event.preventDefault();
    const item = button.closest("[data-item]");
    const url = address(item).value.trim();
    if (!url) return address(item).focus();
    const csrfmiddlewaretoken = form.elements.csrfmiddlewaretoken.value;
    told(item, url, { method: "POST", body: new URLSearchParams({ url, csrfmiddlewaretoken }) });
  });
  // An address as people write it down is one on the web.
  function mend(input) {
    if (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#]\S*)?$/u.test(input.value.trim())) input.value = "https://" + input.value.trim();
  }
  form.addEventListener("change", (event) => {
    if (!event.target.matches("input[type=url]")) return;
    mend(event.target);
    const item = event.target.closest("[data-item]");
    if (event.target.value) told(item, event.target.value.trim(), {}); // what is known already
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input[type=url]")) return;
    mend(event.target);
    form.dispatchEvent(new Event("attest:changed"));
  });
  // What is told of one address says nothing of another.
  form.addEventListener("input", (event) => {
    const item = event.target.closest("[data-item]");
    if (item && event.target === address(item) && place(item)) place(item).replaceChildren();
  });
  for (const item of form.querySelectorAll("[data-item]"))
    if (place(item)?.querySelector("[data-waiting]")) later(item, address(item).value.trim());
});
