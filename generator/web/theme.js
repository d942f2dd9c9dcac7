/* What Material's own parts lack: names, keyboard, the place of pages outside of the menu. */
(() => {
  "use strict";

  const hideEmpty = (part, filled) => {
    if (part && !filled) {
      part.hidden = true;
    }
  };
  // A page without a table of contents uses its room; a foot without words is no foot.
  const contents = document.querySelector(".md-sidebar--secondary");
  hideEmpty(contents, contents && contents.querySelector(".md-nav__list"));
  const foot = document.querySelector(".md-footer");
  hideEmpty(foot, foot && foot.textContent.trim());

  // The menu lists index pages only; a record marks the nearest one of its crumbs.
  const menu = Array.from(document.querySelectorAll(".md-nav--primary a.md-nav__link"));
  if (!menu.some((link) => link.classList.contains("md-nav__link--active"))) {
    const crumbs = Array.from(document.querySelectorAll(".aj-crumbs a")).reverse();
    for (const crumb of crumbs) {
      const place = menu.find((link) => link.href === crumb.href);
      if (place) {
        place.classList.add("aj-here");
        break;
      }
    }
  }

  // Material opens its menu by a label, which no key reaches.
  const opener = document.querySelector(".md-header label.md-header__button[for='__drawer']");
  if (opener) {
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-label", "打开或关闭菜单");
    opener.tabIndex = 0;
    // Enter on a label is Material's own.
    opener.addEventListener("keydown", (event) => {
      if (event.key === " ") {
        event.preventDefault();
        opener.click();
      }
    });
  }

  // A box that scrolls sideways is reached by keyboard while it has something to scroll.
  // Material puts its boxes around tables once the page is there.
  const reach = () =>
    document.querySelectorAll(".aj-scroll, .md-typeset__scrollwrap").forEach((box) => {
      if (box.scrollWidth > box.clientWidth) {
        box.tabIndex = 0;
        box.setAttribute("role", "region");
        if (!box.hasAttribute("aria-label")) {
          box.setAttribute("aria-label", "表格，可左右滚动");
        }
      } else {
        box.removeAttribute("tabindex");
      }
    });
  window.addEventListener("resize", reach);
  window.addEventListener("load", reach);
})();
