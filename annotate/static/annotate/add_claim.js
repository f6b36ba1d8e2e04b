// Adding a claim that was missed, from the words selected in any article, without leaving the page.
attest.onDesk((form) => {
  const shown = document.getElementById("add-claim");
  if (!shown) return;
  const missed = shown.querySelector("form");
  const fields = missed.elements;
  const says = missed.dataset;
  const label = shown.querySelector("label[for=missed-quote]");
  const own = { article: fields.article.value, label: label.textContent };

  attest.fillClaim = () => {
    const span = attest.selected();
    if (!span) return;
    for (const name of ["article", "start", "end", "quote"]) fields[name].value = span[name];
    label.textContent = span.own ? own.label : says.saysOther.replace("{title}", span.title);
  };

  // Once the words are edited by hand, the offsets of the selection mean nothing.
  fields.quote.addEventListener("input", () => { fields.start.value = fields.end.value = ""; });

  missed.addEventListener("submit", async (event) => {
    event.preventDefault();
    fields.csrfmiddlewaretoken.value = attest.outbox.token();
    try {
      const answer = await fetch(missed.action, { method: "POST", body: new URLSearchParams(new FormData(missed)), headers: { Accept: "application/json" }, redirect: "manual", signal: AbortSignal.timeout(15000) });
      const said = await answer.json();
      if (!answer.ok) return problem(said.message);
      missed.reset();
      for (const name of ["start", "end"]) fields[name].value = "";
      fields.article.value = own.article;
      label.textContent = own.label;
      problem("");
      shown.close();
      return attest.say(said.said[0]);
    } catch { return problem(says.saysUnreachable); }
  });

  function problem(words) {
    let place = missed.querySelector("#add-claim-error");
    if (!place) {
      place = Object.assign(document.createElement("p"), { id: "add-claim-error", className: "error" });
      place.setAttribute("role", "alert");
      missed.prepend(place);
    }
    place.hidden = !words;
    place.textContent = words;
  }
});
