package import SupplyPlan

/// The cost lines in words.
package enum CostWords {
  /// The label of a cost line, by the name it has in the files.
  package static func label(_ name: String) -> String {
    switch name {
    case "opening": say("Opening sites")
    case "closing": say("Closing sites")
    case "building": say("Building modules")
    case "incentives": say("Incentives")
    case "facility_fixed": say("Running sites")
    case "module_fixed": say("Running modules")
    case "buffers": say("Holding stocks")
    case "production": say("Production")
    case "freight": say("Freight")
    case "duty": say("Duties")
    case "pipeline": say("Goods under way")
    case "carbon": say("Carbon")
    case "shortage": say("Sales not made")
    case "buffer_draws": say("Replacing stock")
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
