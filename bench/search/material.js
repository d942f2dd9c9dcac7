/* Material: its own box and its own list, which the theme fills. */
window.benchSearch = (text) => new Promise((resolve) => {
  "use strict";

  const box = document.querySelector(".md-search__input");
  const said = document.querySelector(".md-search-result__meta");
  const list = document.querySelector(".md-search-result__list");
  said.textContent = "";
  list.replaceChildren();
  const watch = new MutationObserver(() => {
    if (!list.childElementCount && !said.textContent.startsWith("没有找到")) return;
    watch.disconnect();
    const links = [...list.querySelectorAll(".md-search-result__item > a")].slice(0, 5);
    resolve(links.map((link) => new URL(link.href).pathname));
  });
  watch.observe(list.parentElement, { childList: true, subtree: true, characterData: true });
  // At first the theme itself takes the words from the address and opens its search.
  if (box.value === text) return;
  box.value = text;
  box.dispatchEvent(new KeyboardEvent("keyup"));
});
