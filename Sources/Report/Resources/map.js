// The map: zoomed and moved by buttons, wheel, fingers and keys, for one product alone or all, its names placed anew whenever what is
// seen changes. What is seen is kept when another plan is shown: the maps of all plans have the same window.
var maps = (function () {
  var sizes = ["wide", "narrow"];
  var most = 16;
  // What is seen of the map of each size: x, y, width; none is the whole.
  var seen = {};

  function windowOf(figure, size) { return figure.querySelector("." + size + " svg.window"); }
  function whole(map) { return { width: Number(map.getAttribute("width")), height: Number(map.getAttribute("height")) }; }
  function clamp(value, least, greatest) { return Math.max(least, Math.min(greatest, value)); }

  // MARK: Names

  function boxes(one, other) {
    return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height
      && other.y < one.y + one.height;
  }
  function around(at, width, height, gap) {
    var right = at.x + gap, left = at.x - gap - width, above = at.y - gap - height, below = at.y + gap;
    var middleX = at.x - width / 2, middleY = at.y - height / 2;
    return [[right, middleY], [left, middleY], [middleX, above], [middleX, below], [right, above], [right, below], [left, above],
      [left, below]].map(function (place) { return { x: place[0], y: place[1], width: width, height: height }; });
  }
  // Where a mark or a name hangs, in the map's units when nothing is zoomed, and in those of what is seen.
  function anchor(group, view) {
    var numbers = group.dataset.at.split(" ").map(Number);
    return { atX: numbers[0], atY: numbers[1], x: (numbers[0] - view.x) / view.size, y: (numbers[1] - view.y) / view.size,
      radius: numbers[2] };
  }
  function names(map, view) {
    var frame = whole(map);
    var isPlain = view.size > 0.999 && !map.classList.contains("chosen-goods");
    map.classList.toggle("relabelled", !isPlain);
    var groups = Array.prototype.slice.call(map.querySelectorAll("g.name"));
    groups.forEach(function (group) {
      var text = group.querySelector("text");
      if (!group.dataset.text) {
        group.dataset.text = text.textContent;
        group.dataset.place = text.getAttribute("x") + " " + text.getAttribute("y");
      }
      var place = group.dataset.place.split(" ");
      text.textContent = group.dataset.text;
      text.setAttribute("x", place[0]);
      text.setAttribute("y", place[1]);
      group.classList.remove("crowded");
    });
    // A map that is not shown has no sizes; it is done when it comes into sight.
    if (isPlain || !map.getBoundingClientRect().width) { return; }
    var taken = [];
    map.querySelectorAll("g.mark:not(.faded):not(.unused-mark)").forEach(function (mark) {
      var at = anchor(mark, view);
      taken.push({ x: at.x - at.radius, y: at.y - at.radius, width: 2 * at.radius, height: 2 * at.radius });
    });
    groups.forEach(function (group) {
      if (group.classList.contains("away")) { return; }
      var text = group.querySelector("text");
      var at = anchor(group, view);
      var isInside = at.x >= 0 && at.y >= 0 && at.x <= frame.width && at.y <= frame.height;
      var free = null;
      for (var number = 0; isInside && !free && group.dataset["name" + number] !== undefined; number += 1) {
        text.textContent = group.dataset["name" + number];
        var width = text.getComputedTextLength() + 2;
        free = around(at, width, 13, at.radius + 4).find(function (place) {
          return place.x >= 0 && place.y >= 0 && place.x + place.width <= frame.width && place.y + place.height <= frame.height
            && !taken.some(function (other) { return boxes(place, other); });
        });
      }
      group.classList.toggle("crowded", !free);
      if (!free) { return; }
      taken.push(free);
      text.setAttribute("x", String(at.atX + free.x - at.x));
      text.setAttribute("y", String(at.atY + free.y - at.y + 11));
    });
  }

  // MARK: What is seen

  function show(figure) {
    sizes.forEach(function (size) {
      var map = windowOf(figure, size);
      if (!map) { return; }
      var frame = whole(map);
      var box = seen[size] || { x: 0, y: 0, width: frame.width };
      var share = box.width / frame.width;
      map.setAttribute("viewBox", [box.x, box.y, box.width, frame.height * share].map(function (number) {
        return Math.round(number * 100) / 100;
      }).join(" "));
      map.style.setProperty("--size", String(share));
      map.classList.toggle("zoomed", share < 0.999);
      names(map, { x: box.x, y: box.y, size: share });
    });
    figure.querySelectorAll("[data-zoom]").forEach(function (button) {
      var size = sizes.find(function (size) { return windowOf(figure, size).getBoundingClientRect().width; });
      var share = size && seen[size] ? seen[size].width / whole(windowOf(figure, size)).width : 1;
      // Not `disabled`, which would take the focus away.
      button.setAttribute("aria-disabled", String(button.dataset.zoom === "in" ? share <= 1.001 / most : share > 0.999));
    });
  }
  // Sets what is seen of one map, within the whole of it.
  function look(figure, size, x, y, width) {
    var frame = whole(windowOf(figure, size));
    var wide = clamp(width, frame.width / most, frame.width);
    seen[size] = { x: clamp(x, 0, frame.width - wide), y: clamp(y, 0, frame.height * (1 - wide / frame.width)), width: wide };
    show(figure);
  }
  // Zooms by a factor around a point, given as shares of what is seen.
  function zoom(figure, size, factor, acrossX, acrossY) {
    var frame = whole(windowOf(figure, size));
    var box = seen[size] || { x: 0, y: 0, width: frame.width };
    var wide = clamp(box.width / factor, frame.width / most, frame.width);
    var height = frame.height / frame.width;
    look(figure, size, box.x + (box.width - wide) * acrossX, box.y + (box.width - wide) * height * acrossY, wide);
  }
  // Moves what is seen by shares of itself.
  function move(figure, size, x, y) {
    var frame = whole(windowOf(figure, size));
    var box = seen[size] || { x: 0, y: 0, width: frame.width };
    look(figure, size, box.x + x * box.width, box.y + y * box.width * frame.height / frame.width, box.width);
  }

  // MARK: Choices

  function goods(figure, value) {
    function isOther(list) { return value !== "" && (" " + list + " ").indexOf(" " + value + " ") < 0; }
    figure.querySelectorAll(".arc[data-product]").forEach(function (arc) {
      arc.classList.toggle("away", isOther(arc.dataset.product));
    });
    figure.querySelectorAll("g.mark").forEach(function (mark) { mark.classList.toggle("faded", isOther(mark.dataset.goods)); });
    figure.querySelectorAll("g.name").forEach(function (name) { name.classList.toggle("away", isOther(name.dataset.goods)); });
    figure.querySelectorAll("svg.window").forEach(function (map) { map.classList.toggle("chosen-goods", value !== ""); });
    show(figure);
  }
  function region(figure, option) {
    sizes.forEach(function (size) {
      if (seen[size] || !option || !option.dataset[size]) { return; }
      var box = option.dataset[size].split(" ").map(Number);
      seen[size] = { x: box[0], y: box[1], width: box[2] };
    });
    show(figure);
  }
  // The next region starts from the whole.
  function forget() { seen = {}; }

  // MARK: Hands

  function wireMap(figure, size) {
    var holder = figure.querySelector("." + size);
    var map = windowOf(figure, size);
    if (!map) { return; }
    holder.tabIndex = 0;
    holder.setAttribute("role", "group");
    holder.setAttribute("aria-label", "Map. Plus and minus zoom, the arrow keys move, 0 shows the whole.");
    function across(event) {
      var box = map.getBoundingClientRect();
      return { x: clamp((event.clientX - box.left) / box.width, 0, 1), y: clamp((event.clientY - box.top) / box.height, 0, 1),
        width: box.width, height: box.height };
    }
    function isZoomed() { return map.classList.contains("zoomed"); }
    // The wheel belongs to the page until the map was chosen; a pinch on a touchpad comes as a wheel with Ctrl.
    map.addEventListener("wheel", function (event) {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== holder) { return; }
      event.preventDefault();
      var at = across(event);
      zoom(figure, size, Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), at.x, at.y);
    }, { passive: false });
    map.addEventListener("dblclick", function (event) {
      var at = across(event);
      zoom(figure, size, event.shiftKey ? 0.5 : 2, at.x, at.y);
    });
    holder.addEventListener("keydown", function (event) {
      if (event.altKey || event.ctrlKey || event.metaKey) { return; }
      var steps = { ArrowLeft: [-0.2, 0], ArrowRight: [0.2, 0], ArrowUp: [0, -0.2], ArrowDown: [0, 0.2] };
      if (event.key === "+" || event.key === "=") { zoom(figure, size, 1.5, 0.5, 0.5); }
      else if (event.key === "-" || event.key === "_") { zoom(figure, size, 1 / 1.5, 0.5, 0.5); }
      else if (event.key === "0") { forget(); show(figure); }
      else if (steps[event.key] && isZoomed()) { move(figure, size, steps[event.key][0], steps[event.key][1]); }
      else { return; }
      event.preventDefault();
      event.stopPropagation();
    });
    var fingers = {};
    var apart = 0;
    function all() { return Object.keys(fingers).map(function (id) { return fingers[id]; }); }
    function distance() { var two = all(); return Math.hypot(two[0].x - two[1].x, two[0].y - two[1].y); }
    map.addEventListener("pointerdown", function (event) {
      if (event.button !== 0) { return; }
      fingers[event.pointerId] = { x: event.clientX, y: event.clientY };
      apart = all().length === 2 ? distance() : 0;
    });
    map.addEventListener("pointermove", function (event) {
      var last = fingers[event.pointerId];
      if (!last) { return; }
      var at = across(event);
      var count = all().length;
      if (count === 1 && isZoomed()) {
        if (!map.hasPointerCapture(event.pointerId)) { map.setPointerCapture(event.pointerId); }
        move(figure, size, (last.x - event.clientX) / at.width, (last.y - event.clientY) / at.height);
      }
      fingers[event.pointerId] = { x: event.clientX, y: event.clientY };
      if (count === 2 && apart > 0) {
        var now = distance();
        var two = all();
        var middle = across({ clientX: (two[0].x + two[1].x) / 2, clientY: (two[0].y + two[1].y) / 2 });
        if (now > 0) { zoom(figure, size, now / apart, middle.x, middle.y); apart = now; }
      }
    });
    ["pointerup", "pointercancel"].forEach(function (name) {
      map.addEventListener(name, function (event) {
        delete fingers[event.pointerId];
        apart = all().length === 2 ? distance() : 0;
      });
    });
  }
  function wire(figure) {
    sizes.forEach(function (size) { wireMap(figure, size); });
    figure.querySelectorAll("[data-zoom]").forEach(function (button) {
      button.addEventListener("click", function () {
        if (button.dataset.zoom === "whole") { forget(); show(figure); return; }
        sizes.forEach(function (size) { zoom(figure, size, button.dataset.zoom === "in" ? 1.6 : 1 / 1.6, 0.5, 0.5); });
      });
    });
    show(figure);
  }
  var width = window.innerWidth;
  window.addEventListener("resize", function () {
    if (window.innerWidth === width) { return; }
    width = window.innerWidth;
    document.querySelectorAll("figure.figure-map").forEach(show);
  });
  return { wire: wire, goods: goods, region: region, forget: forget };
})();
