"use strict";
// Keeps ticks and notes in this browser, and only there. Keys are digests. Who has a family's names can guess theirs;
// they stay in the browser, and the packet itself, beside them, says the names in clear.
(function () {
  const packet = document.body.dataset.packet;
  const fields = document.querySelectorAll("input[name], textarea[name]");
  const ours = "ircc-prep/";
  const keyOf = (field) => ours + packet + "/" + field.name;
  const notices = document.querySelectorAll(".keeping");
  const promises = [...document.querySelectorAll(".keeping [data-full]")].map((words) => [words, words.textContent]);
  const refused = new Set();
  let store;
  try {
    store = window.localStorage;
    store.getItem("");
  } catch (none) {
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
    try {
      if (held) store.setItem(keyOf(field), held);
      else store.removeItem(keyOf(field));
      refused.delete(field);
    } catch (full) {
      refused.add(field);
    }
    tell();
  };
  // As long as something isn't kept, the notice says so, wherever on the page one writes.
  const tell = () => {
    notices.forEach((notice) => notice.classList.toggle("full", refused.size !== 0));
    promises.forEach(([words, promise]) => {
      const now = refused.size ? words.dataset.full : promise;
      if (words.textContent !== now) words.textContent = now;
    });
  };
  // Of every packet: notes from before a name was mended lie under another key, which no page reaches any more.
  const clear = () => {
    Object.keys(store).filter((key) => key.startsWith(ours)).forEach((key) => store.removeItem(key));
    refused.clear();
    tell();
    fields.forEach(show);
  };

  fields.forEach((field) => {
    show(field);
    field.addEventListener("input", () => keep(field));
  });
  notices.forEach((notice) => { notice.hidden = false; });
  document.querySelectorAll(".keeping button").forEach((button) => {
    button.addEventListener("click", () => { if (window.confirm(button.dataset.ask)) clear(); });
  });
})();
