/* How our scripts make elements: a tag, attributes and listeners, children. Text stays text. */
(() => {
  "use strict";

  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") {
        element.addEventListener(name, value);
      } else {
        element.setAttribute(name, value);
      }
    }
    element.append(...children.filter((child) => child));
    return element;
  };

  const button = (label, attributes, click) =>
    make("button", { type: "button", class: "aj-tool", click, ...attributes }, label);

  window.anjianMake = {
    make,
    button,
    line: (tag, css, ...children) => make(tag, { class: css }, ...children),
    buttons: (texts, take) => texts.map((text) => button(text, {}, () => take(text))),
    field: (label, placeholder, more) =>
      make("input", { "aria-label": label, placeholder, autocomplete: "off", ...more }),
    /* Whether the text of a field could be copied; plain http knows no other way. */
    copied: (field) => {
      field.focus();
      field.select();
      try {
        return document.execCommand("copy");
      } catch (error) {
        return false;
      }
    },
    /* A text in pieces, some of them marked. */
    marked: (pieces) => pieces.map(([text, found]) => (found ? make("mark", {}, text) : text)),
  };
})();
