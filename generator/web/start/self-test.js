/* What works in this browser, in words. Written so that browsers of any age can run it. */
(function () {
  "use strict";

  var facts = JSON.parse(document.getElementById("facts").textContent);
  var list = document.getElementById("tests");

  function say(works, name, text) {
    var item = document.createElement("li");
    var mark = document.createElement("b");
    mark.textContent = works ? "可以用" : "不能用";
    item.className = works ? "good" : "bad";
    item.appendChild(mark);
    item.appendChild(document.createTextNode(name + (text ? "：" + text : "")));
    list.appendChild(item);
  }

  function stores() {
    try {
      window.localStorage.setItem("anjian-test", "1");
      window.localStorage.removeItem("anjian-test");
      return true;
    } catch (error) {
      return false;
    }
  }

  var recent = "replaceChildren" in Element.prototype && "fromEntries" in Object;
  say(
    recent,
    "浏览器",
    recent
      ? ""
      : "版本太旧，页面可以看，搜索和就地展开条文可能不行。请换 Chrome、Edge 86 以上，Firefox 78 以上，或者新版 360、奇安信浏览器。"
  );
  var kept = stores();
  say(kept, "记住设置", kept ? "" : "浏览器不让保存，字号、深浅色和最近搜索每次都要重选；不影响阅读。");
  var prints = typeof window.print === "function";
  say(prints, "打印", prints ? "" : "这个浏览器不能打印，请换一个。");

  if (!facts.index) {
    return;
  }
  var found = false;
  window.anjianIndex = function (kind) {
    found = kind === "root";
  };
  var script = document.createElement("script");
  script.onload = script.onerror = function () {
    say(
      found,
      "网站和搜索",
      found
        ? ""
        : "网站的文件读不到。请把整个压缩包解开，让「打开.html」和 site 文件夹在一起，再打开；已经解开的，用下面的「检查文件」看缺了什么。"
    );
  };
  script.src = facts.index;
  document.head.appendChild(script);
})();
