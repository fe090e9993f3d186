// What the reader chooses in a figure: goods and region of the map, the start of the bridge. A choice is kept when another plan
// is shown.
var controls = (function () {
  var choices = {};

  function goods(figure, value) {
    figure.querySelectorAll(".arc[data-product]").forEach(function (arc) {
      arc.classList.toggle("away", value !== "" && arc.dataset.product !== value);
    });
  }
  function region(figure, option) {
    ["wide", "narrow"].forEach(function (size) {
      var map = figure.querySelector("." + size + " svg.window");
      if (!map) { return; }
      var whole = Number(map.getAttribute("width"));
      var box = option && option.dataset[size] || "0 0 " + whole + " " + map.getAttribute("height");
      map.setAttribute("viewBox", box);
      var size_ = Number(box.split(" ")[2]) / whole;
      map.style.setProperty("--size", String(size_));
      map.classList.toggle("zoomed", size_ < 0.999);
    });
  }
  function start(group, value) {
    group.querySelectorAll("[data-start]").forEach(function (entry) { entry.hidden = entry.dataset.start !== value; });
  }
  function apply(select) {
    var figure = select.closest("figure") || select.closest(".bridges");
    if (select.dataset.choose === "product") { goods(figure, select.value); }
    if (select.dataset.choose === "region") { region(figure, select.selectedOptions[0]); }
    if (select.dataset.choose === "start") { start(figure, select.value); }
  }
  // Shows the lists below `root`, and makes the choices that the reader had made before.
  function wire(root) {
    root.querySelectorAll(".controls").forEach(function (box) { box.hidden = false; });
    root.querySelectorAll("select[data-choose]").forEach(function (select) {
      var kept = choices[select.dataset.choose];
      var options = Array.prototype.slice.call(select.options);
      var option = options.find(function (option) { return option.textContent === kept; });
      if (option) { select.value = option.value; select.selectedIndex = options.indexOf(option); }
      apply(select);
      select.addEventListener("change", function () {
        choices[select.dataset.choose] = select.selectedOptions[0].textContent;
        apply(select);
      });
    });
  }
  return { wire: wire };
})();
