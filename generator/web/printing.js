/* On paper nothing can be opened: what is folded is unfolded, and folded again afterwards. */
(() => {
  "use strict";

  let opened = [];
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll(".md-content details:not([open])").forEach((details) => {
      details.open = true;
      opened.push(details);
    });
  });
  window.addEventListener("afterprint", () => {
    opened.forEach((details) => {
      details.open = false;
    });
    opened = [];
  });
})();
