import TextFiles

extension DatasetReader {
  /// A contract is about something that its facility can make, and leaves room for what it obliges to.
  func checkContracts() {
    struct Pair: Hashable {
      var facility: String
      var product: String
    }
    let made = Set(production.rows.map { Pair(facility: $0.facility, product: $0.product) })
    let candidates = Set(facilities.rows.filter { $0.status == .candidate }.map(\.id))
    let trustsStatus = isSound(facilities)
    var signed: [Pair: Int] = [:]
    for (place, row) in contracts.soundRows {
      let pair = Pair(facility: row.facility, product: row.product)
      if production.isComplete, !made.contains(pair) {
        refuse(
          contracts, place, "product",
          "\(quoted(row.facility)) has no production row for \(quoted(row.product))",
          cure:
            "Add one to production.csv: a contract changes what making costs, not what it takes.")
      }
      if row.minimum > row.maximum {
        refuse(
          contracts, place, "minimum",
          "the minimum of \(plain(row.minimum)) exceeds the maximum of \(plain(row.maximum))",
          cure: "Raise the maximum or lower the minimum.")
      }
      guard row.isExisting else { continue }
      if trustsStatus, candidates.contains(row.facility) {
        refuse(
          contracts, place, "existing",
          "\(quoted(row.facility)) is a candidate and has signed nothing yet",
          cure: "Write 0, or change the facility's status to existing.")
      }
      if let line = signed[pair] {
        refuse(
          contracts, place, "existing",
          "the contract in line \(line) for \(quoted(row.product)) at \(quoted(row.facility)) is signed already",
          cure: "At most one contract of a facility and product is signed at a time: write 0.")
      } else {
        signed[pair] = place.line
      }
    }
  }

  /// Each number of facilities has one row in its cluster.
  func checkClusters() {
    struct Step: Hashable {
      var cluster: String
      var atLeast: Int
    }
    checkDuplicates(
      clusters, "at_least", { Step(cluster: $0.cluster, atLeast: $0.atLeast) },
      { "the cluster \(quoted($0.cluster)) with \($0.atLeast) facilities" })
  }
}
