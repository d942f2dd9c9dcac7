/* Every file of a picked folder against the sums in this page; nothing leaves the machine. */
(() => {
  "use strict";

  const facts = JSON.parse(document.getElementById("facts").textContent);
  const input = document.getElementById("folder");
  const state = document.getElementById("state");
  const result = document.getElementById("result");
  const SELF = "打开.html";
  const SUMS = "SHA256SUMS";
  const BESIDE = [`${SUMS}.minisig`, "增量说明.txt", "delta.json"];
  const PIECE = 4 * 1024 * 1024;
  const SHOWN = 200;

  if (!("webkitdirectory" in input) || !("arrayBuffer" in Blob.prototype)) {
    state.textContent = "这个浏览器不能选文件夹，请换 Chrome、Edge 或者新版 Firefox 检查。";
    return;
  }
  document.getElementById("picking").hidden = false;
  document.getElementById("pick").addEventListener("click", () => input.click());

  const add = (parent, name, text, kind) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (kind) {
      made.className = kind;
    }
    parent.append(made);
    return made;
  };

  const sumOf = async (file) => {
    const sha = new window.anjianSha256();
    for (let at = 0; at < file.size; at += PIECE) {
      sha.add(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()));
    }
    return sha.hex();
  };

  // The bundle is where its start page is, also when the folder around it was picked.
  const inBundle = (files) => {
    const paths = files.map((file) => file.webkitRelativePath);
    const starts = paths.filter((path) => path.endsWith(`/${SELF}`));
    if (!starts.length) {
      return null;
    }
    const depth = (path) => path.split("/").length;
    const start = starts.reduce((one, other) => (depth(other) < depth(one) ? other : one));
    const folder = start.slice(0, -SELF.length);
    const found = new Map();
    files.forEach((file, n) => {
      if (paths[n].startsWith(folder)) {
        found.set(paths[n].slice(folder.length), file);
      }
    });
    return found;
  };

  const byName = (one, other) => {
    const [a, b] = [Array.from(one), Array.from(other)];
    for (let n = 0; n < Math.min(a.length, b.length); n += 1) {
      if (a[n] !== b[n]) {
        return a[n].codePointAt(0) - b[n].codePointAt(0);
      }
    }
    return a.length - b.length;
  };

  const check = async (found) => {
    const names = Object.keys(facts.files);
    const wrong = { missing: [], changed: [], added: [], unread: [] };
    const read = async (name) => {
      try {
        return await sumOf(found.get(name));
      } catch (error) {
        wrong.unread.push(name);
        return "";
      }
    };
    let done = 0;
    for (const name of names) {
      if (!found.has(name)) {
        wrong.missing.push(name);
      } else {
        const sum = await read(name);
        if (sum && sum !== facts.files[name]) {
          wrong.changed.push(name);
        }
      }
      done += 1;
      if (done % 20 === 0) {
        state.textContent = `正在核对：${done} / ${names.length}`;
      }
    }
    const sums = { ...facts.files, [SELF]: await read(SELF) };
    const text = Object.keys(sums).sort(byName).map((name) => `${sums[name]}  ${name}\n`).join("");
    if (!found.has(SUMS)) {
      wrong.missing.push(SUMS);
    } else if ((await found.get(SUMS).text()) !== text) {
      wrong.changed.push(SUMS);
    }
    const known = new Set([...names, SELF, SUMS, ...BESIDE]);
    wrong.added = Array.from(found.keys()).filter((name) => !known.has(name)).sort(byName);
    return wrong;
  };

  const section = (heading, names, hint) => {
    if (!names.length) {
      return;
    }
    add(result, "h3", `${heading}：${names.length} 个`);
    add(result, "p", hint);
    const list = add(result, "ul", "", "files");
    names.slice(0, SHOWN).forEach((name) => add(list, "li", name));
    if (names.length > SHOWN) {
      add(list, "li", `……还有 ${names.length - SHOWN} 个`);
    }
  };

  const show = (wrong) => {
    const bad = wrong.missing.length + wrong.changed.length + wrong.unread.length;
    const line = add(result, "p", "", bad || wrong.added.length ? "bad" : "good");
    const words = bad
      ? "有文件和打包时不一样，请重新拷贝整个资料包。"
      : wrong.added.length
        ? "资料包的文件都对，但多出了别的文件。"
        : `${Object.keys(facts.files).length + 2} 个文件都和打包时一样。`;
    add(line, "strong", words);
    section("缺少", wrong.missing, "这些文件没有拷贝过来。");
    section("改动", wrong.changed, "这些文件的内容和打包时不一样。");
    section("读不出来", wrong.unread, "这些文件打不开，可能正被别的程序占用，或者磁盘有问题。");
    section("多出", wrong.added, "这些文件不属于这一期，可以删掉；不放心的先移到别处。");
  };

  input.addEventListener("change", async () => {
    const files = Array.from(input.files);
    input.value = "";
    result.textContent = "";
    if (!files.length) {
      return;
    }
    const found = inBundle(files);
    if (!found) {
      state.textContent = "选的文件夹里没有「打开.html」。请选「打开.html」所在的那个文件夹。";
      return;
    }
    state.textContent = "正在核对……";
    const wrong = await check(found);
    state.textContent = "核对完了。";
    show(wrong);
    result.focus();
  });
})();
