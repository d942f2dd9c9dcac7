/* The lecturer's page: paste the slips of a class, see what was answered. Nothing is kept. */
(() => {
  "use strict";

  const { make, button } = window.anjianMake;
  const data = document.querySelector("[data-slips]");
  if (!data) {
    return;
  }
  const { sorted, figures, missing, table } = window.anjianFigures;

  const items = new Map(
    Array.from(data.querySelectorAll("[data-question]"), (one) => {
      const { question, type, points, salt, digests, key } = one.dataset;
      const options = Array.from(one.querySelectorAll("dd"), (option) => option.textContent);
      const text = one.querySelector("dt").textContent;
      return [question, { id: question, type, points: Number(points), salt, digests, key, options, text }];
    })
  );
  const quizzes = Array.from(data.querySelectorAll("[data-quiz]"), (one) => ({
    name: one.dataset.quiz,
    version: one.dataset.version,
    title: one.dataset.title,
    pass: Number(one.dataset.pass),
    items: Array.from(one.children, (item) => items.get(item.textContent)),
  }));

  const percent = (part, whole) => `${whole ? Math.round((part / whole) * 100) : 0}%`;
  const said = (slip) => slip.name || "没有写姓名";

  const bar = (row, whole) => {
    const filled = make("span", { class: "aj-bar-row__fill" });
    filled.style.width = percent(row.count, whole);
    return make(
      "div",
      { class: `aj-bar-row${row.right ? " aj-bar-row--right" : ""}` },
      make("span", { class: "aj-bar-row__label" }, row.right ? `✓ ${row.label}` : row.label, row.text ? `. ${row.text}` : ""),
      make("span", { class: "aj-bar-row__track", "aria-hidden": "true" }, filled),
      make("span", { class: "aj-bar-row__number" }, `${row.count} 人，${percent(row.count, whole)}`)
    );
  };

  const question = (one, whole) => {
    const { item } = one;
    const share = one.share === null ? "由教员评阅" : `答对 ${one.right} 人，${percent(one.right, whole)}`;
    return make(
      "section",
      { class: "aj-asked" },
      make("h3", {}, `第 ${one.number} 题　${item.type}　${share}`),
      make("p", {}, item.text),
      ...one.rows.map((row) => bar(row, whole)),
      one.empty ? make("p", { class: "aj-reason" }, `没有作答 ${one.empty} 人`) : null
    );
  };

  const save = (quiz, slips) => {
    const blob = new Blob([table(quiz, slips)], { type: "text/csv;charset=utf-8" });
    const address = URL.createObjectURL(blob);
    const link = make("a", { href: address, download: `答题情况-${quiz.name.replace("/", "-")}.csv` });
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(address), 1000);
  };

  const people = (slips) =>
    make(
      "details",
      { class: "aj-answer" },
      make("summary", {}, `各人得分（${slips.length} 人）`),
      make("ul", { class: "aj-people" }, ...slips.map((slip) => make("li", {}, `${said(slip)}：${slip.got} 分（${slip.way}）`)))
    );

  const section = (quiz, slips, roster) => {
    const all = figures(quiz, slips);
    const gone = missing(slips, roster);
    const facts = [
      `交了 ${slips.length} 份，平均 ${all.average.toFixed(1)} 分（满分 ${all.all} 分），合格 ${all.passed} 人`,
      all.hardest.length ? `最难的题：${all.hardest.map((one) => `第 ${one.number} 题（答对 ${percent(one.right, slips.length)}）`).join("、")}` : "",
      gone.length ? `没有交的：${gone.join("、")}` : "",
    ].filter(Boolean);
    return make(
      "section",
      { class: "aj-class" },
      make("h2", { tabindex: "-1" }, quiz.title),
      make("ul", {}, ...facts.map((fact) => make("li", {}, fact))),
      make("div", { class: "aj-item__acts" }, button("下载表格（CSV）", { class: "aj-tool aj-act" }, () => save(quiz, slips))),
      people(slips),
      ...all.items.map((one) => question(one, slips.length))
    );
  };

  const listed = (heading, some, say) =>
    some.length ? make("section", { class: "aj-class" }, make("h2", {}, heading), make("ul", {}, ...some.map((one) => make("li", {}, say(one))))) : null;

  const text = make("textarea", { id: "aj-slips-text", rows: "8", spellcheck: "false", autocomplete: "off" });
  const roster = make("textarea", { id: "aj-slips-roster", rows: "2", spellcheck: "false", autocomplete: "off" });
  const status = make("p", { role: "status" });
  const results = make("div", {});

  const run = () => {
    const slips = window.anjianSlip.read(text.value);
    const found = sorted(slips, quizzes);
    results.textContent = "";
    status.textContent = slips.length
      ? `读到 ${slips.length} 份：有效 ${found.good.length} 份，重复 ${found.twice.length} 份，读不了 ${found.broken.length} 份。`
      : "没有找到答题单：答题单以「案鉴答题v1」开头。";
    const parts = quizzes
      .map((quiz) => [quiz, found.good.filter((slip) => slip.quiz === quiz.name && slip.version === quiz.version)])
      .filter(([, some]) => some.length)
      .map(([quiz, some]) => section(quiz, some, roster.value));
    results.append(
      ...parts,
      ...[
        listed("重复的答题单（取后交的一份）", found.twice, (slip) => `第 ${slip.number} 份：${said(slip)}`),
        listed("读不了的答题单", found.broken, (slip) => `第 ${slip.number} 份（${slip.name || slip.start}）：${slip.why}`),
      ].filter(Boolean)
    );
  };

  const clear = () => {
    text.value = "";
    roster.value = "";
    results.textContent = "";
    status.textContent = "已清空。";
    text.focus();
  };

  document.querySelectorAll(".aj-needs-script").forEach((note) => note.remove());
  data.parentNode.insertBefore(
    make(
      "div",
      { class: "aj-slips-form" },
      make("label", { for: "aj-slips-text" }, "答题单（可以一次贴多份）"),
      text,
      make("label", { for: "aj-slips-roster" }, "名单（可以不填；用空格或顿号隔开，填了就列出谁没有交）"),
      roster,
      make("div", { class: "aj-item__acts" }, button("看答题情况", { class: "aj-tool aj-act aj-act--main" }, run), button("清空", { class: "aj-tool aj-act" }, clear)),
      status,
      results
    ),
    data
  );
})();
