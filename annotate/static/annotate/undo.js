// Undo: what was taken, removed or chosen is put back as it was, step by step. What was typed since stays.
attest.onDesk((form) => {
  const MOST = 50;
  const button = form.querySelector("[data-do=undo]");
  const typed = "textarea:not([hidden]), input:not([type]), input[type=url], input[type=text]";
  const past = [];
  let isUndoing = false;

  const pairs = () => [...new FormData(form)].filter(([name]) => !["csrfmiddlewaretoken", "revision", "active_seconds", "do", "new-quote", "new-article"].includes(name));
  const names = () => new Set([...form.querySelectorAll(typed)].map((element) => element.name));
  const shape = (said, words) => JSON.stringify(said.filter(([name]) => !words.has(name)));
  let now = pairs(), shapeNow = shape(now, names());

  function look({ type, target }) {
    // Choosing tells of itself twice; once it says "change", what follows from it is done too.
    if (isUndoing || (type === "input" && target.matches("select, [type=radio], [type=checkbox]"))) return;
    const said = pairs(), shaped = shape(said, names());
    if (shaped !== shapeNow) past.push(now);
    if (past.length > MOST) past.shift();
    [now, shapeNow] = [said, shaped];
    if (button) button.hidden = !past.length;
  }

  function undo() {
    const then = past.pop();
    const way = document.querySelector("#main > .messages a[data-undo]");
    if (!then) return way ? way.click() : attest.say(form.dataset.saysNothingToUndo);
    const words = names(), written = new Map(pairs().filter(([name]) => words.has(name)));
    isUndoing = true;
    attest.restore(then.map(([name, value]) => [name, written.has(name) ? written.get(name) : value]));
    isUndoing = false;
    [now, shapeNow] = [pairs(), shape(pairs(), names())];
    if (button) button.hidden = !past.length;
    document.getElementById("evidence").focus();
    return attest.say(form.dataset.saysUndone);
  }

  for (const event of ["input", "change", "attest:changed"]) form.addEventListener(event, look);
  attest.undo = undo;
});
