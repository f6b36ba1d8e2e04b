// A form that came back is sent again with the token of now: signing in in another tab has changed it.
(() => {
  const form = document.querySelector("form[data-again]");
  if (!form) return;
  form.addEventListener("submit", () => {
    const cookie = document.cookie.split("; ").find((held) => held.startsWith("csrftoken="));
    if (cookie) form.elements.csrfmiddlewaretoken.value = cookie.slice(10);
  });
})();
