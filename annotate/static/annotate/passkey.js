// Passkeys: their buttons show where the browser can use them, and a failure is said in words.
(() => {
  // They belong to a name, never to a bare address such as 127.0.0.1, and to https or this machine.
  const bare = /^[\d.]+$|^\[/.test(location.hostname);
  const can = Boolean(window.PublicKeyCredential) && isSecureContext && !bare;
  for (const part of document.querySelectorAll("[data-needs-passkeys]")) part.hidden = !can;
  for (const part of document.querySelectorAll("[data-without-passkeys]")) part.hidden = can;
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    const words = document.getElementById("passkey-failed");
    if (words) words.hidden = false;
  });
})();
