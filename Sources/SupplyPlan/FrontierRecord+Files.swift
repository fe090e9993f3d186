import SupplyData
public import TextFiles

extension FrontierRecord {
  static let schema = "shorewise/frontier/1"
  static let file = "frontier.json"

  /// Writes `frontier.json` into `folder`, which is made where it is missing.
  ///
  /// - Throws: What cannot be written, and numbers that are not finite; then no file is touched.
  public func write(to folder: String) throws(Faults) {
    var files = FileSet()
    do { try add(to: &files) } catch { throw Faults(error.all.map { $0.located(in: folder) }) }
    try files.write(to: folder)
  }

  /// Adds `frontier.json` to other files, whose head it is.
  ///
  /// - Throws: Numbers that are not finite.
  public func add(to files: inout FileSet) throws(Faults) {
    let document = json
    let faults = document.nonFinitePaths().map { path in
      Fault(
        file: Self.file, cause: "'\(path)' is not a finite number",
        cure: "Report this as a defect: a frontier holds finite numbers only.")
    }
    if !faults.isEmpty { throw Faults(faults) }
    files.add(document.prettyText, path: Self.file, isHead: true)
  }

  /// Reads the frontier at `path`: a folder with a `frontier.json`, or the file itself.
  ///
  /// - Throws: All that is missing or malformed, with file, line, cause and cure.
  public static func read(from path: String) throws(Faults) -> FrontierRecord {
    let file = WholeFile.locate(Self.file, at: path).file
    let bytes = try WholeFile.read(
      file, cure: "Name a folder with a frontier.json, such as `shorewise frontier -o` writes.")
    var parser = JSONParser(bytes, file: file)
    let document = try parser.document()
    let log = PlanFileFaults(file: file)
    let reader = JSONReader(document, path: "", log: log)
    guard reader.hasSchema(schema) else { throw Faults(log.faults) }
    let record = FrontierRecord(reader)
    try log.throwIfAny()
    return record
  }

  var json: JSONValue {
    .object([
      ("schema", .text(Self.schema)),
      ("dataset", dataset.json),
      ("measure", .text(measure)),
      ("level", .number(level)),
      ("tolerance", .number(tolerance)),
      ("uncertainty", .number(uncertainty)),
      ("termination", .text(termination.rawValue)),
      ("stop_reason", .text(stopReason)),
      ("points", .array(points.map(\.json))),
      ("bounds", .array(bounds.map(\.json))),
      ("lines", .array(lines.filter { $0.risks == nil }.map(\.json))),
      ("slopes", .array(lines.filter { $0.risks != nil }.map(\.json))),
      ("unproved", .array(unproved.map(\.json))),
      ("baseline", .text(baseline)),
      ("solve", solve.json),
    ])
  }

  init(_ reader: JSONReader) {
    self.init(
      dataset: Plan.DatasetReference(reader.object("dataset")),
      measure: reader.text("measure"), level: reader.optionalNumber("level"),
      tolerance: reader.number("tolerance"), uncertainty: reader.number("uncertainty"),
      termination: reader.word("termination", or: .stopped),
      stopReason: reader.optionalText("stop_reason"),
      points: reader.rows("points", Point.init), bounds: reader.rows("bounds", Bound.init),
      lines: (reader.optionalRows("lines", Line.init(_:)) ?? [])
        + (reader.optionalRows("slopes", Line.init(slope:)) ?? []),
      unproved: reader.optionalRows("unproved", Unproved.init) ?? [],
      baseline: reader.path("baseline", isRequired: false),
      solve: SolveRecord(reader.object("solve")))
  }
}

extension FrontierRecord.Point {
  var json: JSONValue {
    .object(
      [
        ("cost", .number(cost)), ("sales_at_risk", .number(salesAtRisk)),
        ("bound", .number(bound)), ("gap", .number(gap)), ("plan", .text(plan)),
      ] + (isJoined ? [("joined", .bool(true))] : []))
  }

  init(_ reader: JSONReader) {
    self.init(
      cost: reader.number("cost"), salesAtRisk: reader.number("sales_at_risk"),
      bound: reader.number("bound"), gap: reader.number("gap"), plan: reader.path("plan") ?? "",
      isJoined: reader.optionalBool("joined") ?? false)
  }
}

extension FrontierRecord.Bound {
  var json: JSONValue { .object([("cap", .number(cap)), ("bound", .number(bound))]) }

  init(_ reader: JSONReader) {
    self.init(cap: reader.number("cap"), bound: reader.number("bound"))
  }
}

extension FrontierRecord.Line {
  var json: JSONValue {
    let range = risks.map { [("from", $0.lowerBound), ("to", $0.upperBound)] } ?? []
    return .object(
      range.map { ($0.0, .number($0.1)) } + [
        ("risk_price", .number(riskPrice)), ("bound", .number(bound)),
      ])
  }

  /// A line that says nothing beyond a range of caps.
  init(slope reader: JSONReader) {
    let (from, to) = (reader.number("from"), reader.number("to"))
    self.init(reader)
    risks = min(from, to)...max(from, to)
  }

  init(_ reader: JSONReader) {
    self.init(riskPrice: reader.number("risk_price"), bound: reader.number("bound"))
  }
}

extension FrontierRecord.Unproved {
  var json: JSONValue { .object([("cap", .number(cap)), ("reason", .text(reason))]) }

  init(_ reader: JSONReader) {
    self.init(cap: reader.number("cap"), reason: reader.text("reason"))
  }
}

extension FrontierRecord.SolveRecord {
  var json: JSONValue {
    .object([
      ("seconds", .number(seconds)), ("solves", .whole(solves)),
      ("weighted_sums", .whole(weightedSums)), ("slices", .whole(slices)),
      ("method", .text(method)),
    ])
  }

  init(_ reader: JSONReader?) {
    self.init(
      seconds: reader?.number("seconds") ?? 0, solves: reader?.whole("solves") ?? 0,
      weightedSums: reader?.whole("weighted_sums", or: 0) ?? 0,
      slices: reader?.whole("slices", or: 0) ?? 0, method: reader?.text("method") ?? "")
  }
}
