// Tables: a click on a head sorts, a button takes the table away as CSV. Tables of the appendix are kept as CSV and drawn when
// they are opened.
var tables = (function () {
  function literal(text) { return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"); }
  // Between digits: where thousands are set apart, and where decimals begin.
  var groups = numbers.group && new RegExp("(\\d)" + literal(numbers.group) + "(?=\\d)", "g");
  var point = new RegExp("(\\d)" + literal(numbers.decimal) + "(?=\\d)", "g");
  // The longer words first, or "m" would be found in "million".
  var units = Object.keys(numbers.units).sort(function (a, b) { return b.length - a.length; });
  var pattern = new RegExp(
    "^[^\\d−+<≥≤-]*([+−-]?)[^\\d<≥≤]*(\\d*\\.?\\d+(?:e[+-]?\\d+)?)\\s*(" + units.map(literal).join("|") + ")?", "i");
  function number(text) {
    var plain = (groups ? text.replace(groups, "$1") : text).replace(point, "$1.").replace(/\u00a0/g, " ");
    var match = pattern.exec(plain);
    if (!match) { return NaN; }
    var unit = units.find(function (word) { return word.toLowerCase() === (match[3] || "").toLowerCase(); });
    return (match[1] === "−" || match[1] === "-" ? -1 : 1) * Number(match[2]) * (unit ? numbers.units[unit] : 1);
  }
  function sort(table, column, button) {
    var head = button.closest("th");
    var rises = head.getAttribute("aria-sort") !== "ascending";
    table.querySelectorAll("th[aria-sort]").forEach(function (other) { other.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", rises ? "ascending" : "descending");
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows).map(function (row) {
      var text = row.cells[column] ? row.cells[column].textContent : "";
      return { row: row, text: text, number: number(text) };
    });
    var areNumbers = head.classList.contains("n");
    rows.sort(function (a, b) {
      var order = areNumbers && (!isNaN(a.number) || !isNaN(b.number))
        ? (isNaN(a.number) ? 1 : isNaN(b.number) ? -1 : a.number - b.number)
        : a.text.localeCompare(b.text, "en", { numeric: true });
      return rises ? order : -order;
    });
    rows.forEach(function (entry) { body.appendChild(entry.row); });
  }
  function sortable(table) {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (cell, column) {
      if (cell.querySelector("button")) { return; }
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = cell.textContent;
      cell.textContent = "";
      cell.appendChild(button);
      button.addEventListener("click", function () { sort(table, column, button); });
    });
  }
  // A spreadsheet would run a cell that begins so; an apostrophe tells it that this is text.
  function inert(text) { return /^[=+\-@\t\r]/.test(text) && isNaN(Number(text)) ? "'" + text : text; }
  function field(text) { return /[",\n\r]/.test(text) ? "\"" + text.replace(/"/g, "\"\"") + "\"" : text; }
  function csv(table) {
    return Array.prototype.map.call(table.rows, function (row) {
      return Array.prototype.map.call(row.cells, function (cell) { return field(inert(cell.textContent)); }).join(",");
    }).join("\n") + "\n";
  }
  function save(text, file) {
    var link = document.createElement("a");
    // The mark at the start tells spreadsheets that the text is UTF-8.
    link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
    link.download = file;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }
  function saver(file, text) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "save";
    button.textContent = "Download CSV";
    button.addEventListener("click", function () { save(text(), file); });
    return button;
  }
  function read(text) {
    var rows = [[]], value = "", quoted = false;
    for (var place = 0; place < text.length; place += 1) {
      var sign = text[place];
      if (quoted) {
        if (sign !== "\"") { value += sign; } else if (text[place + 1] === "\"") { value += sign; place += 1; } else { quoted = false; }
      } else if (sign === "\"") { quoted = true; } else if (sign === ",") { rows[rows.length - 1].push(value); value = ""; } else if (sign === "\n") {
        rows[rows.length - 1].push(value); value = ""; rows.push([]);
      } else if (sign !== "\r") { value += sign; }
    }
    return rows.filter(function (row) { return row.length > 0; });
  }
  function build(rows) {
    var table = document.createElement("table");
    var columns = rows[0].map(function (_, column) {
      return rows.slice(1).every(function (row) { return row[column] === "" || !isNaN(Number(row[column])); })
        && rows.slice(1).some(function (row) { return row[column] !== ""; });
    });
    function line(cells, element, parent) {
      var row = parent.insertRow();
      cells.forEach(function (text, column) {
        var cell = document.createElement(element);
        if (element === "th") { cell.scope = "col"; }
        if (columns[column]) { cell.className = "n"; }
        cell.textContent = element === "td" && columns[column] && text !== "" ? shown(Number(text)) : text;
        if (element === "td" && columns[column]) { cell.title = text; }
        row.appendChild(cell);
      });
    }
    line(rows[0], "th", table.createTHead());
    var body = table.createTBody();
    rows.slice(1).forEach(function (row) { line(row, "td", body); });
    return table;
  }
  function shown(value) {
    return value.toLocaleString("en", { maximumFractionDigits: Math.abs(value) < 10 ? 4 : Math.abs(value) < 1000 ? 1 : 0 });
  }
  function open(details) {
    var kept = details.querySelector("pre.csv");
    if (!kept || details.querySelector("table")) { return; }
    var text = kept.textContent;
    var box = document.createElement("div");
    box.className = "scroll";
    box.tabIndex = 0;
    var table = build(read(text));
    box.appendChild(table);
    sortable(table);
    details.insertBefore(saver(details.dataset.file, function () { return text; }), kept);
    details.insertBefore(box, kept);
    kept.hidden = true;
  }
  // Gives every table below `root` its buttons, the first time it is opened.
  function wire(root) {
    root.querySelectorAll("details").forEach(function (details) {
      details.addEventListener("toggle", function () {
        if (!details.open) { return; }
        if (details.classList.contains("kept-table")) { open(details); return; }
        var table = details.querySelector("table");
        if (!table || details.querySelector(".save")) { return; }
        sortable(table);
        var figure = details.closest("figure");
        details.insertBefore(
          saver((figure ? figure.id : "table") + ".csv", function () { return csv(table); }), table.parentElement);
      });
    });
    root.querySelectorAll("footer table").forEach(sortable);
    root.querySelectorAll(".scroll").forEach(function (box) { box.tabIndex = 0; });
  }
  return { wire: wire };
})();
