import SupplyData
import TextFiles

/// `plan.json` as a JSON value.
extension Plan {
  static let schema = "shorewise/plan/1"
  static let file = "plan.json"

  /// The document, with its keys in the order in which they are read best.
  var json: JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("schema", .text(Self.schema)),
      ("dataset", dataset.json),
      ("termination", .text(termination.rawValue)),
      ("stop_reason", .text(stopReason)),
      ("cost", .number(cost)),
      ("bound", .number(bound)),
      ("gap", .number(gap)),
    ]
    if let proof { members.append(("proof", .text(proof.rawValue))) }
    members.append(("risk", risk.json))
    if let undelivered { members.append(("undelivered", undelivered.json)) }
    members += [
      // Where there is no plan, nothing costs 0: it has no cost.
      ("costs", cost == nil ? .null : costs.json),
      ("facilities", .array(facilities.map(\.json))),
      ("modules", .array(modules.map(\.json))),
      ("buffers", .array(buffers.map(\.json))),
      ("scenarios", .array(scenarios.map(\.json))),
      ("mix", .array(mix.map(\.json))),
      ("incentives", .array(incentives.map(\.json))),
    ]
    // Only plans that must survive outages have something to say of them.
    if !outages.isEmpty { members.append(("outages", .array(outages.map(\.json)))) }
    if let broken { members.append(("broken", .array(broken.map(\.json)))) }
    members.append(("solve", solve.json))
    return .object(members)
  }

  /// The plan of a document, still without its tables.
  init(_ reader: JSONReader) {
    self.init(
      dataset: DatasetReference(reader.object("dataset")),
      termination: reader.word("termination", or: .stopped),
      stopReason: reader.optionalText("stop_reason"),
      cost: reader.optionalNumber("cost"),
      bound: reader.optionalNumber("bound"),
      gap: reader.optionalNumber("gap"),
      proof: reader.optionalText("proof").flatMap(Proof.init),
      risk: PlanRisk(reader.object("risk")),
      undelivered: Undelivered(reader.optionalObject("undelivered")),
      costs: reader.optionalNumber("cost") == nil
        ? CostLines(reader.optionalObject("costs")) : CostLines(reader.object("costs")),
      facilities: reader.rows("facilities", FacilityDecisionRow.init),
      modules: reader.rows("modules", ModuleRow.init),
      buffers: reader.rows("buffers", StockRow.init),
      incentives: reader.rows("incentives", GrantRow.init),
      scenarios: reader.rows("scenarios", ScenarioLossRow.init),
      outages: reader.optionalRows("outages", OutageLossRow.init) ?? [],
      mix: reader.rows("mix", MixRow.init),
      broken: reader.optionalRows("broken", BrokenRow.init),
      solve: SolveRecord(reader.object("solve")))
  }
}

extension Plan.DatasetReference {
  var json: JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("name", .text(name)), ("sha256", .text(sha256)),
    ]
    // Only what was changed is said to be, so that plans of plain datasets stay as they were.
    if let variant { members.append(("variant", .text(variant))) }
    if !sets.isEmpty { members.append(("sets", .array(sets.map { .text($0) }))) }
    return .object(members)
  }

  init(_ reader: JSONReader?) {
    self.init(
      name: reader?.text("name") ?? "", sha256: reader?.text("sha256") ?? "",
      variant: reader?.optionalText("variant"), sets: reader?.optionalTexts("sets") ?? [])
  }
}

extension Plan.SolveRecord {
  var json: JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("seconds", .number(seconds)), ("method", .text(method)), ("rows", .whole(rows)),
      ("columns", .whole(columns)), ("objective", .text(objective)),
      ("max_risk", .number(maxRisk)), ("nodes", .whole(nodes)),
      ("cuts", .whole(cuts)), ("recourse_solves", .whole(recourseSolves)),
    ]
    if let maxUnmet { members.append(("max_unmet", .number(maxUnmet))) }
    return .object(members)
  }

  init(_ reader: JSONReader?) {
    self.init(
      seconds: reader?.number("seconds") ?? 0, method: reader?.text("method") ?? "",
      rows: reader?.whole("rows") ?? 0, columns: reader?.whole("columns") ?? 0,
      objective: reader?.optionalText("objective") ?? "cost",
      maxRisk: reader?.optionalNumber("max_risk"),
      maxUnmet: reader?.optionalNumber("max_unmet"), nodes: reader?.whole("nodes", or: 0) ?? 0,
      cuts: reader?.whole("cuts", or: 0) ?? 0,
      recourseSolves: reader?.whole("recourse_solves", or: 0) ?? 0)
  }
}

extension CostLines {
  var json: JSONValue {
    .object(Self.lines.map { (key: $0.name, value: .number(self[keyPath: $0.value])) })
  }

  init(_ reader: JSONReader?) {
    self.init()
    guard let reader else { return }
    for (name, line) in Self.lines { self[keyPath: line] = reader.number(name) }
  }
}
