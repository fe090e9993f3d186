package import SupplyPlan

/// The cost lines in words.
package enum CostWords {
  /// The label of the value of sales not made: revenue forgone, not money spent.
  package static let salesNotMade = "Sales not made"
  /// The label of all other lines together.
  package static let spend = "Spend"

  /// The label of a cost line, by the name it has in the files.
  package static func label(_ name: String) -> String {
    switch name {
    case "opening": "Opening sites"
    case "closing": "Closing sites"
    case "building": "Building modules"
    case "incentives": "Incentives"
    case "facility_fixed": "Running sites"
    case "module_fixed": "Running modules"
    case "buffers": "Holding stocks"
    case "contracts": "Contract fees"
    case "clusters": "Savings of clusters"
    case "production": "Production"
    case "handling": "Handling"
    case "freight": "Freight"
    case "duty": "Duties"
    case "drawback": "Duties drawn back"
    case "pipeline": "Goods under way"
    case "safety_stock": "Safety stock"
    case "carbon": "Carbon"
    case "collection": "Collecting returns"
    case "shortage": salesNotMade
    case "buffer_draws": "Replacing stock"
    default: name
    }
  }

  /// The lines that differ between two costs, in the order of the files.
  package static func differences(from before: CostLines, to after: CostLines)
    -> [(label: String, before: Double, after: Double)]
  {
    CostLines.lines.map { line in
      (label(line.name), before[keyPath: line.value], after[keyPath: line.value])
    }.filter { $0.before != 0 || $0.after != 0 }
  }
}
