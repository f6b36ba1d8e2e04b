// What the form says, as pairs of names and values: to compare, and to show.
attest.onDesk((form) => {
  const OURS = ["csrfmiddlewaretoken", "do", "new-quote", "new-article", "revision", "active_seconds"];
  const pairs = () => [...new FormData(form)].filter(([name]) => !OURS.includes(name));
  // What a form says, whatever its rows are numbered: to tell words that differ from words that were merely sent.
  const told = (said) => JSON.stringify(lines(said).sort());

  function lines(said) {
    const numbers = new Map();
    const spans = new Set(said.filter(([name, value]) => name.endsWith("-start") && value).map(([name]) => name.split("-")[1]));
    const plain = said.map(([name, value]) => {
      const [group, number, ...rest] = name.split("-");
      if (!["evidence", "searches"].includes(group)) return [name, value.trim()];
      if (rest[0] === "searched_at") return [name, ""]; // the server writes a moment in its own way
      if (rest[0] === "quote" && spans.has(number)) return [name, ""]; // the span says it
      if (group === "searches" && !value.trim()) return [name, ""];
      if (!numbers.has(group + number)) numbers.set(group + number, numbers.size);
      return [[group, numbers.get(group + number), ...rest].join("-"), value.trim()];
    });
    return plain.filter(([, value]) => value);
  }

  // A word that was chosen as the page says it, and not as it is sent.
  function sayWord(name, value) {
    const like = name.replace(/^(evidence)-\d+/, "$1-__n__");
    const within = like === name ? form : document.getElementById("new-item").content;
    const radio = within.querySelector(`[type=radio][name="${like}"][value="${CSS.escape(value)}"]`)?.closest("label").cloneNode(true);
    for (const sign of radio?.querySelectorAll("i, kbd") || []) sign.remove();
    return radio ? radio.textContent.trim() : value;
  }

  attest.words = { pairs, told, lines, sayWord };
});
