public import SupplyData
public import TextFiles

/// Whether futures can have one first stage: the same facilities, modules, buffers, contracts and periods.
public enum FutureDifferences {
  /// Throws what differs from the first future.
  ///
  /// - Parameter futures: datasets with their names.
  public static func refuse(_ futures: [(name: String, dataset: Dataset)]) throws(Faults) {
    guard let first = futures.first else { return }
    var faults: [Fault] = []
    for other in futures.dropFirst() {
      for (what, names) in kinds {
        let (left, right) = (names(first.dataset), names(other.dataset))
        if left == right { continue }
        let missing = left.filter { !right.contains($0) }
        let added = right.filter { !left.contains($0) }
        let words =
          [("lacks", missing), ("has besides", added)].filter { !$0.1.isEmpty }.map {
            "\($0.0) \($0.1.prefix(5).map { "'\($0)'" }.joined(separator: ", "))"
          }
        faults.append(
          Fault(
            file: other.name,
            cause: words.isEmpty
              ? "the \(what) stand in another order than in '\(first.name)'"
              : "the \(what) are not those of '\(first.name)': it \(words.joined(separator: ", and "))",
            cure: "Futures share one first stage: give both the same \(what)."))
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
  }

  /// What must be equal for one first stage to suit two datasets: the SHA-256 of all that is compared.
  public static func structure(of dataset: Dataset) -> String {
    // Where there are none, contracts are left out, so that structures that stores know stay what they are.
    let text = kinds.map { (what: $0.0, names: $0.1(dataset)) }
      .filter { $0.what != "contracts" || !$0.names.isEmpty }
      .map { ([$0.what] + $0.names).joined(separator: "\n") }
    return sha256(of: Array(text.joined(separator: "\n\n").utf8))
  }

  private static let kinds: [(String, @Sendable (Dataset) -> [String])] = [
    ("periods", { $0.settings.periods.map { "\($0.id), \($0.years) years" } }),
    ("facilities", { $0.facilities.map(\.id) }),
    ("modules", { $0.capacity.map { "\($0.facility) \($0.module)" } }),
    ("buffers", { $0.buffers.map { "\($0.location) \($0.product)" } }),
    (
      "contracts",
      { $0.contracts.map { "\($0.id) of \($0.product) at \($0.facility)" } }
    ),
    ("currency", { [$0.settings.currency] }),
  ]
}
