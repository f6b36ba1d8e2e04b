// Runs between the article and the panel, so that the text is first seen where the claim stands.
window.attest = window.attest || {};
attest.toClaim = () => {
  const source = document.getElementById("source");
  const mark = document.getElementById("this-claim");
  if (!source || !mark || location.hash) return;
  const down = mark.getBoundingClientRect().top - source.getBoundingClientRect().top;
  if (source.scrollHeight > source.clientHeight) source.scrollTop = Math.max(0, down - source.clientHeight / 3);
};
attest.toClaim();
