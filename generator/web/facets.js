/* Facets: how many of some pages have each value, and the boxes by which a reader chooses. */
(() => {
  "use strict";

  const { make } = window.anjianMake;
  const FOLD = 8;

  /* Counts the values of each column among some pages, under the choices in all others.
     A column is a label, values, and the list of pages of each. */
  const count = (columns, unpack, pages, choices) =>
    columns.map(([label, values, packed]) => {
      const own = choices.find((one) => one.label === label && one.values.length);
      const others = choices.filter((one) => one !== own).map((one) => one.pages);
      const counted = values.map((value, nth) => ({
        value,
        count: unpack(packed[nth]).filter((page) => pages.has(page) && others.every((one) => one.has(page))).length,
        chosen: Boolean(own && own.values.includes(value)),
      }));
      return { label, values: counted.filter((one) => one.count || one.chosen) };
    });

  const facetOf = ({ label, values }, choose) => {
    if (values.length > FOLD) {
      values.sort((one, other) => other.count - one.count);
    }
    const rows = values.map(({ value, count: pages, chosen }) => {
      const pair = [label, value];
      const change = () => choose(pair, !chosen);
      const box = make("input", { type: "checkbox", value: pair.join(), change });
      box.checked = chosen;
      return make("label", {}, box, make("span", {}, value), make("span", { class: "aj-count" }, `${pages}`));
    });
    const rest = rows.splice(FOLD);
    const fold = make("details", {}, make("summary", {}, `还有 ${rest.length} 项`), ...rest);
    fold.open = values.slice(FOLD).some((one) => one.chosen);
    return make("fieldset", {}, make("legend", {}, label), ...rows, rest.length > 0 && fold);
  };

  /* Shows facets in a box; the focus stays where it was. */
  const show = (box, facets, choose) => {
    const { value } = document.activeElement;
    const shown = facets.filter((one) => one.values.length).map((one) => facetOf(one, choose));
    box.lastElementChild.replaceChildren(...shown);
    box.querySelectorAll("input").forEach((one) => one.value === value && one.focus());
  };

  window.anjianFacets = { count, show };
})();
