"use strict";
// What a mark says, at once and beside the pointer; the browser's own hint would come late and not on a touch.
(function () {
  var hint = document.createElement("div");
  hint.className = "hint";
  hint.hidden = true;
  document.body.appendChild(hint);
  var marked = null;

  // The title is taken out while its text is shown, or the browser would show it a second time.
  function textOf(element) {
    var title = element.querySelector(":scope > title");
    if (title) {
      element.dataset.hint = title.textContent;
      if (!element.hasAttribute("aria-label")) { element.setAttribute("aria-label", title.textContent); }
      title.remove();
    }
    return element.dataset.hint;
  }
  function markAt(target) {
    for (var element = target; element && element.closest && element.closest("svg"); element = element.parentElement) {
      if (element.dataset.hint || element.querySelector(":scope > title")) { return element; }
    }
    return null;
  }
  function place(x, y) {
    var width = hint.offsetWidth, height = hint.offsetHeight;
    hint.style.left = Math.max(6, Math.min(x + 14, document.documentElement.clientWidth - width - 6)) + "px";
    hint.style.top = (y + 18 + height > window.innerHeight ? Math.max(6, y - height - 12) : y + 18) + "px";
  }
  function hide() { hint.hidden = true; marked = null; }

  document.addEventListener("pointerover", function (event) {
    var element = markAt(event.target);
    if (element === marked) { return; }
    if (!element) { hide(); return; }
    marked = element;
    hint.textContent = textOf(element);
    hint.hidden = false;
    place(event.clientX, event.clientY);
  });
  document.addEventListener("pointermove", function (event) {
    if (!hint.hidden) { place(event.clientX, event.clientY); }
  });
  document.addEventListener("scroll", hide, { passive: true, capture: true });
})();
