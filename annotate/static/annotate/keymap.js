// Which single key does what is for each person to choose; the page brings what is in force.
window.keymap = (() => {
  const actions = new Map(Object.entries(JSON.parse(document.body.dataset.keys || "{}")).map(([action, key]) => [key, action]));

  // Where letters of another alphabet are typed, the Latin letter on the same key counts.
  function latin(event) {
    if (event.key.length !== 1 || event.key.charCodeAt(0) < 128) return null;
    const [, letter] = /^(?:Key|Digit)([A-Z0-9])$/.exec(event.code) || [];
    if (letter) return letter.toLowerCase();
    return event.code === "Slash" ? (event.shiftKey ? "?" : "/") : null;
  }

  // What a pressed key does, by the names of verification/single_keys.py; undefined where it does nothing.
  const action = (event) => actions.get(event.key) ?? actions.get(latin(event));
  return { action };
})();
