import SupplyData

extension RandomDataset {
  /// The dataset with rows that say what holds without them: factors of 1, costs and shares of 0, a
  /// contract on the terms of production, a quota of nothing, limits that hold anyway.
  ///
  /// A plan costs the same with them.
  public func withNeutralRows() throws -> TestDataset {
    let known = try read()
    var tables = dataset
    func add(_ table: String, _ header: String, _ rows: [String]) {
      if tables.files["\(table).csv"] == nil { tables = tables.adding(table, header) }
      for row in rows { tables = tables.adding(table, row) }
    }
    func isWide(_ selector: Selector) -> Bool { selector.parts.contains(.all) }

    var factors: [String] = []
    for cost in EscalationRow.Cost.allCases {
      for period in known.settings.periods.map(\.id) {
        let isSaid = known.escalation.contains {
          $0.cost == cost && $0.period == period && isWide($0.facility)
        }
        if !isSaid { factors.append("\(cost.rawValue),*,\(period),1") }
      }
    }
    add("escalation", "cost,facility,period,factor", factors)
    if !known.handling.contains(where: { isWide($0.facility) && $0.product == nil }) {
      add("handling", "facility,product,unit_cost,emissions_t", ["*,*,0,0"])
    }
    if let row = known.production.first {
      add(
        "contracts", "contract,facility,product,unit_cost,fixed_cost,minimum,maximum,existing",
        ["spot,\(row.facility),\(row.product),\(row.unitCost),0,0,1000,0"])
    }
    add("clusters", "cluster,facility,at_least,saving", ["nothing,*,2,0"])
    if !known.drawback.contains(where: { isWide($0.country) && $0.component == nil }) {
      add("drawback", "country,component,share", ["*,*,0"])
    }
    if known.quotas.isEmpty, let layer = known.tariffs.first?.layer {
      add(
        "quotas", "quota,layer,origin,destination,quantity,rate", ["nothing,\(layer),*,*,0,0"])
    }
    return tables.withNeutralEffects(of: known.scenarios.map(\.id)).withNeutralPolicies()
  }
}

extension TestDataset {
  /// Columns after the first, in the order of the table's own header.
  private func adding(_ table: String, header: String, _ rows: [[String: String]]) -> TestDataset {
    var copy = files["\(table).csv"] == nil ? adding(table, header) : self
    let columns = copy.files["\(table).csv", default: ""].prefix { $0 != "\n" }.split(
      separator: ",")
    for row in rows {
      copy = copy.adding(
        table, columns.map { row[String($0), default: ""] }.joined(separator: ","))
    }
    return copy
  }

  fileprivate func withNeutralEffects(of scenarios: [String]) -> TestDataset {
    guard !scenarios.isEmpty else { return self }
    let rows = scenarios.flatMap { scenario in
      ["production_cost", "freight_cost"].map {
        ["scenario": scenario, "effect": $0, "value": "0"]
      }
    }
    return adding(
      "disruptions", header: "scenario,effect,origin,destination,mode,product,value", rows)
  }

  fileprivate func withNeutralPolicies() -> TestDataset {
    let rows = [
      ["kind": "production", "sense": ">=", "value": "0"],
      ["kind": "flow", "sense": ">=", "value": "0"],
      ["kind": "minimum_if_open", "sense": ">=", "value": "0"],
      ["kind": "sources", "sense": "<=", "value": "99"],
    ]
    return adding(
      "constraints", header: "constraint,kind,origin,destination,product,period,sense,value",
      rows.map {
        $0.merging(["constraint": "any-\($0["kind", default: ""])"]) { first, _ in first }
      }
    )
  }
}
