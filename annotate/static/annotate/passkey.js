// Passkeys: their buttons show where the browser knows them, and a failure is said in words.
(() => {
  if (window.PublicKeyCredential) for (const button of document.querySelectorAll("[data-needs-passkeys]")) button.hidden = false;
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    const words = document.getElementById("passkey-failed");
    if (words) words.hidden = false;
  });
})();
