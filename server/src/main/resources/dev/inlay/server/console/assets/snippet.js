"use strict";

// Copy buttons, and showing another snippet without typing the key again. Without this file the page works as a form.
(function () {
  const status = document.getElementById("status");
  const form = document.getElementById("choice");

  function say(text) {
    status.textContent = text;
  }

  function copyBySelection(field) {
    field.focus();
    field.select();
    let copied = false;
    try {
      copied = document.execCommand("copy");
    } catch (e) {
      copied = false;
    }
    say(copied ? "Copied" : "Selected: press Ctrl+C or Cmd+C to copy");
  }

  function copy(button) {
    const field = document.getElementById(button.dataset.copy);
    if (!navigator.clipboard) {
      copyBySelection(field);
      return;
    }
    navigator.clipboard.writeText(field.value).then(() => say("Copied"), () => copyBySelection(field));
  }

  function showButtons() {
    document.querySelectorAll("button.copy").forEach(button => { button.hidden = false; });
  }

  async function replaceResult(event) {
    event.preventDefault();
    say("");
    const asked = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(form.action, { method: "POST", body: asked, credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const result = page.getElementById("result");
      document.getElementById("result").replaceWith(document.adoptNode(result));
      showButtons();
      result.focus();
    } catch (e) {
      form.submit();
    }
  }

  document.addEventListener("click", event => {
    const button = event.target.closest("button.copy");
    if (button) {
      copy(button);
    }
  });
  form.addEventListener("submit", replaceResult);
  showButtons();
}());
