// The life of the review page: its parts begin with each claim that is shown, and end when the next takes its place.
window.attest = window.attest || {};
(() => {
  const parts = [];
  let ends = null;
  let shown = location.pathname;

  function begin() {
    const form = document.getElementById("judgement");
    if (!form) return;
    ends = new AbortController();
    for (const part of parts) part(form, ends.signal);
    document.dispatchEvent(new Event("attest:shown"));
  }

  // Another claim's page, which was fetched ahead, in the place of this one: no request, so it works without a network.
  function show(page, url, words) {
    ends.abort();
    for (const part of page.querySelectorAll("noscript")) part.remove(); // a parsed page holds its fields as if they were shown
    const main = document.getElementById("main");
    main.replaceChildren(...[...page.getElementById("main").childNodes].map((node) => document.importNode(node, true)));
    document.title = page.title;
    history.pushState(null, "", url);
    shown = location.pathname;
    scrollTo(0, 0);
    attest.toClaim();
    begin();
    attest.note(words);
    main.focus({ preventScroll: true });
  }

  // The same claim in two tabs of one person: what one of them learns, the other hears as an event.
  const tabs = new BroadcastChannel(`attest:${document.body.dataset.person}`);
  const tellTabs = (detail) => tabs.postMessage({ place: location.pathname, ...detail });
  tabs.addEventListener("message", ({ data }) => {
    if (data.place === location.pathname) document.dispatchEvent(new CustomEvent("attest:tab", { detail: data }));
  });

  // What is at hand is kept nowhere: paging back to another claim asks the server. A way within the page is none.
  addEventListener("popstate", () => { if (location.pathname !== shown) location.reload(); });
  document.addEventListener("DOMContentLoaded", begin);
  Object.assign(attest, { onDesk: (part) => parts.push(part), show, tellTabs });
})();
