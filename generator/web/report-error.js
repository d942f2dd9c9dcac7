/* 纠错: whom to tell about a mistake, and which page it is on, ready to copy. */
(() => {
  "use strict";

  const { bar, tools, make, button } = window.anjianBar || {};
  if (!bar) {
    return;
  }
  const { copied } = window.anjianMake;
  const settings = window.anjian || {};
  const contact = settings.contact || {};
  const own = document.currentScript ? document.currentScript.src : "";

  // On a disk the full address names the reader's own folders; below the site it is enough.
  const readable = (url) => {
    try {
      return decodeURI(url);
    } catch (error) {
      return url;
    }
  };
  const address = () => {
    const page = readable(location.href.replace(/[?#].*$/, ""));
    if (location.protocol !== "file:") {
      return page;
    }
    const site = readable(own.replace(/library\/assets\/[^/]*$/, ""));
    return site && page.startsWith(site) ? page.slice(site.length) : page.replace(/^.*\//, "");
  };

  const heading = document.querySelector(".md-content h1");
  const title = heading ? heading.textContent.trim() : document.title;
  const about = [
    `页面：${title}`,
    `地址：${address()}`,
    `来自：${[settings.site, settings.edition].filter(Boolean).join("，")}`,
    "错误之处：",
  ].join("\n");

  const ways = [
    ["单位", contact.unit],
    ["电话", contact.phone],
    ["邮箱", contact.mail],
  ].filter((pair) => pair[1]);
  const whom = make("dl", { class: "aj-report__ways" });
  ways.forEach(([label, value]) => whom.append(make("dt", {}, label), make("dd", {}, value)));

  const text = make("textarea", {
    id: "aj-report-text",
    rows: "4",
    autocomplete: "off",
    spellcheck: "false",
  });
  text.value = about;
  const status = make("p", { class: "aj-report__status", role: "status" });

  const copy = () => {
    status.textContent = copied(text)
      ? "已复制，可以粘贴到短信、邮件或便笺里。"
      : "没有复制成功：文字已选中，请按 Ctrl+C。";
  };

  const close = () => {
    panel.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    opener.focus();
  };

  const panel = make(
    "div",
    { class: "aj-report", id: "aj-report", role: "dialog", "aria-labelledby": "aj-report-title", hidden: "" },
    make(
      "div",
      { class: "aj-report__inner md-grid" },
      make("h2", { id: "aj-report-title", tabindex: "-1" }, "报告这一页的错误"),
      ways.length
        ? whom
        : make("p", {}, "本站没有填写联系方式，请告诉给您这份资料的单位。"),
      ...(contact.note ? [make("p", {}, contact.note)] : []),
      make("label", { for: "aj-report-text" }, "在最后一行写下错误之处，连同上面几行一并发去"),
      text,
      make(
        "div",
        { class: "aj-report__buttons" },
        button("复制", {}, copy),
        button("关闭", {}, close)
      ),
      status
    )
  );
  const opener = button(
    "纠错",
    { "aria-expanded": "false", "aria-controls": "aj-report", "aria-haspopup": "dialog" },
    () => {
      if (!panel.hidden) {
        close();
        return;
      }
      status.textContent = "";
      panel.hidden = false;
      text.style.height = `${text.scrollHeight + 4}px`;
      opener.setAttribute("aria-expanded", "true");
      panel.querySelector("h2").focus();
    }
  );
  bar.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  tools.append(opener);
  bar.append(panel);
})();
