import TextFiles

extension DatasetReader {
  /// Reports names that nothing refers to.
  func checkUses(of dataset: Dataset) {
    func warn<Row>(
      _ table: Table<Row>, _ column: String, _ id: (Row) -> String, unlessIn used: Set<String>,
      _ cause: (String) -> String, cure: String
    ) {
      for (place, row) in table.soundRows where !used.contains(id(row)) {
        refuse(table, place, column, cause(quoted(id(row))), cure: cure, severity: .warning)
      }
    }
    warn(
      customers, "customer", \.id, unlessIn: Set(dataset.demand.map(\.customer)),
      { "the customer \($0) has no demand" }, cure: "Add rows to demand.csv, or delete it.")
    warn(
      products, "product", \.id,
      unlessIn: Set(
        dataset.demand.map(\.product) + dataset.billsOfMaterials.map(\.component)
          + dataset.coproducts.map(\.product)),
      { "the product \($0) is neither in demand nor a component" },
      cure: "Add demand for it, or delete it.")
    warn(
      modes, "mode", \.id, unlessIn: Set(dataset.lanes.map(\.mode)),
      { "the mode \($0) has no lane" }, cure: "Add lanes for it, or delete it.")
    checkLonelyGroups(of: dataset)
  }

  /// A group of one country joins it with nobody, so that it only matters as a name in selectors.
  private func checkLonelyGroups(of dataset: Dataset) {
    let named = groupsInSelectors(of: dataset)
    let members = Dictionary(grouping: dataset.groups, by: \.group)
    for (place, row) in groups.soundRows
    where members[row.group]?.count == 1 && !named.contains(row.group) {
      refuse(
        groups, place, "group",
        "the group \(quoted(row.group)) has one member and no selector uses it",
        cure: "Add its other members, or delete it.", severity: .warning)
    }
  }

  private func groupsInSelectors(of dataset: Dataset) -> Set<String> {
    var selectors = dataset.lanes.flatMap { [$0.origin, $0.destination] }
    selectors += dataset.tariffs.flatMap { [$0.origin, $0.destination] }
    selectors += dataset.incentives.map(\.facility) + dataset.escalation.map(\.facility)
    selectors += dataset.handling.map(\.facility) + dataset.clusters.map(\.facility)
    selectors += dataset.drawback.map(\.country) + dataset.returns.map(\.customer)
    selectors += dataset.quotas.flatMap { [$0.origin, $0.destination] }
    for row in dataset.disruptions {
      switch row.effect {
      case .capacity(let facilities, _): selectors.append(facilities)
      case .lane(let origin, let destination, _, _, _): selectors += [origin, destination]
      case .tariff(let origin, let destination, _, _, _): selectors += [origin, destination]
      case .demand(let customers, _, _): selectors.append(customers)
      case .productionCost(let facilities, _, _): selectors.append(facilities)
      case .freightCost(let origin, let destination, _, _, _): selectors += [origin, destination]
      }
    }
    for row in dataset.constraints {
      switch row.kind {
      case .openFacilities(let facilities), .investment(let facilities),
        .emissions(let facilities):
        selectors.append(facilities)
      case .share(let origin, let destination, _), .flow(let origin, let destination, _),
        .requires(let origin, let destination):
        selectors += [origin, destination]
      case .production(let selector, _), .minimumIfOpen(let selector, _),
        .sources(let selector, _), .within(_, let selector, _):
        selectors.append(selector)
      case .survive: break
      }
    }
    var groups = OutageCatalogue(dataset).groups(in: dataset)
    groups.formUnion(dataset.tariffs.compactMap(\.claim))
    groups.formUnion(dataset.rulesOfOrigin.map(\.agreement))
    for selector in Set(selectors) {
      for case .group(let group) in selector.parts { groups.insert(group) }
    }
    return groups
  }
}
