// Proposes a short name from the name, until somebody writes one. The server does the same where it is left empty.
"use strict";

const from = document.getElementById("id_name");
const to = document.getElementById("id_slug");
let proposed = "";

from.addEventListener("input", () => {
  if (to.value !== proposed) return;
  const plain = from.value.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  proposed = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 56).replace(/-+$/, "");
  to.value = proposed;
});
