import TextFiles

extension DatasetReader {
  /// The rules between rows, table by table.
  func checkRules() {
    checkGroups()
    checkCycles()
    checkModules()
    checkAvailability()
    checkProduction()
    checkDemand()
    checkBuffers()
    checkContracts()
    checkClusters()
    checkTrade()
    checkCircularGoods()
    checkTies()
    checkProbabilities()
  }

  /// Reports each row whose key an earlier row has.
  func checkDuplicates<Row, Key: Hashable>(
    _ table: Table<Row>, _ column: String, _ key: (Row) -> Key, _ words: (Row) -> String
  ) {
    var lines: [Key: Int] = [:]
    for (place, row) in table.soundRows {
      guard let line = lines.updateValue(place.line, forKey: key(row)) else { continue }
      lines[key(row)] = line
      refuse(
        table, place, column, "\(words(row)) already appears in line \(line)",
        cure: "Delete one of the rows.")
    }
  }

  /// One kind a group, one customs union a country, one row a member.
  private func checkGroups() {
    var kinds: [String: (kind: GroupKind, line: Int)] = [:]
    var unions: [String: (group: String, line: Int)] = [:]
    for (place, row) in groups.soundRows {
      if let known = kinds[row.group] {
        if known.kind != row.kind {
          refuse(
            groups, place, "kind",
            "the group \(quoted(row.group)) has the kind \(known.kind.rawValue) in line \(known.line)",
            cure: "Give all rows of a group the same kind, or use two groups.")
        }
      } else {
        kinds[row.group] = (row.kind, place.line)
      }
      guard row.kind == .customsUnion else { continue }
      if let known = unions[row.country], known.group != row.group {
        refuse(
          groups, place, "country",
          "\(quoted(row.country)) is already in the customs union \(quoted(known.group))"
            + " (line \(known.line))",
          cure: "A country can be in only one: delete one of the rows, or change its kind.")
      } else if unions[row.country] == nil {
        unions[row.country] = (row.group, place.line)
      }
    }
    checkDuplicates(groups, "country", { [$0.group, $0.country] }) {
      "\(quoted($0.country)) as a member of \(quoted($0.group))"
    }
  }

  /// Module counts of each facility, and module ids unique in it.
  private func checkModules() {
    let candidates = Set(facilities.rows.filter { $0.status == .candidate }.map(\.id))
    let trustsStatus = isSound(facilities)
    for (place, row) in capacity.soundRows {
      if row.existing > row.maximum {
        refuse(
          capacity, place, "existing",
          "\(row.existing) existing modules exceed the maximum of \(row.maximum)",
          cure: "Raise the maximum, which includes existing modules, or lower 'existing'.")
      }
      if row.existing > 0, trustsStatus, candidates.contains(row.facility) {
        refuse(
          capacity, place, "existing",
          "\(quoted(row.facility)) is a candidate but has \(row.existing) existing modules",
          cure: "Write 0, or change the facility's status to existing.")
      }
    }
    checkDuplicates(capacity, "module", { [$0.facility, $0.module] }) {
      "the module \(quoted($0.module)) of \(quoted($0.facility))"
    }
  }

  /// What stands today is available today.
  private func checkAvailability() {
    for (place, row) in facilities.soundRows
    where row.status == .existing && row.availableFrom != nil {
      refuse(
        facilities, place, "available_from",
        "\(quoted(row.id)) exists already, so nothing can say when it becomes available",
        cure: "Leave it empty, or change its status to candidate.")
    }
  }

  /// A facility that makes something needs capacity to make it with.
  private func checkProduction() {
    checkDuplicates(production, "product", { [$0.facility, $0.product] }) {
      "the production of \(quoted($0.product)) at \(quoted($0.facility))"
    }
    guard capacity.isComplete else { return }
    var equipped = Set(capacity.rows.map(\.facility))
    for (place, row) in production.soundRows where equipped.insert(row.facility).inserted {
      refuse(
        production, place, "facility",
        "\(quoted(row.facility)) makes \(quoted(row.product)) but has no rows in capacity.csv",
        cure: "Add a module for it to capacity.csv, or delete its production.")
    }
  }

  private func checkDemand() {
    struct Key: Hashable {
      var pair: DemandPair
      var period: String?
    }
    checkDuplicates(demand, "period", { Key(pair: DemandPair($0), period: $0.period) }) {
      "the demand of \(quoted($0.customer)) for \(quoted($0.product)) in \(quoted($0.period ?? "*"))"
    }
  }

  /// At most one event a year.
  private func checkProbabilities() {
    guard isSound(scenarios) else { return }
    var sum = 0.0
    for (place, row) in scenarios.soundRows {
      let before = sum
      sum += row.probability
      if before <= 1 + 1e-12, sum > 1 + 1e-12 {
        refuse(
          scenarios, place, "probability",
          "the probabilities up to this row add up to \(sum), more than 1",
          cure: "Lower them: at most one event can happen in a year.")
      }
    }
  }
}
