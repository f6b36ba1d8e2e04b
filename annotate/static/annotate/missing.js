// What the judgement lacks: told in its foot while it is written, and marked at its fields where a submit was refused.
attest.onDesk((form, signal) => {
  const box = document.getElementById("rule"); // none where the claim is closed
  const items = document.getElementById("items");
  const chosen = (name) => form.elements[name]?.value || "";
  const undecided = () => [...items.children].filter((item) => !item.querySelector("[name$='-stance']:checked"));
  const shape = () => [chosen("verdict"), chosen("reason"), items.children.length, undecided().length].join();
  const reasons = [...form.querySelectorAll("[name=reason]")].map((radio) => radio.value);
  let known = [...form.querySelectorAll("#rule li")].map((line) => ({ rule: line.dataset.rule, message: line.textContent }));
  let looked = shape();

  // What the page itself can tell of a rule, which is named for the verdict or the reason that it is about.
  function mayHold({ rule }) {
    if (!rule) return true;
    if (rule === "verdict_is_given") return !chosen("verdict");
    if (rule === "reason_is_given") return chosen("verdict") && !chosen("reason");
    if (rule === "evidence_has_a_stance") return undecided().length > 0;
    if (rule.startsWith("supported_")) return chosen("verdict") === "supported";
    const about = reasons.find((reason) => rule.startsWith(reason + "_"));
    return !about || about === chosen("reason");
  }

  // The server's word, of what was sent to it; where something else is chosen meanwhile, only what still holds.
  function tell(missing) {
    known = missing;
    looked = shape();
    say(missing.filter(mayHold), missing.length > 0);
    mended(missing.map(({ message }) => message));
  }

  // Something else is chosen: what is certain is said at once, the rest once the server has looked.
  function look() {
    if (!box || shape() === looked) return;
    const isAway = attest.outbox.isOffline();
    const certain = ["verdict_is_given", "reason_is_given", "evidence_has_a_stance"].filter((rule) => mayHold({ rule }));
    const lines = certain.map((rule) => ({ rule, message: JSON.parse(box.dataset.rules)[rule] }));
    if (!isAway) lines.push(...known.filter((line) => mayHold(line) && !certain.includes(line.rule)));
    say(lines, true);
    mended([...lines, ...known.filter(mayHold)].map(({ message }) => message));
  }

  function say(missing, isOpen) {
    if (!box) return;
    box.parentElement.classList.toggle("ready", !missing.length && !isOpen);
    const list = (lines) => element("ul", {}, lines.map(({ rule, message }) => { const line = element("li", { textContent: message }); line.dataset.rule = rule || ""; return line; }));
    const words = [];
    if (missing.length) words.push(list(missing.slice(0, 1)));
    else words.push(element("p", { textContent: isOpen ? (attest.outbox.isOffline() ? box.dataset.saysUnchecked : box.dataset.saysChecking) : form.dataset.saysReady }));
    if (missing.length > 1) {
      const more = box.dataset.saysMore.replace("{number}", missing.length - 1);
      words.push(element("details", { open: Boolean(box.querySelector("details[open]")) }, [element("summary", { textContent: more }), list(missing.slice(1))]));
    }
    if (words.map((part) => part.textContent).join("") !== box.textContent.trim()) box.replaceChildren(...words);
  }

  function element(name, properties, children = []) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  const marks = () => form.querySelectorAll("#refusal li, [data-wrong] .error");
  // What a refused submit had marked and is mended since is marked no more.
  function mended(missing) {
    for (const marked of marks()) if (!missing.some((sentence) => marked.textContent.includes(sentence))) marked.remove();
    if (!form.querySelector("#refusal li")) form.querySelector("#refusal:has(ul)")?.remove();
    if (!form.querySelector("#rationale-error .error")) form.elements.rationale.removeAttribute("aria-invalid");
  }

  // A refused submit, on the page as it stands: each thing once in the summary, and once beside its field.
  function refuse({ message, fields }) {
    form.querySelector("#refusal")?.remove();
    for (const marked of marks()) marked.remove();
    const lines = [];
    for (const [field, sentences] of Object.entries(fields))
      for (const sentence of sentences) {
        lines.push(element("li", {}, [element("a", { href: "#" + field, textContent: sentence })]));
        beside(field, sentence)?.append(element("p", { className: "error", textContent: sentence }));
      }
    if (fields.rationale) form.elements.rationale.setAttribute("aria-invalid", "true");
    const summary = element("div", { id: "refusal", className: "summary", tabIndex: -1 }, [element("h3", { textContent: message }), ...(lines.length ? [element("ul", {}, lines)] : [])]);
    summary.setAttribute("role", "alert");
    form.querySelector(".work").prepend(summary);
    summary.scrollIntoView({ block: "nearest" });
    summary.focus({ preventScroll: true });
  }

  // A sentence about one piece of evidence names its number.
  function beside(field, sentence) {
    const [number] = field === "evidence" ? sentence.match(/\d+/) || [] : [];
    return items.children[number - 1]?.querySelector("[data-wrong]") || document.getElementById(`${field}-error`);
  }

  // The first place of a field at which something is to be done.
  function place(field, sentence) {
    if (field === "rationale") return form.elements.rationale;
    if (field === "reason" && chosen("verdict")) return form.querySelector(`.reasons.${chosen("verdict")} [name=reason]`);
    if (["verdict", "reason"].includes(field)) return form.querySelector("[name=verdict]");
    if (field === "searches") {
      document.getElementById("searches").open = true;
      const empty = [...form.querySelectorAll("#search-rows input:not([type=hidden])")].find((input) => !input.value.trim());
      return empty || form.querySelector("[data-do=search]");
    }
    const [number] = sentence.match(/\d+/) || [];
    const bad = [...items.querySelectorAll("input[type=url]")].find((input) => !/^https?:\/\/./i.test(input.value));
    const open = items.children[number - 1] || undecided()[0];
    return open?.querySelector("[type=radio]") || bad || document.getElementById(field);
  }

  form.addEventListener("click", (event) => {
    const way = event.target.closest("#refusal a");
    if (!way) return;
    event.preventDefault();
    const wanted = place(way.hash.slice(1), way.textContent);
    if (!wanted) return;
    attest.unfold?.(wanted.closest("[data-item]"));
    wanted.scrollIntoView({ block: "center" });
    wanted.focus({ preventScroll: true });
  });
  for (const event of ["change", "attest:changed"]) form.addEventListener(event, look);
  for (const event of ["online", "offline"]) addEventListener(event, look, { signal });
  attest.missing = { tell, refuse };
});
