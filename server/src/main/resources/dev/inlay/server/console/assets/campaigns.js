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
