// Passages: from what a person selects to offsets of the article's text, and back.
window.attest = window.attest || {};
(() => {
  const codePoints = (words) => Array.from(words).length;

  // The one place where a selection (which counts UTF-16 units) becomes a span (which counts code points).
  // Gives {article, title, own, start, end, quote}, or null where no words of an article are selected.
  function spanOf(range) {
    let article = null;
    const pieces = [];
    for (const segment of document.querySelectorAll("[data-article] [data-start]")) {
      if (!range.intersectsNode(segment)) continue;
      const node = segment.firstChild;
      if (!node) continue;
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.data.length;
      if (to <= from) continue;
      article = article || segment.closest("[data-article]");
      if (segment.closest("[data-article]") !== article) break;
      const start = Number(segment.dataset.start) + codePoints(node.data.slice(0, from));
      pieces.push({ start, words: node.data.slice(from, to), paragraph: segment.parentElement });
    }
    while (pieces.length && !pieces[0].words.trim()) pieces.shift();
    while (pieces.length && !pieces[pieces.length - 1].words.trim()) pieces.pop();
    if (!pieces.length) return null;
    const first = pieces[0], last = pieces[pieces.length - 1];
    const trimmed = first.words.trimStart();
    first.start += codePoints(first.words) - codePoints(trimmed);
    first.words = trimmed;
    last.words = last.words.trimEnd();
    return { ...about(article), start: first.start, end: last.start + codePoints(last.words), quote: joined(pieces) };
  }

  // The words of a span, as far as the page shows them.
  function wordsOf(article, start, end) {
    const pieces = [];
    for (const segment of article.querySelectorAll("[data-start]")) {
      const all = Array.from(segment.firstChild ? segment.firstChild.data : "");
      const at = Number(segment.dataset.start);
      if (at >= end || at + all.length <= start) continue;
      pieces.push({ words: all.slice(Math.max(0, start - at), end - at).join(""), paragraph: segment.parentElement });
    }
    return joined(pieces);
  }

  function joined(pieces) {
    return pieces.map((piece, at) => (at && piece.paragraph !== pieces[at - 1].paragraph ? "\n\n" : "") + piece.words).join("");
  }

  function about(article) {
    return { article: article.dataset.article, title: article.dataset.title || "", own: "own" in article.dataset };
  }

  // The last selection inside an article: pressing a button may drop it.
  let remembered = null;
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (selection.rangeCount && !selection.isCollapsed) remembered = spanOf(selection.getRangeAt(0));
    else if (document.activeElement === document.body || document.activeElement.closest("[data-article], #source")) remembered = null;
  });

  // The selection as it stands now: its event may still be on its way when a key is pressed right after selecting.
  function selected() {
    const selection = document.getSelection();
    return (selection.rangeCount && !selection.isCollapsed && spanOf(selection.getRangeAt(0))) || remembered;
  }

  Object.assign(attest, { spanOf, wordsOf, about, selected });
})();
