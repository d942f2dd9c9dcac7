/* Numbers of articles in both writings, as base/numerals.py has them. */
(() => {
  "use strict";

  const DIGITS = "零一二三四五六七八九";
  const NUMBERED = /第([0-9]+|[零一二三四五六七八九十百]+)([条款项章节编])/g;

  const known = new Map();
  for (let number = 1; number < 1000; number += 1) {
    const [ones, tens, hundreds] = [number % 10, Math.floor(number / 10) % 10, Math.floor(number / 100)];
    const middle = tens ? `${hundreds || tens > 1 ? DIGITS[tens] : ""}十` : hundreds && ones ? "零" : "";
    const chinese = (hundreds ? `${DIGITS[hundreds]}百` : "") + middle + (ones ? DIGITS[ones] : "");
    known.set(String(number), chinese).set(chinese, String(number));
  }

  window.anjianNumerals = {
    /* 第15条 for 第十五条 and the other way round; the text itself where there is none. */
    other: (text) =>
      text.replace(NUMBERED, (_, number, unit) => `第${known.get(number) || number}${unit}`),
  };
})();
