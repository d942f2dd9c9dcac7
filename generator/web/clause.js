/* A citation opens the text of its clause in place. Where this cannot run, or the reader asks for
   a tab of its own, the link leads to the clause on the page of the regulation. */
(() => {
  "use strict";

  const { make, button } = window.anjianBar || {};
  const column = document.querySelector(".md-content__inner");
  if (!make || !column) {
    return;
  }
  const GAP = 8;
  const LEAST = 160;
  const NAME = ".aj-clause__name, .aj-article__number";
  const sheet = window.matchMedia("(max-width: 600px)");
  let shown = null;

  // The clause stands in the list at the end of the page, or it is an article of this very page.
  const source = (link) => {
    const address = link.getAttribute("href") || "";
    const id = link.dataset.clause || (address.startsWith("#") ? address.slice(1) : "");
    const found = id ? document.getElementById(id) : null;
    return found && found.querySelector(NAME) ? found : null;
  };

  const panelOf = (link) => {
    const copy = source(link).cloneNode(true);
    copy.querySelectorAll("[id]").forEach((part) => part.removeAttribute("id"));
    const name = copy.querySelector(NAME);
    const title = (name.querySelector("a") || name).textContent;
    const remarks = name.querySelectorAll(".aj-reason");
    // Two citations of one clause may have come to it for different reasons.
    const why = copy.querySelector(".aj-clause__why");
    const reason = link.title || (why ? why.textContent : "");
    // In an article only its text has no class; the rest tells who cites it and what it was before.
    const text =
      copy.querySelector(".aj-clause__text") ||
      make("div", {}, ...Array.from(copy.children).filter((part) => !part.className));
    text.className = "aj-clause__text";

    const address = link.getAttribute("href");
    const here = address.startsWith("#");
    const onward = make("a", { class: "aj-tool", href: address }, here ? "转到本条" : "打开法规全文");
    if (here) {
      onward.addEventListener("click", () => close(false));
    }
    return make(
      "div",
      { class: "aj-clause-panel", role: "dialog", "aria-labelledby": "aj-clause-name", tabindex: "-1" },
      make("p", { class: "aj-clause__name" }, make("span", { id: "aj-clause-name" }, title), ...remarks),
      text,
      ...(reason ? [make("p", { class: "aj-clause__why" }, reason)] : []),
      ...copy.querySelectorAll(".aj-clause__beside"),
      make("div", { class: "aj-clause-panel__foot" }, onward, button("关闭", {}, () => close(true)))
    );
  };

  // Below the line of the link or above it, wherever there is room, and never over it.
  const settle = () => {
    const { panel, link } = shown;
    panel.style.top = "";
    panel.style.maxHeight = "";
    document.body.style.paddingBottom = "";
    if (sheet.matches) {
      // The last line of a page, too, must be able to move up from behind the sheet.
      document.body.style.paddingBottom = `${panel.offsetHeight}px`;
      return;
    }
    const header = document.querySelector(".md-header");
    const line = link.getBoundingClientRect();
    const edge = column.getBoundingClientRect().top;
    const above = line.top - Math.max(edge, header ? header.offsetHeight : 0) - 2 * GAP;
    const below = window.innerHeight - line.bottom - 2 * GAP;
    const under = below >= Math.min(panel.offsetHeight, above);
    const room = Math.max(under ? below : above, LEAST);
    if (panel.offsetHeight > room) {
      panel.style.maxHeight = `${room}px`;
    }
    const top = under ? line.bottom + GAP : line.top - GAP - panel.offsetHeight;
    panel.style.top = `${top - edge}px`;
  };

  const uncover = () => {
    const { panel, link } = shown;
    const box = panel.getBoundingClientRect();
    const hidden = sheet.matches
      ? link.getBoundingClientRect().bottom + GAP - box.top
      : box.bottom + GAP - window.innerHeight;
    if (hidden > 0) {
      window.scrollBy(0, hidden);
    }
  };

  const close = (back) => {
    if (!shown) {
      return;
    }
    const { panel, link } = shown;
    shown = null;
    panel.remove();
    document.body.style.paddingBottom = "";
    link.setAttribute("aria-expanded", "false");
    if (back) {
      link.focus();
    }
  };

  const open = (link) => {
    // From a clause to the clause that it names: the way back stays the link in the text.
    const origin = shown && shown.panel.contains(link) ? shown.link : link;
    const panel = panelOf(link);
    close(false);
    shown = { panel, link: origin };
    panel.addEventListener("keydown", onKey);
    panel.addEventListener("focusout", (event) => {
      const next = event.relatedTarget;
      if (shown && shown.panel === panel && next && next !== origin && !panel.contains(next)) {
        close(false);
      }
    });
    column.append(panel);
    origin.setAttribute("aria-expanded", "true");
    settle();
    panel.focus({ preventScroll: true });
    uncover();
  };

  const onKey = (event) => {
    const stops = shown.panel.querySelectorAll("a[href], button");
    const last = document.activeElement === stops[stops.length - 1];
    const first = document.activeElement === stops[0] || document.activeElement === shown.panel;
    if (event.key === "Escape" || (event.key === "Tab" && event.shiftKey && first)) {
      event.preventDefault();
      event.stopPropagation();
      close(true);
    } else if (event.key === "Tab" && !event.shiftKey && last) {
      // The browser then goes on from the link to what follows it in the text.
      close(true);
    }
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.aj-cite");
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (link && plain && event.button === 0 && source(link)) {
      event.preventDefault();
      if (shown && shown.link === link) {
        close(true);
      } else {
        open(link);
      }
      return;
    }
    if (!shown || !plain || shown.panel.contains(event.target)) {
      return;
    }
    const selected = window.getSelection();
    if (!selected.isCollapsed && shown.panel.contains(selected.anchorNode)) {
      return; // words marked from the inside to the outside
    }
    const active = document.activeElement;
    const { link: origin, panel } = shown;
    close(false);
    if (!active || active === document.body || panel.contains(active)) {
      origin.focus({ preventScroll: true });
    }
  });

  window.addEventListener("resize", () => shown && settle());

  document.querySelectorAll("a.aj-cite").forEach((link) => {
    if (source(link)) {
      link.setAttribute("aria-haspopup", "dialog");
      link.setAttribute("aria-expanded", "false");
    }
  });
})();
