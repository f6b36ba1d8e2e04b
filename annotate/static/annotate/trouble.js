// A part of the page that could not be loaded anew says so where it is seen and heard, and no more once it could.
(() => {
  const trouble = document.getElementById("trouble");
  if (!trouble) return;
  const tell = (words) => { if (trouble.textContent !== words) trouble.textContent = words; trouble.hidden = !words; };
  document.addEventListener("htmx:responseError", (event) => {
    const answer = event.detail.xhr;
    const isText = (answer.getResponseHeader("Content-Type") || "").startsWith("text/plain");
    tell(isText && answer.responseText ? answer.responseText : trouble.dataset.saysAway);
  });
  for (const name of ["htmx:sendError", "htmx:timeout"]) document.addEventListener(name, () => tell(trouble.dataset.saysAway));
  document.addEventListener("htmx:afterOnLoad", (event) => { if (event.detail.successful !== false && event.detail.xhr.status < 400) tell(""); });
})();
