import SupplyData
import SupplyPlan

/// Judges openings, closings, modules, stocks, contracts and clusters by the dataset.
struct FirstStageCheck {
  let catalogue: Catalogue
  let firstStage: StatedFirstStage
  let findings: Findings

  /// Judges all of it.
  ///
  /// - Parameter comparator: the network of today's sites that it must be, whom decisions do not bind; `nil` for any other plan.
  func run(_ comparator: ComparatorNetwork?) {
    for facility in catalogue.dataset.facilities.indices {
      openings(of: facility)
      availability(of: facility)
      switch comparator {
      case .current: today(facility, .currentNetwork)
      case .expanded: today(facility, .expandedNetwork)
      case nil: decision(about: facility)
      }
    }
    for module in catalogue.dataset.capacity.indices {
      modules(module)
      if comparator == .current { currentModules(module) }
    }
    for buffer in catalogue.dataset.buffers.indices {
      stock(buffer, isCurrent: comparator == .current)
    }
    contracts(isCurrent: comparator == .current)
    clusters()
  }

  private func openings(of index: Int) {
    let facility = catalogue.dataset.facilities[index]
    var before = facility.status == .existing ? 1 : 0
    for period in 0..<catalogue.periodCount {
      let now = firstStage.isOpen[index][period] ? 1 : 0
      let opened = firstStage.isOpened[index][period] ? 1 : 0
      let closed = firstStage.isClosed[index][period] ? 1 : 0
      let where_ = "facility \(facility.id), \(catalogue.place(period))"
      findings.equal(
        .opening, where_, expected: Double(opened - closed), found: Double(now - before), scale: 1)
      findings.atMost(
        .openingTwice, where_, limit: 1, found: Double(opened + closed), scale: 1)
      before = now
    }
    for (changes, word) in [
      (firstStage.isOpened[index], "openings"), (firstStage.isClosed[index], "closings"),
    ] {
      findings.atMost(
        .openingTwice, "facility \(facility.id), \(word)", limit: 1,
        found: Double(changes.count { $0 }), scale: 1)
    }
  }

  private func decision(about index: Int) {
    let facility = catalogue.dataset.facilities[index]
    guard facility.decision != .consider else { return }
    let first = facility.decision == .open ? catalogue.firstPeriod(index) : 0
    for period in first..<catalogue.periodCount {
      let isOpen = firstStage.isOpen[index][period]
      findings.demand(
        isOpen == (facility.decision == .open), .decision,
        "facility \(facility.id), \(catalogue.place(period))",
        expected: facility.decision.rawValue, found: isOpen ? "open" : "closed")
    }
  }

  private func availability(of index: Int) {
    for period in 0..<catalogue.firstPeriod(index) {
      let isOpen = firstStage.isOpen[index][period]
      findings.demand(
        !isOpen, .available,
        "facility \(catalogue.dataset.facilities[index].id), \(catalogue.place(period))",
        expected: "closed", found: "open")
    }
  }

  private func today(_ index: Int, _ rule: Violation.Rule) {
    let facility = catalogue.dataset.facilities[index]
    for period in 0..<catalogue.periodCount {
      let isOpen = firstStage.isOpen[index][period]
      findings.demand(
        isOpen == (facility.status == .existing), rule,
        "facility \(facility.id), \(catalogue.place(period))",
        expected: facility.status == .existing ? "open" : "closed",
        found: isOpen ? "open" : "closed")
    }
  }

  private func modules(_ index: Int) {
    let module = catalogue.dataset.capacity[index]
    guard let facility = catalogue.facility(module.facility) else { return }
    var before = module.existing
    for period in 0..<catalogue.periodCount {
      let count = firstStage.count[index][period]
      let built = firstStage.built[index][period]
      let retired = firstStage.retired[index][period]
      let where_ =
        "facility \(module.facility), module \(module.module), "
        + catalogue.place(period)
      findings.equal(
        .modules, where_, expected: Double(before) + Double(built) - Double(retired),
        found: Double(count), scale: 1)
      let limit = firstStage.isOpen[facility][period] ? module.maximum : 0
      for (number, limit, word) in [
        (count, limit, "in place"), (built, module.maximum, "built"),
        (retired, module.maximum, "retired"),
      ] {
        findings.atLeast(
          .moduleLimit, "\(where_), \(word)", limit: 0, found: Double(number), scale: 1)
        findings.atMost(
          .moduleLimit, "\(where_), \(word)", limit: Double(limit), found: Double(number), scale: 1)
      }
      before = count
    }
  }

  private func currentModules(_ index: Int) {
    let module = catalogue.dataset.capacity[index]
    for period in 0..<catalogue.periodCount {
      let where_ =
        "facility \(module.facility), module \(module.module), "
        + catalogue.place(period)
      for (expected, found, word) in [
        (module.existing, firstStage.count[index][period], "in place"),
        (0, firstStage.built[index][period], "built"),
        (0, firstStage.retired[index][period], "retired"),
      ] {
        findings.equal(
          .currentNetwork, "\(where_), \(word)", expected: Double(expected), found: Double(found),
          scale: 1)
      }
    }
  }

  private func contracts(isCurrent: Bool) {
    for period in 0..<catalogue.periodCount {
      for (index, contract) in catalogue.dataset.contracts.enumerated() {
        let isSigned = firstStage.isSigned[index][period]
        let place = "contract \(contract.id), \(catalogue.place(period))"
        if isCurrent {
          findings.demand(
            isSigned == contract.isExisting, .currentNetwork, place,
            expected: contract.isExisting ? "signed" : "not signed",
            found: isSigned ? "signed" : "not signed")
        }
        guard isSigned, let facility = catalogue.facility(contract.facility) else { continue }
        findings.demand(
          firstStage.isOpen[facility][period], .contract, place, expected: "an open facility",
          found: "a closed one")
      }
      for (pair, contracts) in catalogue.contracts.sorted(by: { $0.key < $1.key }) {
        let (facility, product) = pair.quotientAndRemainder(
          dividingBy: catalogue.dataset.products.count)
        findings.atMost(
          .contract,
          "contracts of facility \(catalogue.name(ofNode: facility)), product "
            + "\(catalogue.dataset.products[product].id), \(catalogue.place(period))",
          limit: 1, found: Double(contracts.count { firstStage.isSigned[$0][period] }), scale: 1)
      }
    }
  }

  private func clusters() {
    for (index, cluster) in catalogue.dataset.clusters.enumerated() {
      let ranks = catalogue.matching.nodeRanks(cluster.facility)
      for period in 0..<catalogue.periodCount where firstStage.isMet[index][period] {
        let open = (0..<catalogue.facilityCount).count {
          ranks[$0] != Matching.none && firstStage.isOpen[$0][period]
        }
        findings.atLeast(
          .cluster,
          "cluster \(cluster.cluster), at least \(cluster.atLeast), \(catalogue.place(period))",
          limit: Double(cluster.atLeast), found: Double(open), scale: 1)
      }
    }
  }

  private func stock(_ index: Int, isCurrent: Bool) {
    let buffer = catalogue.dataset.buffers[index]
    for period in 0..<catalogue.periodCount {
      let stock = firstStage.stock[index][period]
      let where_ =
        "location \(buffer.location), product \(buffer.product), "
        + catalogue.place(period)
      findings.atLeast(.stock, where_, limit: 0, found: stock, scale: buffer.maximum)
      findings.atMost(.stock, where_, limit: buffer.maximum, found: stock, scale: buffer.maximum)
      if isCurrent {
        findings.equal(
          .currentNetwork, where_, expected: buffer.existing, found: stock, scale: buffer.maximum)
      }
    }
  }
}
