import ArgumentParser

/// Which plan of a frontier is meant.
struct PlanNumberOptions: ParsableArguments {
  @Option(
    name: .customLong("plan"),
    help: ArgumentHelp(
      "For the folder of a frontier: which of its plans, counted from 1.", valueName: "n"))
  var number: Int?

  func validate() throws {
    if let number, number < 1 {
      throw ValidationError("--plan is \(number); plans are numbered from 1.")
    }
  }
}
