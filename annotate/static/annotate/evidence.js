// Rows of the judgement: pieces of evidence, searches, the warnings beside them. The form works without this.
attest.onDesk((form, signal) => {
  const items = document.getElementById("items");
  const searches = document.getElementById("search-rows");
  const changed = () => form.dispatchEvent(new Event("attest:changed"));
  const titles = new Map(); // of articles, by their ids, to name again what is put back
  let next = 1000; // above every number that the server gave
  let current = null; // the piece of evidence that was looked at last

  function row(template, into, number) {
    const held = document.getElementById(template).content.cloneNode(true);
    const made = held.querySelector("[data-item]");
    const named = (text) => text.replaceAll("__n__", number);
    for (const element of [made, ...made.querySelectorAll("*")])
      for (const name of ["id", "name", "for", "aria-describedby", "value"])
        if (element.hasAttribute(name)) element.setAttribute(name, named(element.getAttribute(name)));
    into.append(made);
    recount();
    return made;
  }

  function field(made, name) {
    return [...made.querySelectorAll("[name]")].find((element) => element.name.endsWith("-" + name));
  }

  // Takes out of a new row what belongs to the other kind.
  function becomes(made, kind) {
    field(made, "kind").value = kind;
    for (const pointer of made.querySelectorAll(".pointer"))
      if (pointer.classList.contains(kind)) pointer.hidden = false;
      else pointer.remove();
  }

  function addPassage(span, number = next++) {
    const twin = [...items.children].find((made) => ["article", "start", "end"].every((name) => {
      const input = field(made, name);
      return input && input.value === String(span[name]);
    }));
    if (twin) return focus(twin);
    const made = row("new-item", items, number);
    becomes(made, "passage");
    for (const name of ["article", "start", "end", "quote"]) field(made, name).value = span[name];
    made.querySelector(".pointer q").textContent = span.quote;
    if (!isOwn(span.article)) titles.set(String(span.article), span.title);
    made.querySelector(".where").textContent = nameOf(span.article);
    recount(); // now that the row says which passage it is
    changed();
    return focus(made);
  }

  const isOwn = (article) => String(article) === document.querySelector("article[data-own]")?.dataset.article;
  const nameOf = (article) => (isOwn(article) ? form.dataset.saysOwn : titles.get(String(article)) || "");

  function addLink(number = next++) {
    const made = row("new-item", items, number);
    becomes(made, "link");
    changed();
    field(made, "url").focus();
    return made;
  }

  // A new search; of one that was made here it is known where and for what, and sometimes what came of it.
  function addSearch(known = {}) {
    const made = row("new-search", searches, next++);
    field(made, "searched_at").value = new Date().toISOString();
    for (const name of ["where", "query", "outcome"]) field(made, name).value = known[name] || "";
    searches.closest("details").open = true;
    field(made, known.where ? "outcome" : "where").focus();
    if (known.where) changed();
    return made;
  }

  // The next suggested passage that is not taken yet; a button takes its own.
  function take(button) {
    const wanted = button || [...document.querySelectorAll("[data-take]")].find((candidate) => !candidate.disabled);
    if (!wanted) return attest.say(document.querySelector("[data-take]") ? form.dataset.saysNone : form.dataset.saysNoPassage);
    if (wanted.dataset.url) return takeLink(wanted.dataset);
    const article = wanted.closest("article[data-article]");
    const span = { start: wanted.dataset.begin, end: wanted.dataset.end };
    if (wanted.dataset.quote) Object.assign(span, { article: wanted.dataset.article, title: wanted.dataset.title, quote: wanted.dataset.quote });
    else Object.assign(span, attest.about(article), { quote: attest.wordsOf(article, Number(span.start), Number(span.end)) });
    addPassage(span);
  }

  // A link that somebody gave for another claim: with its words, outlet and date, and without a stance.
  function takeLink({ url, quote, outlet, published }) {
    const twin = [...items.children].find((made) => linkOf(made) === linkKey(url, quote));
    if (twin) return focus(twin);
    const made = addLink();
    for (const [name, value] of Object.entries({ url, quote, outlet, published_on: published })) field(made, name).value = value;
    made.querySelector("details").open = Boolean(outlet || published);
    recount(); // now that the row says which link it is
    changed();
    return focus(made);
  }

  const linkKey = (url, quote) => `${url}\n${quote}`;
  const linkOf = (made) => (field(made, "url")?.value ? linkKey(field(made, "url").value, field(made, "quote").value) : "");

  function focus(made) {
    attest.unfold(made);
    made.scrollIntoView({ block: "nearest" });
    const stance = made.querySelector("[type=radio]");
    (made.querySelector("[type=radio]:checked") || stance).focus({ preventScroll: true });
    return made;
  }

  function remove(made) {
    const near = made.nextElementSibling || made.previousElementSibling;
    const list = made.parentElement;
    made.remove();
    recount();
    changed();
    (near ? near.querySelector("[data-remove]") : list.closest(".part")).focus();
  }

  // A piece of evidence looks like its stance.
  function look(made) {
    made.className = `item ${made.querySelector("[name$='-stance']:checked")?.value || ""}`;
  }

  // What the type of source that is chosen means.
  function mean(made) {
    const [type] = field(made, "source_type").selectedOptions, place = made.querySelector("[data-meant]");
    if (place.textContent !== type.title) place.textContent = type.title;
  }

  function recount() {
    for (const made of items.children) mean(made);
    for (const list of [items, searches]) {
      const rows = [...list.querySelectorAll("[data-item]")];
      rows.forEach((made, at) => { made.querySelector("[data-number]").textContent = at + 1; });
      list.closest(".part").querySelector("[data-count]").textContent = rows.length;
    }
    const taken = new Set([...items.children].map((made) => ["article", "start", "end"].map((name) => (field(made, name) || {}).value).join(":")));
    const links = new Set([...items.children].map(linkOf));
    let isFirst = true;
    for (const button of document.querySelectorAll("[data-take]")) {
      if (button.dataset.url) button.disabled = links.has(linkKey(button.dataset.url, button.dataset.quote));
      else {
        const article = button.dataset.article || button.closest("[data-article]").dataset.article;
        button.disabled = taken.has([article, button.dataset.begin, button.dataset.end].join(":"));
      }
      button.classList.toggle("next", isFirst && !button.disabled); // the one that the key takes
      if (!button.disabled) isFirst = false;
    }
  }

  // What the server asks about the evidence, beside its item. A word that was given stays.
  function warn(warnings) {
    [...items.children].forEach((made, at) => {
      const place = made.querySelector("[data-warnings]");
      const asked = warnings.filter((warning) => warning.evidence === at);
      for (const shown of [...place.children])
        if (!asked.some((warning) => warning.rule === shown.dataset.rule) && !shown.contains(document.activeElement)) shown.remove();
      const number = field(made, "kind").name.split("-")[1];
      for (const { rule, message } of asked) {
        if (place.querySelector(`[data-rule="${rule}"]`)) continue;
        const held = document.createElement("div");
        held.innerHTML = document.getElementById("new-warning").innerHTML.replaceAll("__n__", number).replaceAll("__rule__", rule);
        held.querySelector("p").textContent = message;
        place.append(held.firstElementChild);
      }
    });
  }

  // Puts back a form that was kept as [name, value] pairs.
  function restore(pairs) {
    const values = new Map(pairs);
    const numbers = (group) => [...new Set(pairs.map(([name]) => name.split("-")).filter(([first]) => first === group).map(([, number]) => number))];
    for (const [group, list] of [["evidence", items], ["searches", searches]])
      for (const made of [...list.querySelectorAll("[data-item]")]) made.remove();
    for (const number of numbers("evidence")) {
      const made = row("new-item", items, number);
      const kind = values.get(`evidence-${number}-kind`) || "link";
      becomes(made, kind);
      made.querySelectorAll(".pointer q").forEach((quote) => { quote.textContent = values.get(`evidence-${number}-quote`) || ""; });
      const typed = field(made, "quote");
      if (kind === "passage" && typed && !values.get(`evidence-${number}-start`)) { typed.hidden = false; typed.previousElementSibling.textContent = ""; }
      if (kind === "passage") made.querySelector(".where").textContent = nameOf(values.get(`evidence-${number}-article`));
      next = Math.max(next, Number(number) + 1);
    }
    for (const number of numbers("searches")) { row("new-search", searches, number); next = Math.max(next, Number(number) + 1); searches.closest("details").open = true; }
    for (const element of form.elements) {
      if (!element.name || ["csrfmiddlewaretoken", "revision", "active_seconds", "do"].includes(element.name) || element.type === "submit") continue;
      if (element.type === "radio" || element.type === "checkbox") element.checked = pairs.some(([name, value]) => name === element.name && value === element.value);
      else if (values.has(element.name)) element.value = values.get(element.name);
    }
    for (const made of items.children) look(made);
    recount();
    changed();
    attest.foldOthers();
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if ("remove" in button.dataset) { event.preventDefault(); remove(button.closest("[data-item]")); }
    const act = { select: selected, link: addLink, search: addSearch, undo: () => attest.undo() }[button.dataset.do];
    if (act) { event.preventDefault(); act(); }
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-take]");
    if (button) { event.preventDefault(); take(button); }
  }, { signal });
  // Pressing a button must not drop the selection that it is about.
  document.addEventListener("mousedown", (event) => { if (event.target.closest("[data-do=select], [data-taking] button")) event.preventDefault(); }, { signal });

  function selected() {
    const span = attest.selected();
    if (!span) return attest.say(form.dataset.saysSelect);
    document.getSelection().removeAllRanges();
    return addPassage(span);
  }

  // A reason belongs to its verdict: with another verdict it is not chosen any more.
  form.addEventListener("change", (event) => {
    if (event.target.name === "verdict")
      for (const reason of form.querySelectorAll("[name=reason]:checked"))
        if (!reason.closest(".reasons").classList.contains(event.target.value)) reason.checked = false;
    // This reason needs a search: show where it is written down.
    if (event.target.name === "reason" && event.target.value === "no_evidence_found") searches.closest("details").open = true;
    if (event.target.name.endsWith("-source_type")) mean(event.target.closest(".item"));
    if (event.target.name.endsWith("-stance")) look(event.target.closest(".item"));
  });

  // What a piece of evidence does to the claim, by key: of the one looked at last, or else of the last one.
  function stance(value) {
    const item = current?.isConnected ? current : items.lastElementChild;
    if (!item) return attest.say(form.dataset.saysNoEvidence);
    attest.unfold(item);
    const radio = item.querySelector(`[type=radio][value=${value}]`);
    radio.click();
    return radio.focus();
  }
  items.addEventListener("focusin", (event) => { current = event.target.closest("[data-item]"); });

  for (const made of items.children) {
    const article = field(made, "article")?.value;
    if (article) titles.set(article, made.querySelector(".where").textContent);
  }
  for (const button of document.querySelectorAll("[data-take][data-title]")) titles.set(button.dataset.article, button.dataset.title);

  recount();
  Object.assign(attest, { stance, addPassage, addLink, addSearch, take, takeSelected: selected, warn, restore });
});
