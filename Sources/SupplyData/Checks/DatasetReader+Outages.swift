import TextFiles

extension DatasetReader {
  /// Recovery times and survivability speak of what can fail, and of how long that takes.
  func checkOutages(of dataset: Dataset) {
    let catalogue = OutageCatalogue(dataset)
    checkDuplicates(recovery, "target", \.target.text) {
      "the time to recover of \(quoted($0.target.text))"
    }
    for (place, row) in recovery.soundRows {
      guard let refusal = row.target.refusal(in: catalogue) else { continue }
      refuse(recovery, place, "target", refusal.cause, cure: refusal.cure)
    }
    let times = RecoveryTimes(dataset)
    for (place, row) in constraints.soundRows {
      guard case .survive(let selector) = row.kind else { continue }
      if let refusal = selector.refusal(in: catalogue) {
        refuse(constraints, place, "origin", refusal.cause, cure: refusal.cure)
      }
      let unknown = catalogue.targets(of: selector).filter { times.weeks(for: $0) == nil }
      guard let first = unknown.first else { continue }
      let others = unknown.count > 1 ? " and \(unknown.count - 1) more" : ""
      refuse(
        constraints, place, "origin",
        "recovery.csv does not say how long \(quoted(first.text))\(others) would take to recover",
        cure: "Add a row to recovery.csv, such as '\(first.text),8' or '*,8'.")
    }
  }
}

extension RowReader {
  /// A selector of outages; each facility where the cell is empty and `emptyIsAll`.
  func outages(_ column: String, _ directory: Directory, emptyIsAll: Bool = false)
    -> OutageSelector
  {
    if emptyIsAll, text(column) == nil { return .everyFacility }
    guard let written = required(column) else { return .everyFacility }
    switch OutageSelectorReader(directory).read(written) {
    case .selector(let selector): return selector
    case .refused(let refusals):
      for refusal in refusals { refuse(column, refusal.cause, refusal.cure) }
    case .unknown: setAside()
    }
    return .everyFacility
  }
}
