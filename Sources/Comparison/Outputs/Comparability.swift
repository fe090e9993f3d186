import FigureDrawing
import RunStore
import SupplyData
import TextFiles
import Wording

/// Whether outputs can be compared at all, and what makes a difference of their costs mean less.
struct Comparability {
  let outputs: [ComparedOutput]
  let facts: [RunFacts]

  /// Throws where money is of two currencies, or risk of two measures: no figure of one could stand beside one of the other.
  func check() throws(Faults) {
    guard let output = outputs.first, let first = facts.first?.run else { return }
    var faults: [Fault] = []
    for (other, fact) in zip(outputs, facts).dropFirst() {
      let run = fact.run
      if run.currency != first.currency {
        faults.append(
          Fault(
            file: other.path,
            cause:
              "its money is \(run.currency), and that of '\(output.path)' is \(first.currency)",
            cure: "Compare outputs in one currency: convert the tables of one, and plan again."))
      }
      if (run.measure, run.level) != (first.measure, first.level) {
        faults.append(
          Fault(
            file: other.path,
            cause:
              "it measures risk by \(measure(fact)), and '\(output.path)' by \(measure(facts[0]))",
            cure: "Plan both with the same --measure and --level."))
      }
    }
    if !faults.isEmpty { throw Faults(faults) }
  }

  /// What may be compared, and yet is not the same.
  var cautions: [String] {
    guard let first = outputs.first else { return [] }
    return outputs.dropFirst().compactMap { other in
      let (a, b) = (first.dataset.settings, other.dataset.settings)
      let years = [a, b].map { $0.periods.reduce(0) { $0 + $1.years } }
      if years[0] != years[1] {
        let words = years.map { NumberFormat.count($0, "year", "years") }
        return """
          The horizon of \(other.name) is \(words[1]), that of \(first.name) \(words[0]): their costs cover different lengths of time.
          """
      }
      if a.discountRate != b.discountRate {
        return """
          \(other.name) is discounted at \(NumberFormat.given(b.discountRate)) a year, \(first.name) at \
          \(NumberFormat.given(a.discountRate)): their costs weigh later years differently.
          """
      }
      return nil
    }
  }

  private func measure(_ facts: RunFacts) -> String {
    (facts.run.measure ?? "") + (facts.run.level.map { " \($0)" } ?? "")
  }
}
