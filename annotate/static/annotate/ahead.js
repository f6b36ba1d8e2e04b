// The pages of the claims that come next, at hand for when the network is gone. They are kept in memory alone.
(() => {
  const held = new Map(); // by url: {saved_at, html}
  const BEGIN = 1500, REST = 5 * 60 * 1000;
  let order = [];
  const isSame = (one, other) => Date.parse(one) === Date.parse(other);

  async function fill(form, signal) {
    if (!navigator.onLine || signal.aborted) return;
    try {
      const body = new URLSearchParams({ csrfmiddlewaretoken: attest.outbox.token() });
      const answer = await fetch(form.dataset.ahead, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual", signal });
      if (!answer.ok) return;
      const { places } = await answer.json();
      order = places.map((place) => place.url);
      for (const url of held.keys()) if (!order.includes(url)) held.delete(url);
      for (const { url, saved_at } of places) {
        if (held.has(url) && isSame(held.get(url).saved_at, saved_at)) continue;
        const page = await fetch(url, { headers: { Accept: "text/html" }, signal });
        if (page.ok && !page.redirected) held.set(url, { saved_at, html: await page.text() });
      }
    } catch { /* the network is gone, or the next claim is shown: what is held is held */ }
    document.body.dataset.atHand = atHand().length;
  }

  const atHand = () => order.filter((url) => held.has(url) && url !== location.pathname && !attest.outbox.holds(url));

  function take(url) {
    const page = new DOMParser().parseFromString(held.get(url).html, "text/html");
    held.delete(url);
    document.body.dataset.atHand = atHand().length;
    return page;
  }

  attest.onDesk((form, signal) => {
    const soon = setTimeout(() => fill(form, signal), BEGIN);
    const again = setInterval(() => { if (document.visibilityState === "visible") fill(form, signal); }, REST);
    signal.addEventListener("abort", () => { clearTimeout(soon); clearInterval(again); });
    addEventListener("online", () => fill(form, signal), { signal });
  });

  attest.ahead = {
    count: () => atHand().length,
    // The page of the next claim without asking, as [page, url]; null where none is at hand.
    next: () => { const [url] = atHand(); return url ? [take(url), url] : null; },
    // The page that the server says comes next, where it is at hand and nothing was saved there since.
    is: ({ url, saved_at }) => (held.has(url) && isSame(held.get(url).saved_at, saved_at) ? take(url) : null),
  };
})();
