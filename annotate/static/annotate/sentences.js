// Marking words without a mouse: a key goes from sentence to sentence of the article, and with Shift it marks more.
attest.onDesk((form, signal) => {
  const LONGEST = 100;
  let walked = null; // {article, sentences, anchor, head}: the marked ones, by their places

  // The sentences of an article: the text nodes of their paragraph, and UTF-16 offsets in these together.
  function sentencesOf(article) {
    const cut = new Intl.Segmenter(article.lang || document.documentElement.lang, { granularity: "sentence" });
    return [...article.querySelectorAll(".prose > p")].flatMap((paragraph) => {
      const nodes = [...paragraph.querySelectorAll("[data-start]")].map((segment) => segment.firstChild).filter(Boolean);
      const found = [...cut.segment(nodes.map((node) => node.data).join(""))].filter(({ segment }) => segment.trim());
      return found.map(({ segment, index }) => ({ nodes, begin: index, end: index + segment.trimEnd().length }));
    });
  }

  // The node and the offset in it where the characters of a sentence begin or end.
  function place({ nodes }, offset, isEnd) {
    for (const node of nodes) {
      if (offset < node.data.length || (isEnd && offset === node.data.length)) return [node, offset];
      offset -= node.data.length;
    }
    return null;
  }

  function rangeOf(first, last) {
    const range = document.createRange();
    range.setStart(...place(first, first.begin, false));
    range.setEnd(...place(last, last.end, true));
    return range;
  }

  function begin(article) {
    const sentences = sentencesOf(article);
    const claim = article.querySelector("#this-claim");
    const at = claim ? sentences.findIndex((sentence) => rangeOf(sentence, sentence).intersectsNode(claim)) : 0;
    return { article, sentences, anchor: Math.max(at, 0), head: Math.max(at, 0) };
  }

  // One sentence on or back; the first is that of the claim. `more` keeps those that are marked.
  function sentence(step, more) {
    const article = document.querySelector("#find[open] [data-article]") || document.querySelector("#source [data-article]");
    if (!article) return attest.say(form.dataset.saysNoText);
    if (walked?.article !== article) walked = begin(article);
    else walked.head = Math.min(Math.max(walked.head + step, 0), walked.sentences.length - 1);
    if (!more) walked.anchor = walked.head;
    const [first, last] = [walked.anchor, walked.head].sort((one, other) => one - other);
    const range = rangeOf(walked.sentences[first], walked.sentences[last]);
    document.getSelection().removeAllRanges();
    document.getSelection().addRange(range);
    const [shown] = place(walked.sentences[walked.head], walked.sentences[walked.head].begin, false);
    shown.parentElement.scrollIntoView({ block: "nearest" });
    const words = attest.spanOf(range).quote;
    return attest.say(form.dataset.saysMarked.replace("{words}", words.length > LONGEST ? words.slice(0, LONGEST) + "…" : words));
  }

  // Words that are selected another way are where the next step begins anew.
  document.addEventListener("pointerdown", (event) => { if (event.target.closest("[data-article]")) walked = null; }, { signal });
  attest.sentence = sentence;
});
