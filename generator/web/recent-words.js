/* What a reader looked for lately, kept on this machine alone. */
(() => {
  "use strict";

  const { button } = window.anjianMake;
  const RECENT = "anjian-recent";

  // The newest first; where storage is switched off, those of this page.
  let kept = [];
  const recent = () => {
    try {
      kept = [].concat(JSON.parse(localStorage.getItem(RECENT)) || []).map(String);
    } catch (error) {
      return kept;
    }
    return kept;
  };
  const remember = (text) => {
    const own = text.trim().slice(0, 100);
    kept = own ? [own, ...recent().filter((one) => one !== own)].slice(0, 8) : [];
    try {
      localStorage.setItem(RECENT, JSON.stringify(kept));
    } catch (error) {
      return;
    }
  };
  const forget = (then) =>
    button("清除记录", {}, () => {
      remember("");
      then();
    });

  window.anjianRecent = { recent, remember, forget };
})();
