// What the reader chooses in a figure: goods and region of the map, the start of the bridge. A choice is kept when another plan
// is shown.
var controls = (function () {
  var choices = {};

  function start(group, value) {
    group.querySelectorAll("[data-start]").forEach(function (entry) { entry.hidden = entry.dataset.start !== value; });
  }
  function apply(select) {
    var figure = select.closest("figure") || select.closest(".bridges");
    if (select.dataset.choose === "product") { maps.goods(figure, select.value); }
    if (select.dataset.choose === "region") { maps.region(figure, select.selectedOptions[0]); }
    if (select.dataset.choose === "start") { start(figure, select.value); }
  }
  // Shows the lists below `root`, and makes the choices that the reader had made before.
  function wire(root) {
    root.querySelectorAll("figure.figure-map").forEach(maps.wire);
    root.querySelectorAll(".controls").forEach(function (box) { box.hidden = false; });
    root.querySelectorAll("select[data-choose]").forEach(function (select) {
      var kept = choices[select.dataset.choose];
      var options = Array.prototype.slice.call(select.options);
      var option = options.find(function (option) { return option.textContent === kept; });
      if (option) { select.value = option.value; select.selectedIndex = options.indexOf(option); }
      apply(select);
      select.addEventListener("change", function () {
        choices[select.dataset.choose] = select.selectedOptions[0].textContent;
        if (select.dataset.choose === "region") { maps.forget(); }
        apply(select);
      });
    });
  }
  return { wire: wire };
})();
