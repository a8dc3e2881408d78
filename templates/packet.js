"use strict";
// Keeps ticks and notes in this browser, and only there. Keys are digests: they name nobody.
(function () {
  const packet = document.body.dataset.packet;
  const fields = document.querySelectorAll("input[name], textarea[name]");
  const keyOf = (field) => "ircc-prep/" + packet + "/" + field.name;
  let store;
  try {
    store = window.localStorage;
    store.getItem("");
  } catch (refused) {
    return;
  }
  if (!packet) return;

  const show = (field) => {
    const kept = store.getItem(keyOf(field));
    if (field.type === "checkbox") field.checked = kept !== null;
    else field.value = kept === null ? "" : kept;
  };
  const keep = (field) => {
    const held = field.type === "checkbox" ? (field.checked ? "1" : "") : field.value;
    if (held) store.setItem(keyOf(field), held);
    else store.removeItem(keyOf(field));
  };
  const clear = () => {
    const mine = Object.keys(store).filter((key) => key.startsWith("ircc-prep/" + packet + "/"));
    mine.forEach((key) => store.removeItem(key));
    fields.forEach(show);
  };

  fields.forEach((field) => {
    show(field);
    field.addEventListener("input", () => keep(field));
  });
  document.querySelectorAll(".keeping").forEach((notice) => { notice.hidden = false; });
  document.querySelectorAll(".keeping button").forEach((button) => {
    button.addEventListener("click", () => { if (window.confirm(button.dataset.ask)) clear(); });
  });
})();
