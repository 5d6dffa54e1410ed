"use strict";

// What pages need beside htmx: copying, and saying so.
(function () {
  function say(text) {
    document.getElementById("status").textContent = text;
  }

  function copyBySelection(field) {
    field.focus();
    field.select();
    say("Selected: press Ctrl+C or Cmd+C to copy");
  }

  function copy(button) {
    const field = document.getElementById(button.dataset.copy);
    if (!navigator.clipboard) {
      copyBySelection(field);
      return;
    }
    navigator.clipboard.writeText(field.value).then(() => say("Copied"), () => copyBySelection(field));
  }

  document.addEventListener("click", event => {
    const button = event.target.closest("button[data-copy]");
    if (button) {
      copy(button);
    }
  });
}());
