// The choice of a plan: by a click on its point, by the slider, by the arrow keys, by the address. The plans that are not shown
// wait packed in the page.
(function () {
  var holder = document.getElementById("chosen");
  tables.wire(document);
  if (holder) { controls.wire(document); }
  document.documentElement.classList.add("scripted");
  var chooser = document.querySelector(".chooser");
  if (!chooser) { return; }
  var packed = Array.prototype.slice.call(document.querySelectorAll("template.packed"));
  var marks = Array.prototype.slice.call(document.querySelectorAll("a.point"));
  var slider = chooser.querySelector("input");
  var output = chooser.querySelector("output");
  var chosen = Number(slider.value);
  var fragments = [];

  function fragment(position) {
    if (!fragments[position]) {
      var bytes = Uint8Array.from(atob(packed[position].content.textContent), function (sign) { return sign.charCodeAt(0); });
      var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
      fragments[position] = new Response(stream).text();
    }
    return fragments[position];
  }
  function show(position) {
    fragment(position).then(function (html) {
      // Another plan may have been chosen while this one was unpacked.
      if (position !== chosen) { return; }
      holder.innerHTML = html;
      tables.wire(holder);
      controls.wire(holder);
      holder.dataset.shown = String(position);
    }).catch(function () {
      output.textContent = "This browser cannot unpack the other plans. Open the report in a current one.";
    });
  }
  function choose(position) {
    if (!(position >= 0 && position < packed.length) || position === chosen) { return; }
    chosen = position;
    marks.forEach(function (mark) {
      var isChosen = Number(mark.dataset.point) === chosen;
      mark.classList.toggle("chosen", isChosen);
      if (isChosen) { mark.setAttribute("aria-current", "true"); } else { mark.removeAttribute("aria-current"); }
    });
    slider.value = String(chosen);
    output.textContent = packed[chosen].dataset.label;
    slider.setAttribute("aria-valuetext", output.textContent);
    try { history.replaceState(null, "", "#plan-" + (chosen + 1)); } catch (error) { /* no history here */ }
    show(chosen);
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
    var isTaken = event.target.closest && event.target.closest("input, select, textarea, .scroll");
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isTaken) { return; }
    if (event.key === "ArrowRight") { choose(chosen + 1); }
    if (event.key === "ArrowLeft") { choose(chosen - 1); }
  });
  function fromAddress() {
    var match = /^#plan-(\d+)$/.exec(location.hash);
    if (match) { choose(Number(match[1]) - 1); }
  }
  window.addEventListener("hashchange", fromAddress);
  chooser.hidden = false;
  fromAddress();
  // What the page opens with has the first bridge alone.
  show(chosen);
})();
