// Claims in the margin: each beside its words where there is room, and its words lit while it is looked at.
(() => {
  const list = document.querySelector("[data-margin]");
  const text = document.getElementById("article-text");
  if (!list || !text) return;
  const wide = matchMedia("(min-width: 56.01rem)");
  const claims = [...list.children].map((item) => ({ item, anchor: document.getElementById(item.dataset.claim) }));

  function align() {
    list.classList.toggle("aligned", wide.matches);
    for (const { item } of claims) item.style.marginBlockStart = "";
    if (!wide.matches) return;
    // All is measured before anything is moved, so that the browser lays the page out once.
    const top = list.getBoundingClientRect().top;
    const measured = claims.map(({ item, anchor }) => ({
      item,
      wanted: anchor ? anchor.getBoundingClientRect().top - top : 0,
      height: item.offsetHeight + parseFloat(getComputedStyle(item).marginBlockEnd),
    }));
    let bottom = 0;
    for (const { item, wanted, height } of measured) {
      const gap = Math.max(0, wanted - bottom);
      if (gap) item.style.marginBlockStart = `${gap}px`;
      bottom += gap + height;
    }
  }

  function light(event) {
    const item = event.target.closest("[data-claim]");
    const words = item && document.getElementById(item.dataset.claim);
    if (!words) return;
    let mark = words.nextElementSibling;
    while (mark && mark.matches(".anchor")) mark = mark.nextElementSibling;
    if (mark) mark.classList.toggle("lit", event.type === "pointerover" || event.type === "focusin");
  }

  for (const type of ["pointerover", "pointerout", "focusin", "focusout"]) list.addEventListener(type, light);
  align();
  const aside = list.closest("aside");
  const again = new ResizeObserver(align);
  again.observe(text);
  const missed = aside.querySelector("details");
  if (missed) again.observe(missed);
})();
