/* The bar above every page: where the reader is, and the tools for reading. */
(() => {
  "use strict";

  const reading = window.anjianReading;
  const { make, button } = window.anjianMake;
  const main = document.querySelector(".md-main") || document.querySelector("main");
  if (!reading || !main) {
    return;
  }

  // Generated pages bring their crumbs; for pages that people write, two steps are known.
  const crumbs = () => {
    const own = document.querySelector(".md-content nav.aj-crumbs");
    if (own) {
      return own;
    }
    const nav = make("nav", { class: "aj-crumbs", "aria-label": "当前位置" });
    const home = document.querySelector("a.md-logo");
    const heading = document.querySelector(".md-content h1");
    const here = location.href.replace(/[?#].*$/, "").replace(/\/$/, "/index.html");
    if (!home || home.href === here) {
      nav.append(make("span", { "aria-current": "page" }, "首页"));
      return nav;
    }
    const title = heading ? heading.textContent.trim() : document.title;
    nav.append(
      make("a", { href: home.getAttribute("href") }, "首页"),
      make("span", { "aria-hidden": "true" }, " › "),
      make("span", { "aria-current": "page" }, title)
    );
    return nav;
  };

  const sizeNames = ["标准", "大", "特大"];
  const sizeButtons = reading.sizes.map((size, index) =>
    button(sizeNames[index], { "aria-label": `字号：${sizeNames[index]}`, "data-size": size }, () => {
      reading.setSize(size);
      show();
    })
  );
  const large = button("适老版", {}, () => {
    reading.setLarge(!reading.large());
    show();
  });
  const print = button("打印", {}, () => window.print());

  const show = () => {
    sizeButtons.forEach((element) =>
      element.setAttribute("aria-pressed", String(element.dataset.size === reading.size()))
    );
    large.setAttribute("aria-pressed", String(reading.large()));
  };

  const tools = make(
    "div",
    { class: "aj-tools", role: "group", "aria-label": "阅读工具" },
    make(
      "span",
      { class: "aj-sizes", role: "group", "aria-label": "字号" },
      make("span", { class: "aj-sizes__name", "aria-hidden": "true" }, "字号"),
      ...sizeButtons
    ),
    large,
    print
  );
  const bar = make(
    "section",
    { class: "aj-bar", "aria-label": "当前位置与阅读工具" },
    make("div", { class: "aj-bar__row md-grid" }, crumbs(), tools)
  );
  main.parentNode.insertBefore(bar, main);
  show();

  // Two windows of one reader agree.
  window.addEventListener("storage", (event) => {
    if (event.key && event.key.startsWith("anjian-")) {
      reading.refresh();
      show();
    }
  });

  window.anjianBar = { bar, tools, make, button };
})();
