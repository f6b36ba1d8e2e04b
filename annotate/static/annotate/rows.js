// Keys for lists: from row to row, to the search, to the next page. They do nothing while somebody types.
(() => {
  const help = document.querySelector(".row-keys");
  if (!help) return;
  help.hidden = false;
  const links = () => [...document.querySelectorAll(".rows tbody th[scope=row] a")];
  const typing = (element) => element.closest("input, textarea, select, [contenteditable], dialog[open]");

  function move(step) {
    const all = links();
    if (!all.length) return;
    const row = document.activeElement?.closest(".rows tbody tr");
    const at = all.findIndex((link) => row && row.contains(link));
    const to = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1);
    all[to].focus();
    all[to].closest("tr").scrollIntoView({ block: "nearest" });
  }

  const go = (which) => document.querySelector(`.pager [rel=${which}]`)?.click();
  const keys = {
    down: () => move(1), up: () => move(-1),
    next: () => go("next"), previous: () => go("prev"),
    find: () => document.querySelector(".filters [type=search]")?.focus(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys[keymap.action(event)];
    if (!act || typing(event.target)) return;
    event.preventDefault();
    act();
  });
})();
