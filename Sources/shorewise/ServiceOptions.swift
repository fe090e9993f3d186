import ArgumentParser

/// What has to be delivered in a normal year.
struct ServiceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Most of a normal year's sales that may go undelivered, in each period: 0 for none.",
      valueName: "share"))
  var maxUnmet: Double?

  func validate() throws {
    if let maxUnmet, !(maxUnmet >= 0 && maxUnmet <= 1) {
      throw ValidationError("--max-unmet is \(maxUnmet); give a share from 0 to 1, such as 0.02.")
    }
  }
}
