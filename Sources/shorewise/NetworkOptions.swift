import ArgumentParser
import NetworkDesign

/// Whether today's sites are kept, to compare plans with.
struct NetworkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Keep today's sites, for comparison: current also keeps their modules and stocks, expanded chooses them at least cost.",
      valueName: "network"))
  var network: Network?

  @Flag(help: "Short for --network current.")
  var baseline = false

  enum Network: String, ExpressibleByArgument, CaseIterable {
    case current, expanded
  }

  func validate() throws {
    if baseline, network == .expanded {
      throw ValidationError(
        "--baseline is short for --network current, which contradicts --network expanded: keep one of the two."
      )
    }
  }

  /// The first stages that are allowed.
  var choice: DesignQuestion.FirstStageChoice {
    switch network ?? (baseline ? .current : nil) {
    case .current: .currentNetwork
    case .expanded: .expandedNetwork
    case nil: .free
    }
  }
}
