// Makes a page ready for paper, once it is as wide as that: the contents get room for the numbers of sheets, and figures that just do not
// fit the rest of a sheet are made a little smaller, so that few sheets stay half empty.
var paper = (function () {
  // The least share of its height that a figure keeps: below it its words are too small to be read.
  var least = 0.78;

  function isShown(element) { return element.getClientRects().length > 0; }
  function shownSVG(figure) {
    return Array.prototype.find.call(figure.querySelectorAll(".wide > svg"), isShown);
  }
  function links() { return Array.prototype.slice.call(document.querySelectorAll(".contents a[href^='#']")); }

  // The part of the flow that a figure takes along over a break: a heading that must not stand alone.
  function withHead(figure) {
    var start = figure;
    var at = figure;
    for (;;) {
      var before = at.previousElementSibling;
      if (!before) {
        if (!at.parentElement || at.parentElement.matches("main, body, header")) { return start; }
        at = at.parentElement;
        continue;
      }
      if (!isShown(before)) { at = before; continue; }
      if (!before.matches("h2, h3, section.analysis > .summary")) { return start; }
      start = before;
      at = before;
    }
  }
  function shrink(svgs, share) {
    svgs.forEach(function (svg) {
      svg.style.maxHeight = svg.getBoundingClientRect().height * share + "px";
      svg.setAttribute("preserveAspectRatio", "xMinYMin meet");
    });
  }
  function fit(sheet) {
    // Lines are not cut in two: a sheet of text ends a little early.
    var height = sheet - 10;
    var start = document.body.getBoundingClientRect().top;
    var onSheet = [];
    Array.prototype.filter.call(document.querySelectorAll("figure"), isShown).forEach(function (figure) {
      var svg = shownSVG(figure);
      if (!svg) { return; }
      var box = figure.getBoundingClientRect();
      while (box.top - start >= height) { start += height; onSheet = []; }
      onSheet.push({ svg: svg, whole: svg.getBoundingClientRect().height });
      var over = box.bottom - start - height;
      if (over <= 0) { return; }
      var now = onSheet.reduce(function (sum, one) { return sum + one.svg.getBoundingClientRect().height; }, 0);
      var spare = onSheet.reduce(function (sum, one) {
        return sum + Math.max(0, one.svg.getBoundingClientRect().height - one.whole * least);
      }, 0);
      if (over < spare) {
        shrink(onSheet.map(function (one) { return one.svg; }), (now - over - 1) / now);
        return;
      }
      start = withHead(figure).getBoundingClientRect().top;
      onSheet = [onSheet[onSheet.length - 1]];
    });
  }
  function prepare(sheet) {
    // The page numbers its sheets itself when a reader prints it, without the title.
    var style = document.createElement("style");
    style.textContent = "@page{@bottom-right{content:none}}";
    document.head.append(style);
    links().forEach(function (link) {
      var target = document.getElementById(link.getAttribute("href").slice(1));
      if (!target || !isShown(target)) { link.closest("li").remove(); return; }
      var number = document.createElement("span");
      number.className = "sheet";
      link.closest("li").append(number);
    });
    fit(sheet);
  }
  // Writes the numbers of sheets, by the anchors of links, and says whether that changed any.
  function number(sheets) {
    var isChanged = false;
    links().forEach(function (link) {
      var place = link.closest("li").querySelector(".sheet");
      var text = String(sheets[link.getAttribute("href").slice(1)] || "");
      if (place && place.textContent !== text) { place.textContent = text; isChanged = true; }
    });
    return isChanged;
  }
  return { prepare: prepare, number: number };
})();
