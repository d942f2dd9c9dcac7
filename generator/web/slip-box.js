/* The result slip below a result: a name, the text to copy, the same as a QR code. */
(() => {
  "use strict";

  const { make, button, copied } = window.anjianMake;
  const own = document.currentScript ? document.currentScript.src : "";
  const MOST = 1000;
  const QUIET = 4;

  // The library is asked for when somebody wants a code, and from the site itself.
  const withLibrary = (use, fail) => {
    if (window.qrcode) {
      use();
      return;
    }
    const script = make("script", { src: own.replace(/[^/]*$/, "vendor/qrcode.js"), load: use, error: fail });
    document.head.append(script);
  };

  const draw = (canvas, text) => {
    const code = window.qrcode(0, "L");
    code.addData(text, "Byte");
    code.make();
    const count = code.getModuleCount();
    const size = Math.max(3, Math.floor(480 / (count + 2 * QUIET)));
    canvas.width = (count + 2 * QUIET) * size;
    canvas.height = canvas.width;
    const context = canvas.getContext("2d");
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = "#000000";
    for (let row = 0; row < count; row += 1) {
      for (let column = 0; column < count; column += 1) {
        if (code.isDark(row, column)) {
          context.fillRect((column + QUIET) * size, (row + QUIET) * size, size, size);
        }
      }
    }
  };

  window.anjianSlipBox = (root, items, quiz) => {
    const name = make("input", { type: "text", id: "aj-slip-name", maxlength: "20", autocomplete: "off" });
    const text = make("textarea", { id: "aj-slip-text", readonly: "", rows: "4", spellcheck: "false", autocomplete: "off" });
    const status = make("p", { class: "aj-slip__status", role: "status" });
    const canvas = make("canvas", { class: "aj-slip__code", role: "img", "aria-label": "答题单的二维码，内容与上面的文字相同", hidden: "" });

    const fill = () => {
      const state = quiz.state();
      const { got, all } = quiz.result();
      text.value = window.anjianSlip.write({
        quiz: root.dataset.quiz,
        version: root.dataset.version,
        mode: state.mode,
        name: name.value,
        serial: state.serial,
        answers: items.map((item) => item.value()),
        got,
        all,
      });
      canvas.hidden = true;
    };

    const copy = () => {
      status.textContent = copied(text) ? "已复制，可以粘贴到聊天或邮件里交给教员。" : "没有复制成功：文字已选中，请按 Ctrl+C。";
    };

    const show = () => {
      if (new TextEncoder().encode(text.value).length > MOST) {
        status.textContent = "内容太长，二维码装不下，请复制上面的文字。";
        return;
      }
      withLibrary(
        () => {
          window.qrcode.stringToBytes = (value) => Array.from(new TextEncoder().encode(value));
          draw(canvas, text.value);
          canvas.hidden = false;
          status.textContent = "二维码已显示，可以请教员扫一扫。";
        },
        () => {
          status.textContent = "二维码显示不了，请复制上面的文字。";
        }
      );
    };

    name.addEventListener("input", fill);
    return {
      show: fill,
      part: make(
        "div",
        { class: "aj-slip" },
        make("h3", {}, "答题单"),
        make("p", {}, "把下面这段文字交给教员，教员的网页能读出全班的答题情况。不交也可以。"),
        make("label", { for: "aj-slip-name" }, "姓名或座号（可以不填）"),
        name,
        make("label", { for: "aj-slip-text" }, "答题单文字"),
        text,
        make("div", { class: "aj-item__acts" }, button("复制", { class: "aj-tool aj-act" }, copy), button("显示二维码", { class: "aj-tool aj-act" }, show)),
        status,
        canvas
      ),
    };
  };
})();
