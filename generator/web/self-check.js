/* The self-check list: tick it on the screen, print it empty and sign it. Nothing is stored. */
(() => {
  "use strict";

  const { make, button } = window.anjianBar || {};
  const lists = make ? document.querySelectorAll("ul.aj-selfcheck") : [];

  lists.forEach((list, number) => {
    const boxes = [];
    Array.from(list.children).forEach((item, index) => {
      const id = `aj-check-${number}-${index}`;
      const box = make("input", { type: "checkbox", id, autocomplete: "off" });
      const label = make("label", { for: id });
      label.append(...Array.from(item.childNodes));
      item.append(box, label);
      boxes.push(box);
    });

    const status = make("span", { class: "aj-selfcheck__status", role: "status" });
    const count = () => {
      const ticked = boxes.filter((box) => box.checked).length;
      status.textContent = `已核对 ${ticked} 项，共 ${boxes.length} 项`;
    };
    list.addEventListener("change", count);
    count();

    // A line for name, unit and date that stands before the list goes onto the sheet with it.
    const before = list.previousElementSibling;
    const names = before && before.classList.contains("aj-name-line") ? [before] : [];
    const sign = make("p", { class: "aj-sign" }, make("span", {}, "签名："));
    if (!names.length) {
      sign.append(make("span", {}, "日期："));
    }
    const print = button("打印清单", {}, () => {
      const root = document.documentElement;
      const end = () => {
        root.removeAttribute("data-aj-print");
        sheet.classList.remove("aj-sheet");
        window.removeEventListener("afterprint", end);
      };
      root.setAttribute("data-aj-print", "sheet");
      sheet.classList.add("aj-sheet");
      window.addEventListener("afterprint", end);
      window.print();
    });
    const heading = document.querySelector(".md-content h1");
    const about = make("p", { class: "aj-sheet__title" }, `对照自查清单：${heading ? heading.textContent.trim() : document.title}`);
    const sheet = make("div", { class: "aj-selfcheck-box" });
    list.parentNode.insertBefore(sheet, list);
    sheet.append(
      about,
      ...names,
      list,
      make("div", { class: "aj-selfcheck__tools" }, print, status),
      sign
    );
  });
})();
