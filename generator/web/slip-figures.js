/* What a class answered: figures of many result slips, without anything of the page. */
(() => {
  "use strict";

  const { folded, isRight } = window.anjianDigest;
  const JUDGED = ["对", "错"];
  const MOST = 8;

  const place = (item, answer) => {
    const value = item.type === "多选" ? answer[0].split("").sort().join("") : answer[0];
    return item.type === "填空" ? answer.map(folded) : [value];
  };
  const isGiven = (answer) => answer.some((one) => one);
  const right = (item, answer) => Boolean(item.digests) && isGiven(answer) && isRight(item.salt, item.digests, place(item, answer));

  /* Why a slip does not count, "" where it does. */
  const problem = (slip, quizzes) => {
    if (slip.problem) {
      return slip.problem;
    }
    const same = quizzes.filter((one) => one.name === slip.quiz);
    const quiz = same.find((one) => one.version === slip.version);
    if (!same.length) {
      return "答的不是这个网站里的测验";
    }
    if (!quiz) {
      return "题目后来改过，或者来自另一版网站，和这里的不一样";
    }
    if (slip.answers.length !== quiz.items.length) {
      return `有 ${slip.answers.length} 个答案，测验有 ${quiz.items.length} 题`;
    }
    const judged = quiz.items.filter((item) => item.digests);
    const got = quiz.items.reduce((sum, item, index) => sum + (right(item, slip.answers[index]) ? item.points : 0), 0);
    const all = judged.reduce((sum, item) => sum + item.points, 0);
    return got === slip.got && all === slip.all ? "" : `写的是 ${slip.got} 分，按答案算是 ${got} 分`;
  };

  /* Of two slips of one reader the later one counts. */
  const sorted = (slips, quizzes) => {
    const broken = [];
    const twice = [];
    const good = new Map();
    slips.forEach((slip, index) => {
      const why = problem(slip, quizzes);
      if (why) {
        broken.push({ ...slip, number: index + 1, why });
        return;
      }
      const who = `${slip.quiz} ${slip.version} ${slip.name ? folded(slip.name) : `#${slip.serial}`}`;
      if (good.has(who)) {
        twice.push({ ...slip, number: index + 1 });
        good.delete(who);
      }
      good.set(who, slip);
    });
    return { broken, twice, good: Array.from(good.values()) };
  };

  const count = (values) => {
    const found = new Map();
    values.forEach((value) => found.set(value, (found.get(value) || 0) + 1));
    return found;
  };

  const optionsOf = (item) => {
    if (item.type === "判断") {
      return JUDGED.map((word) => [word, ""]);
    }
    return item.options.map((text, index) => ["ABCDEFGHIJKLMNOPQRSTUVWXYZ"[index], text]);
  };

  /* Rows of one question: label, text, how many, whether it is right. */
  const rows = (item, answers) => {
    const given = answers.filter(isGiven);
    if (["单选", "多选", "判断"].includes(item.type)) {
      return optionsOf(item).map(([label, text]) => ({
        label,
        text,
        count: given.filter((one) => one[0].includes(label)).length,
        right: item.key.includes(label),
      }));
    }
    const found = count(given.map((one) => one.join("；")));
    return Array.from(found)
      .sort((one, other) => other[1] - one[1])
      .slice(0, item.digests ? MOST : found.size)
      .map(([label, number]) => ({ label, text: "", count: number, right: right(item, label.split("；")) }));
  };

  const figures = (quiz, slips) => {
    const items = quiz.items.map((item, index) => {
      const answers = slips.map((slip) => slip.answers[index]);
      const correct = answers.filter((answer) => right(item, answer)).length;
      return {
        item,
        number: index + 1,
        rows: rows(item, answers),
        empty: answers.filter((answer) => !isGiven(answer)).length,
        right: correct,
        share: item.digests && slips.length ? correct / slips.length : null,
      };
    });
    const judged = items.filter((one) => one.share !== null);
    return {
      items,
      average: slips.length ? slips.reduce((sum, slip) => sum + slip.got, 0) / slips.length : 0,
      all: slips.length ? slips[0].all : 0,
      passed: slips.filter((slip) => slip.got >= quiz.pass).length,
      hardest: judged.slice().sort((one, other) => one.share - other.share).slice(0, 3).filter((one) => one.share < 1),
    };
  };

  /* Who has not handed in: of the names given, else the gaps in seat numbers. */
  const missing = (slips, roster) => {
    const names = new Set(slips.map((slip) => folded(slip.name)));
    const wanted = roster.split(/[\s、，,;；]+/).filter(Boolean);
    if (wanted.length) {
      return wanted.filter((name) => !names.has(folded(name)));
    }
    const seats = slips.map((slip) => slip.name.trim()).filter((name) => /^[0-9]{1,3}$/.test(name)).map(Number);
    if (seats.length < slips.length / 2 || !seats.length) {
      return [];
    }
    const all = Array.from({ length: Math.max(...seats) }, (_, index) => index + 1);
    return all.filter((seat) => !seats.includes(seat)).map((seat) => `${seat} 号`);
  };

  // A table program runs what begins like a formula, in full width too.
  const cell = (value) => {
    const text = String(value);
    const calm = /^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;
    return `"${calm.replace(/"/g, '""')}"`;
  };

  const table = (quiz, slips) => {
    const head = ["姓名或座号", "方式", "得分", "满分", ...quiz.items.map((_, index) => `第${index + 1}题`)];
    const body = slips.map((slip) => [slip.name, slip.way, slip.got, slip.all, ...slip.answers.map((one) => one.join("；"))]);
    return `\ufeff${[head, ...body].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
  };

  window.anjianFigures = { sorted, figures, missing, table };
})();
