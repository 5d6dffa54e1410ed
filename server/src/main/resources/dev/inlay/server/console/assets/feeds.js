"use strict";

// Uploads the file of a form as it is; the answer is the page to go on to, or says what is wrong.
(function () {
  const LIMIT = 100 * 1024 * 1024;

  function tell(form, text) {
    const problem = form.querySelector("[data-problem]");
    problem.textContent = text;
    problem.hidden = text === "";
  }

  async function reasonIn(answer) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const alert = page.querySelector("[role=alert]");
    return alert ? alert.textContent : "The file could not be uploaded.";
  }

  async function upload(form, file) {
    const force = form.elements.force;
    const url = form.action + (force && force.checked ? "?force=true" : "");
    const headers = {"Content-Type": "application/octet-stream", "X-Form-Token": form.dataset.token};
    const answer = await fetch(url, {method: "POST", headers: headers, body: file});
    if (answer.ok) {
      location.assign(answer.url);
    } else {
      tell(form, await reasonIn(answer));
    }
  }

  async function submit(form) {
    const file = form.elements.file.files[0];
    if (file.size > LIMIT) {
      tell(form, "The file is larger than 100 MB.");
      return;
    }
    const button = form.querySelector("button");
    tell(form, "");
    button.setAttribute("aria-busy", "true");
    button.disabled = true;
    try {
      await upload(form, file);
    } catch (e) {
      tell(form, "The connection broke while the file was sent. Please try again.");
    } finally {
      button.removeAttribute("aria-busy");
      button.disabled = false;
    }
  }

  document.addEventListener("submit", event => {
    if (event.target.matches("form[data-upload]")) {
      event.preventDefault();
      submit(event.target);
    }
  });
}());
