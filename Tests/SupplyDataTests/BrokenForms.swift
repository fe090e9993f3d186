import TestDatasets
import TextFiles

extension BrokenDataset {
  /// What can be wrong with files, headers, rows and cells of any table.
  static let forms = [
    BrokenDataset("plan missing", at: "plan.yaml:0:0", says: "missing") {
      $0.removing("plan.yaml")
    },
    BrokenDataset("table missing", at: "modes.csv:0:0", says: "missing") {
      $0.removing("modes").replacing("lanes", "origin,destination,mode\nplant,shop,truck\n")
    },
    BrokenDataset(
      "table unknown", at: "demands.csv:0:0", says: "no table", cure: "'demand.csv'"
    ) { $0.replacing("demands", "") },
    BrokenDataset(
      "table unknown by case", at: "Tariffs.CSV:0:0", says: "no table", cure: "'tariffs.csv'"
    ) {
      $0.replacing("Tariffs.CSV", "")
    },
    BrokenDataset("table empty", at: "groups.csv:0:0", says: "empty", cure: "group,kind,country") {
      $0.replacing("groups", "\n \n")
    },
    BrokenDataset("table without rows", at: "customers.csv:0:0", says: "no rows") {
      $0.replacing("customers", "customer,country\n")
        .replacing("demand", "customer,product,period,quantity,shortage_cost\n")
        .replacing("lanes", "origin,destination,mode\n")
    },
    BrokenDataset("semicolons", at: "production.csv:1:1", says: "semicolons", cure: "commas") {
      $0.replacing("production", "facility;product;unit_cost\nplant;widget;2\n")
    },
    BrokenDataset(
      "unknown column", at: "demand.csv:1:48", says: "no column 'cost'"
    ) {
      $0.replacing(
        "demand", "customer,product,period,quantity,shortage_cost,cost\nshop,widget,*,80,300,1\n")
    },
    BrokenDataset("missing column", at: "production.csv:1:1", says: "'unit_cost' is missing") {
      $0.replacing("production", "facility,product\nplant,widget\n")
    },
    BrokenDataset("column twice", at: "production.csv:1:28", says: "appears twice") {
      $0.replacing("production", "facility,product,unit_cost,product\nplant,widget,2,widget\n")
    },
    BrokenDataset("column without a name", at: "production.csv:1:28", says: "no name") {
      $0.replacing("production", "facility,product,unit_cost,\nplant,widget,2,\n")
    },
    BrokenDataset("too few cells", at: "demand.csv:3:15", says: "4 cells but the header has 5") {
      $0.adding("demand", "shop,widget,*,80")
    },
    BrokenDataset("too many cells", at: "production.csv:2:17", says: "4 cells", cure: "Quote cells")
    {
      $0.replacing("production", "plant,widget,20", with: "plant,widget,20,5")
    },
    BrokenDataset(
      "row of empty cells", at: "production.csv:3:1", says: "all cells of the row are empty"
    ) {
      $0.adding("production", ",,")
    },
    BrokenDataset("quote not closed", at: "customers.csv:3:1", says: "never closed") {
      $0.adding("customers", "\"other,BB")
    },
    BrokenDataset(
      "quote inside a cell", at: "customers.csv:3:4", says: "not in quotes", cure: "double"
    ) {
      $0.adding("customers", "oth\"er,BB")
    },
    BrokenDataset("text after a quote", at: "customers.csv:3:8", says: "after a closing quote") {
      $0.adding("customers", "\"other\"s,BB")
    },
    BrokenDataset("NUL", at: "customers.csv:3:3", says: "NUL") {
      $0.adding("customers", "ot\0her,BB")
    },
    BrokenDataset("empty cell", at: "production.csv:2:14", says: "'unit_cost' is empty") {
      $0.replacing("production", "plant,widget,20", with: "plant,widget,")
    },
    number("text", "many", says: "not a number"),
    number("NaN", "NaN", says: "not a finite number"),
    number("infinity", "inf", says: "not a finite number"),
    number("hexadecimal", "0x10", says: "hexadecimal"),
    number("overflow", "1e999", says: "larger than 1e15"),
    number("absurd", "1e308", says: "larger than 1e15"),
    number("just too large", "1.1e15", says: "larger than 1e15"),
    number("thousands", "\"1,000\"", says: "separators"),
    number("decimal comma", "\"0,5\"", says: "separators"),
    number("underscore", "1_000", says: "separators"),
    number("percent", "12%", says: "percent", cure: "0.12"),
    number("currency", "$5", says: "not a number"),
    number("other digits", "١٢", says: "not a number"),
    number("other minus", "−5", says: "minus"),
    number("sign alone", "-", says: "not a number"),
    number("exponent alone", "1e", says: "not a number"),
    number("negative", "-5", says: "at least 0"),
    BrokenDataset("column after wide characters", at: "customers.csv:3:7", says: "no country") {
      $0.adding("customers", "\"é🇫🇷\u{65}\u{301}\",XX")
    },
    BrokenDataset("line after a quoted line end", at: "countries.csv:5:11", says: "latitude") {
      $0.replacing(
        "countries",
        "country,name,region,latitude,longitude\nAA,\"one\ntwo\r\nthree\",North,50,10\nBB,,North,95,20\n"
      )
    },
    BrokenDataset(
      "control character in an id", at: "customers.csv:3:1", says: "line break or control"
    ) {
      $0.adding("customers", "\"a\nb\",BB").adding("demand", "\"a\nb\",widget,*,1,1")
    },
    BrokenDataset("a direction of writing in an id", at: "customers.csv:3:1", says: "\\u{202e}") {
      $0.adding("customers", "a\u{202E}b,BB").adding("demand", "a\u{202E}b,widget,*,1,1")
    },
    BrokenDataset(
      "blank around an id", at: "customers.csv:3:1", says: "begins or ends with a space"
    ) {
      $0.adding("customers", "\" a\",BB").adding("demand", "\" a\",widget,*,1,1")
    },
  ]

  private static func number(_ rule: String, _ text: String, says cause: String, cure: String = "")
    -> BrokenDataset
  {
    BrokenDataset("number: \(rule)", at: "production.csv:2:14", says: cause, cure: cure) {
      $0.replacing("production", "plant,widget,20", with: "plant,widget,\(text)")
    }
  }
}
