"use strict";
(function () {
  var sections = Array.prototype.slice.call(document.querySelectorAll("[data-view]"));
  var marks = Array.prototype.slice.call(document.querySelectorAll("a.point"));
  var chooser = document.querySelector(".chooser");
  if (!chooser) { return; }
  var slider = chooser.querySelector("input");
  var output = chooser.querySelector("output");
  var chosen = Number(slider.value);

  function choose(position) {
    if (!(position >= 0 && position < sections.length)) { return; }
    chosen = position;
    sections.forEach(function (section) {
      section.hidden = Number(section.dataset.view) !== chosen;
    });
    marks.forEach(function (mark) {
      var isChosen = Number(mark.dataset.point) === chosen;
      mark.classList.toggle("chosen", isChosen);
      if (isChosen) { mark.setAttribute("aria-current", "true"); }
      else { mark.removeAttribute("aria-current"); }
    });
    slider.value = String(chosen);
    output.textContent = sections[chosen].dataset.label;
    slider.setAttribute("aria-valuetext", output.textContent);
    try { history.replaceState(null, "", "#plan-" + (chosen + 1)); } catch (error) { /* no history here */ }
  }

  marks.forEach(function (mark) {
    mark.addEventListener("click", function (event) {
      event.preventDefault();
      choose(Number(mark.dataset.point));
    });
  });
  slider.addEventListener("input", function () { choose(Number(slider.value)); });
  chooser.querySelectorAll("button").forEach(function (button) {
    button.addEventListener("click", function () { choose(chosen + Number(button.dataset.step)); });
  });
  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target === slider
      || (event.target.closest && event.target.closest(".scroll"))) { return; }
    if (event.key === "ArrowRight") { choose(chosen + 1); }
    if (event.key === "ArrowLeft") { choose(chosen - 1); }
  });
  function fromAddress() {
    var match = /^#plan-(\d+)$/.exec(location.hash);
    if (match) { choose(Number(match[1]) - 1); }
  }
  window.addEventListener("hashchange", fromAddress);
  chooser.hidden = false;
  document.documentElement.classList.add("scripted");
  fromAddress();
})();
