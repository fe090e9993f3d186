import SupplyData

extension ModelReader {
  /// What the model asks of the number of facilities, of flows, and of emissions.
  func readConstraints() {
    for row in folder.rows("FacilityCountConstraints") { readCount(row) }
    for row in folder.rows("FlowConstraints") { readFlow(row) }
    if let most = settings?.number("MaxCO2Emissions") {
      constraints.append([
        "max-co2", "emissions", "*", "*", "<=", DatasetNumber.text(most * horizon.perHorizon),
      ])
    }
  }

  private func readCount(_ row: AnuraRow) {
    guard let facilities = names.set(row, "FacilityName", .facility, emptyIsAll: true) else {
      return
    }
    let type = row.choice("ConstraintType", Self.comparisons)
    let rule = row.choice("CountingRule", ["Facilities", "Periods"])
    let senses: [String: [String]] = ["Min": [">="], "Max": ["<="], "Fixed": [">=", "<="]]
    guard rule == "Facilities", let senses = senses[type] else {
      return row.leaveOut(
        rule == "Facilities"
          ? "a count that is conditional or has a tolerance" : "a count of periods")
    }
    guard let periods = countedPeriods(row) else {
      return row.leaveOut("a count over several periods together")
    }
    guard let value = row.number("ConstraintValue") else {
      return row.refuse("ConstraintValue", "the limit is empty", "Give a number of facilities.")
    }
    guard !facilities.members.isEmpty else {
      return row.leaveOut("a count of no facilities")
    }
    let isEach =
      row.choice("FacilityNameGroupBehavior", ["Aggregate", "Enumerate"]) == "Enumerate"
    let sets = isEach ? facilities.names.map { [$0] } : [facilities.names]
    for set in sets {
      let selector = set.compactMap { sites[$0]?.id }.joined(separator: "|")
      for period in periods {
        for sense in senses {
          constraints.append([
            "facilities-\(constraints.count + 1)", "open_facilities", selector, period, sense,
            DatasetNumber.text(value),
          ])
        }
      }
    }
  }

  /// The periods of a count, each by itself; `nil` where several count together.
  private func countedPeriods(_ row: AnuraRow) -> [String]? {
    let isEach = row.choice("PeriodNameGroupBehavior", ["Aggregate", "Enumerate"]) == "Enumerate"
    if isAll(row, "PeriodName") {
      row.use("PeriodName")
      return isEach || horizon.periods.count == 1 ? ["*"] : nil
    }
    guard let set = names.set(row, "PeriodName", .period) else { return [] }
    guard isEach || set.members.count == 1 || horizon.isMerged else { return nil }
    if horizon.isMerged {
      row.approximate("PeriodName", "a count in one of the periods that were merged")
      return ["*"]
    }
    return set.names.compactMap { horizon.place($0).map { horizon.periods[$0.index].id } }
  }

  /// The most that flows between two places, or out of a facility, where it is a limit of all goods.
  private func readFlow(_ row: AnuraRow) {
    let aggregate = ["Aggregate", "Enumerate"]
    guard
      let origins = names.set(row, "OriginName", .facility, .supplier, emptyIsAll: true),
      let destinations = names.set(row, "DestinationName", .customer, .facility, emptyIsAll: true)
    else { return }
    let areEach = (
      row.choice("OriginNameGroupBehavior", aggregate) == "Enumerate"
        || origins.members.count == 1,
      row.choice("DestinationNameGroupBehavior", aggregate) == "Enumerate"
        || destinations.members.count == 1
    )
    let isOfAllGoods =
      isAll(row, "ProductName") && row.choice("ProductNameGroupBehavior", aggregate) == "Aggregate"
    let isOfAllModes = isAll(row, "ModeName")
    let type = row.choice("ConstraintType", Self.comparisons)
    guard type == "Max", isOfAllGoods, areEach.0, isOfEveryPeriod(row),
      isOfAllModes || areEach.1
    else {
      return row.leaveOut(
        "a limit on flows other than a maximum on all goods of a pair or facility")
    }
    guard let amount = row.number("ConstraintValue"),
      let unit = units.unit(row, "ConstraintValueUOM", .quantity, .weight, .volume)
    else { return }
    guard let each = sameAmount(unit) else {
      return row.leaveOut("a limit by \(unit.symbol), of which products have different amounts")
    }
    let most = amount * horizon.perPeriod / each
    if areEach.1 {
      limitPairs(row, origins, destinations, isOfAllModes, most)
    } else if destinations.breadth == .all,
      row.choice("ModeNameGroupBehavior", aggregate) == "Aggregate"
    {
      limitOrigins(origins, most, row)
    } else {
      row.leaveOut("a limit on the flows to some destinations together")
    }
  }

  private func limitOrigins(_ origins: NamedSet, _ most: Double, _ row: AnuraRow) {
    for origin in origins.names {
      guard !ownSites.keys.contains(where: { $0.site == origin }) else {
        row.drop("OriginName", "a limit on a supplier that is a facility for each of its products")
        continue
      }
      let before = sites[origin]?.throughput ?? .infinity
      sites[origin]?.throughput = min(before, most)
    }
  }

  private func limitPairs(
    _ row: AnuraRow, _ origins: NamedSet, _ destinations: NamedSet, _ isOfAllModes: Bool,
    _ most: Double
  ) {
    var modes: [String?] = [nil]
    if !isOfAllModes {
      guard let set = names.set(row, "ModeName", .mode) else { return }
      guard
        set.members.count == 1
          || row.choice("ModeNameGroupBehavior", ["Aggregate", "Enumerate"]) == "Enumerate"
      else { return row.leaveOut("a limit on several modes together") }
      modes = set.names
    }
    row.use("ModeNameGroupBehavior")
    for origin in origins.names {
      for destination in destinations.names {
        for mode in modes {
          let limit = LaneLimit(origin: origin, destination: destination, mode: mode)
          laneCapacities[limit] = min(laneCapacities[limit] ?? .infinity, most)
          laneLimitRows[limit] = row
        }
      }
    }
  }

  /// The limits on lanes, once all lanes are known: a pair's limit is that of its mode where it has
  /// one, and has no counterpart where it has several.
  func applyLaneLimits() -> [LaneKey: Double] {
    var limits: [LaneKey: Double] = [:]
    let keys = Set(lanes.map(\.key))
    let byPair = Dictionary(grouping: keys) {
      LaneLimit(origin: $0.origin, destination: $0.destination, mode: nil)
    }
    for (limit, most) in laneCapacities {
      let pair = LaneLimit(origin: limit.origin, destination: limit.destination, mode: nil)
      let lanes = (byPair[pair] ?? []).filter { limit.mode == nil || $0.mode == limit.mode }
      if limit.mode == nil, lanes.count > 1 {
        laneLimitRows[limit]?.drop(
          "ConstraintValue", "a limit on several modes of a pair together")
        continue
      }
      if lanes.isEmpty {
        laneLimitRows[limit]?.drop("ConstraintValue", "no lane connects the two")
      }
      for key in lanes { limits[key] = min(limits[key] ?? .infinity, most) }
    }
    return limits
  }
}
