"use strict";

// Makes the frame of a mail as high as the mail, so that it does not scroll by itself.
(function () {
  function fit(frame) {
    const page = frame.contentDocument && frame.contentDocument.documentElement;
    if (page) {
      frame.style.height = "0";
      frame.style.height = page.scrollHeight + "px";
    }
  }

  function isMail(element) {
    return element instanceof HTMLIFrameElement && element.closest(".mail");
  }

  document.addEventListener("load", event => isMail(event.target) && fit(event.target), true);
  window.addEventListener("resize", () => document.querySelectorAll(".mail iframe").forEach(fit));
  document.querySelectorAll(".mail iframe").forEach(fit);
}());

// Uploads a list of recipients and saves what comes back; the answer else says what is wrong.
(function () {
  const LIMIT = 100 * 1024 * 1024;
  const NAME = "recipients-with-tokens.csv";

  function tell(form, problem, done) {
    const wrong = form.querySelector("[data-problem]");
    wrong.textContent = problem;
    wrong.hidden = problem === "";
    form.querySelector("[data-done]").textContent = done;
  }

  async function reasonIn(answer) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const alert = page.querySelector("[role=alert]");
    return alert ? alert.textContent : "The list could not be read.";
  }

  function save(blob) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = NAME;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  async function exchange(form, file) {
    const headers = {"Content-Type": "text/csv", "X-Form-Token": form.dataset.token};
    const answer = await fetch(form.action, {method: "POST", headers: headers, body: file});
    if (answer.ok && (answer.headers.get("Content-Type") || "").startsWith("text/csv")) {
      save(await answer.blob());
      tell(form, "", "Saved as " + NAME + ".");
    } else {
      tell(form, await reasonIn(answer), "");
    }
  }

  async function submit(form) {
    const file = form.elements.recipients.files[0];
    if (file.size > LIMIT) {
      tell(form, "The list is larger than 100 MB.", "");
      return;
    }
    const button = form.querySelector("button");
    tell(form, "", "");
    button.setAttribute("aria-busy", "true");
    button.disabled = true;
    try {
      await exchange(form, file);
    } catch (e) {
      tell(form, "The connection broke while the list was sent. Please try again.", "");
    } finally {
      button.removeAttribute("aria-busy");
      button.disabled = false;
    }
  }

  document.addEventListener("submit", event => {
    if (event.target.matches("form[data-tokens]")) {
      event.preventDefault();
      submit(event.target);
    }
  });
}());
