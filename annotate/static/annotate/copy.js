// Buttons that copy what stands in a field. Without a script the field itself can be selected.
"use strict";

for (const button of document.querySelectorAll("[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy"); // where the page did not come over TLS
    }
    document.getElementById("copied").textContent = button.dataset.says;
  });
}
