// Narrows a list of people while somebody writes a part of a name. Without it the button beside the field finds them.
for (const words of document.querySelectorAll("[data-narrows]")) {
  const list = document.getElementById(words.dataset.narrows);
  const number = words.closest("fieldset").querySelector("[data-says]");
  const everybody = [...list.querySelectorAll("label")];
  const narrow = () => {
    const part = words.value.trim().toLocaleLowerCase();
    for (const one of everybody) {
      one.hidden = !one.textContent.toLocaleLowerCase().includes(part) && !one.querySelector("input").checked;
    }
    const shown = everybody.filter((one) => !one.hidden).length;
    number.textContent = part ? `${number.dataset.says} ${shown}` : "";
  };
  words.addEventListener("input", narrow);
}
