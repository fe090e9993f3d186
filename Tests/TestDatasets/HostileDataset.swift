import TextFiles

/// A valid dataset in which everything that is text tries to be something else: script, markup, a formula, a path, a command, a template,
/// a statement of SQL, a control sequence of a terminal.
///
/// Where a page runs a name it sets `hostile`; where a shell does, it makes the file `hostile-file`.
public enum HostileDataset {
  /// What a name that is only shown may hold: any character but NUL.
  public static let name =
    "<script>hostile=1</script>\"'`&]]>{{title}}{{{title}}}{{#x}}\n=cmd|' /C calc'!A0\t@SUM(1);-1+1"
    + " [x](javascript:hostile=2) ![i](https://evil.invalid/x.png) <img src=x onerror=hostile=3>"
    + " %s%n%@ \u{1B}[31mred\u{1B}]0;title\u{7} \u{202E}turned\u{202C} \u{2066}apart\u{2069} \u{9B}31m"
    + " $(touch hostile-file) ../../etc/passwd https://evil.invalid www.evil.invalid a@evil.invalid"
    + " --> </style></svg></script>\u{2028}'; DROP TABLE runs;-- \u{22}\u{301} onload=\u{27}\u{308}x"

  /// Ids; they hold neither `|` nor `:`, no control character and nothing that turns the direction of writing.
  enum ID {
    static let origin = "<script>hostile=4<\\script>"
    static let home = "=HYPERLINK(\"http\\evil\";\"x\")"
    static let region = "../../../etc/passwd"
    static let group = "'; DROP TABLE runs;--"
    static let product = "-2+3*cmd' \\C calc'!A0"
    static let plant = "\"><img src=x onerror=hostile=5>"
    static let second = "$(touch hostile-file)`touch hostile-file`;touch hostile-file"
    static let module = "{{title}}{{{title}}}"
    static let shop = "@SUM(1+1)*cmd"
    static let far = String(repeating: "long", count: 200) + "é"
    static let mode = "&amp;]]><!--"
    static let layer = "%s%n%x%@ [x](javascript)"
    static let incentive = "+1+1"
    static let scenario = "%s{{#x}}'\u{301}x'\"\u{308}\\"
    static let constraint = "!!python\\object *a &b"
    static let period = "</script><script>hostile=6</script>"
    static let later = "later/../../etc"
  }

  /// The dataset; a solve takes no time.
  public static var dataset: TestDataset {
    var files: [String: String] = [:]
    func add(_ table: String, _ rows: [String]...) {
      files["\(table).csv"] = rows.map { $0.map(cell).joined(separator: ",") + "\n" }.joined()
    }
    files["plan.yaml"] = """
      name: \(yaml(name))
      currency: \(yaml(name))
      periods: [{id: \(yaml(ID.period)), years: 1}, {id: \(yaml(ID.later)), years: 1}]
      risk: {measure: expected}
      home: \(yaml(ID.home))

      """
    add(
      "countries", ["country", "name", "region", "latitude", "longitude"],
      [ID.origin, name, ID.region, "10", "20"], [ID.home, name, ID.region, "40", "10"])
    add(
      "groups", ["group", "kind", "country"], [ID.group, "trade_agreement", ID.origin],
      [ID.group, "trade_agreement", ID.home])
    add(
      "products", ["product", "name", "unit", "value", "weight_t"],
      [ID.product, name, name, "100", "0.1"])
    add(
      "facilities",
      ["facility", "name", "country", "kind", "status", "opening_cost", "fixed_cost"],
      [ID.plant, name, ID.origin, "plant", "existing", "0", "500"],
      [ID.second, name, ID.home, "plant", "candidate", "1500", "600"])
    add(
      "capacity",
      ["facility", "module", "size", "existing", "maximum", "build_cost", "fixed_cost"],
      [ID.plant, ID.module, "100", "1", "2", "100", "50"],
      [ID.second, ID.module, "40", "0", "2", "200", "50"])
    add(
      "production", ["facility", "product", "unit_cost"], [ID.plant, ID.product, "20"],
      [ID.second, ID.product, "60"])
    add(
      "customers", ["customer", "name", "country"], [ID.shop, name, ID.home],
      [ID.far, name, ID.origin])
    add(
      "demand", ["customer", "product", "period", "quantity", "shortage_cost"],
      [ID.shop, ID.product, "*", "80", "300"], [ID.far, ID.product, ID.period, "5", "300"])
    add("modes", ["mode", "cost_per_t_km", "speed_km_per_day"], [ID.mode, "0.1", "500"])
    add("lanes", ["origin", "destination", "mode"], ["*", "*", ID.mode])
    add(
      "tariffs", ["layer", "origin", "destination", "rate"],
      [ID.layer, ID.origin, ID.home, "0.1"])
    add("incentives", ["incentive", "facility", "share"], [ID.incentive, ID.second, "0.2"])
    add(
      "buffers", ["location", "product", "maximum", "unit_cost"],
      [ID.shop, ID.product, "20", "40"])
    add(
      "scenarios", ["scenario", "name", "probability", "duration_weeks"],
      [ID.scenario, name, "0.1", "26"])
    add(
      "disruptions", ["scenario", "effect", "origin", "value"],
      [ID.scenario, "capacity", ID.plant, "1"])
    add(
      "constraints", ["constraint", "kind", "origin", "sense", "value"],
      [ID.constraint, "share", ID.origin, "<=", "1"])
    return TestDataset(files: files)
  }

  /// The file `variants/dear.yaml`.
  public static let variant = """
    description: \(yaml(name))
    patches:
      - {table: products, where: {product: \(yaml(ID.product))}, set: {value: 101}}
      - {table: tariffs, where: {layer: \(yaml(ID.layer))}, scale: {rate: 2}}

    """

  private static func cell(_ text: String) -> String {
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    return String(quoted) + "\""
  }

  /// A scalar in quotes: what YAML does not take as it is stands as its code point.
  private static func yaml(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "\"") { result, scalar in
      if scalar == "\"" || scalar == "\\" || !(0x20...0x7E).contains(scalar.value) {
        let digits = String(scalar.value, radix: 16)
        result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    } + "\""
  }
}
