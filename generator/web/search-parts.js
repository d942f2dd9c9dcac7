/* What the search box and the page of the search share. */
(() => {
  "use strict";

  const { line, buttons, marked } = window.anjianMake;
  const search = window.anjianSearch;
  if (!search) {
    return;
  }

  // As encodeURIComponent, which refuses half a character.
  const query = (pairs) => new URLSearchParams(pairs).toString().replace(/\+/g, "%20");

  // A result opens at its section and is told what to mark there.
  const address = ({ path, words }, anchor) => {
    const sought = words.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(" ");
    const asked = sought && `?${query([["h", sought.slice(0, 300)]])}`;
    return search.root + encodeURI(path) + asked + (anchor && `#${anchor}`);
  };
  const hit = ({ title, kind, about, reasons: why, sections }, most, link) => {
    const facts = [kind, about, why[0] && `匹配 ${why.join("；")}`].filter(Boolean);
    const shown = sections.slice(0, most).map(({ anchor, heading, snippet }) => {
      // An article begins with its number, which stands before it already.
      const name = heading.map((piece) => piece[0]).join("");
      const [[start] = [""], more] = snippet;
      const cut = (more || start !== name) && start.startsWith(name) ? name.length : 0;
      const words = snippet.map(([text, found], nth) => [nth ? text : text.slice(cut), found]);
      return line("p", "aj-hit__text", link("aj-hit__heading", anchor, heading), ...marked(words));
    });
    return [link("aj-hit__title", sections[0] ? sections[0].anchor : "", title), line("p", "aj-hit__about", facts.join(" · ")), ...shown];
  };

  const names = ({ text, strict, loose }) => {
    const short = text.trim().replace(/^(.{40}).+/s, "$1…");
    const kind = /[:：]|^[a-z ]+$/i.test(text) ? "符合" : "完整包含";
    const what = short ? `${kind}“${short}”` : "符合条件";
    return {
      strict: `${what}的页面（${strict.exact ? "" : "约 "}${strict.count} 个）`,
      loose: `${strict.count ? "" : `没有页面${what}，`}只包含部分文字的页面（${loose.count} 个）`,
    };
  };
  const said = (result) => {
    const tiers = Object.entries(names(result)).filter(([tier]) => result[tier].count);
    return tiers.map((tier) => tier[1]).join("；") || result.message || "请输入要找的文字。";
  };
  const notes = ({ synonyms, suggestions, problems }, take) => [
    ...synonyms.map((words) => line("p", "aj-note", `同时查找了：${words.slice(1).join("、")}`)),
    ...(suggestions[0] ? [line("p", "aj-choices", "是不是要找：", ...buttons(suggestions, take))] : []),
    ...problems.map((text) => line("p", "aj-note", text)),
  ];

  window.anjianSearchParts = { query, address, hit, names, said, notes };
})();
