/* Fields that answer while one types, and the key that leads to them. */
(() => {
  "use strict";

  // While an input method is at work nothing is searched, and the keys are its own.
  const typing = (input, action) => {
    let waiting = 0;
    let composing = false;
    const heard = ({ type }) => {
      composing = type === "compositionstart" || (composing && type === "input");
      clearTimeout(waiting);
      waiting = composing ? 0 : setTimeout(action, 120);
    };
    ["compositionstart", "compositionend", "input"].forEach((one) => input.addEventListener(one, heard));
    return (event) => composing || event.isComposing || event.keyCode === 229;
  };
  const onSlash = (focus) =>
    document.addEventListener("keydown", (event) => {
      if (event.key === "/" && !event.target.closest("input, textarea, select")) {
        event.preventDefault();
        focus();
      }
    });

  window.anjianTyping = { typing, onSlash };
})();
