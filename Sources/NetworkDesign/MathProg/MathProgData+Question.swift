import SupplyData
import SupplyNetwork
import SupplyPlan

extension MathProgData {
  func writeHead(to output: inout some TextOutputStream) {
    output.write("# \(MathProgSymbols.comment(network.dataset.settings.name))\n")
    output.write("# Data of models/network-design.mod.\n")
    if !symbols.aliases.isEmpty {
      output.writeTitle("Short names of ids that are no MathProg symbols:")
      for (alias, id) in symbols.aliases {
        output.write("#   \(alias) = \(MathProgSymbols.comment(id))\n")
      }
    }
    output.write("\ndata;\n")
  }

  func writeQuestion(to output: inout some TextOutputStream) {
    output.writeTitle("What is asked")
    output.writeParameter("minimise", question.objective.rawValue)
    output.writeParameter("measure", question.measure.name)
    if let level = question.measure.level { output.writeParameter("level", level.mathProg) }
    if let maxRisk = question.maxRisk { output.writeParameter("max_risk", maxRisk.mathProg) }
    if let maxUnmet = question.maxUnmet { output.writeParameter("max_unmet", maxUnmet.mathProg) }
    output.writeParameter("network", question.firstStage.comparator?.rawValue ?? "free")
  }

  func writeMoneyAndTime(to output: inout some TextOutputStream) {
    let settings = network.dataset.settings
    output.writeTitle("Time, and money in \(settings.currency)")
    output.writeParameter("periods", "\(settings.periods.count)")
    output.writeTable(
      "years", settings.periods.enumerated().map { "\($0 + 1) \($1.years)   # " + comment($1.id) })
    output.writeParameter("r", settings.discountRate.mathProg)
    output.writeParameter("h", settings.holdingRate.mathProg)
    output.writeParameter("carbon_price", settings.carbonPrice.mathProg)
    writeCarbonFactors(to: &output)
    if let level = settings.serviceLevel {
      output.writeParameter("service_level", level.mathProg)
    }
  }

  /// An id behind a row, where the model knows only its number.
  func comment(_ id: String) -> String { MathProgSymbols.comment(id) }
}
