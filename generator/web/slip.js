/* The result slip: one line of text that a learner hands in and a lecturer's page reads.

   案鉴答题v1|quiz|version|way|name|serial|answers|points|check|完

   Blanks in it do not count, so that a chat may break the line wherever it likes. The check tells
   a slip that was cut or mistyped; it proves nothing about who wrote it. */
(() => {
  "use strict";

  const MARK = "案鉴答题v";
  const VERSION = "1";
  const END = "完";
  const PARTS = 10;
  const CHECK = 6;
  const BLANKS = /[\s\u200b-\u200f\u2060\ufeff]+/g;
  const WAYS = { each: "练习", whole: "测验" };

  const written = (text) => text.trim().replace(/[%|,;\s\u200b-\u200f\u2060\ufeff]/g, encodeURIComponent);
  const read = (text) => {
    try {
      return decodeURIComponent(text);
    } catch (error) {
      return text;
    }
  };
  const check = (parts) => window.anjianDigest.hex(parts.join("|")).slice(0, CHECK);

  const write = ({ quiz, version, mode, name, serial, answers, got, all }) => {
    const places = answers.map((one) => (Array.isArray(one) ? one.map(written).join(";") : written(one)));
    const parts = [MARK + VERSION, quiz, version, WAYS[mode], written(name), serial, places.join(","), `${got}/${all}`];
    return [...parts, check(parts), END].join("|");
  };

  const parse = (text) => {
    const end = text.indexOf(`|${END}`);
    const parts = (end < 0 ? text : text.slice(0, end + 1 + END.length)).split("|");
    if (parts[0] !== MARK + VERSION) {
      return { problem: "是另一种版本的答题单，这一页读不了" };
    }
    const name = read(parts[4] || "");
    if (end < 0 || parts.length !== PARTS) {
      return { name, problem: "不完整，可能没有复制到结尾的「完」字" };
    }
    if (check(parts.slice(0, 8)) !== parts[8]) {
      return { name, problem: "校验码对不上，中间少了字或者改过字" };
    }
    const [got, all] = parts[7].split("/").map(Number);
    return {
      quiz: parts[1],
      version: parts[2],
      way: parts[3],
      name,
      serial: parts[5],
      answers: parts[6].split(",").map((one) => one.split(";").map(read)),
      got,
      all,
    };
  };

  window.anjianSlip = {
    write,
    /* Every slip in a text with anything around them; those that cannot be read say why. */
    read: (text) =>
      text
        .replace(BLANKS, "")
        .split(MARK)
        .slice(1)
        .map((piece) => ({ ...parse(MARK + piece), start: piece.slice(0, 30) })),
    /* Tells two readers apart who have not given a name. */
    serial: () => Math.random().toString(36).slice(2, 6).padEnd(4, "0"),
  };
})();
