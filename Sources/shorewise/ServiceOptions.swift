import ArgumentParser

/// What has to be delivered in a normal year.
struct ServiceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The share of a normal year's sales that may go undelivered in each period: 0.02 or 2%; 0 for none.",
      valueName: "share"))
  var maxUnmet: Share?

  func validate() throws { try maxUnmet?.check("--max-unmet", .whole, such: 0.02) }
}
