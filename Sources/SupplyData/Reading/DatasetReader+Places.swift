import TextFiles

extension DatasetReader {
  /// Countries, groups, facilities and customers.
  func readPlaces() {
    readCountries()
    readGroups()
    readFacilities()
    readCustomers()
  }

  private func readCountries() {
    countries = read(.countries) { row in
      let id = row.newIdentifier("country", in: directory.countries)
      let region = row.identifier("region", noun: "region")
      if !region.isEmpty { _ = directory.regions.add(region, line: row.line) }
      return Country(
        id: id, name: row.name(or: id), region: directory.regions.canonical(region) ?? region,
        location: Coordinates(
          latitude: row.number("latitude", .latitude),
          longitude: row.number("longitude", .longitude)))
    }
    directory.countries.isComplete = countries.isComplete
    directory.regions.isComplete = countries.isComplete
    guard let home = settings.settings.home, countries.isComplete else { return }
    if let id = directory.countries.canonical(home) {
      settings.settings.home = id
    } else {
      log.add(
        SettingsReader.file, at: settings.homePosition, "there is no country \(quoted(home))",
        cure: directory.countries.cure(for: home))
    }
  }

  private func readGroups() {
    groups = read(.groups) { row in
      let group = row.identifier("group", noun: "group")
      if !group.isEmpty { _ = directory.groups.add(group, line: row.line) }
      return GroupMembership(
        group: directory.groups.canonical(group) ?? group,
        kind: row.choice("kind") ?? .alliance,
        country: row.reference("country", to: directory.countries))
    }
    directory.groups.isComplete = groups.isComplete
  }

  private func readFacilities() {
    let locations = locationsOfCountries()
    facilities = read(.facilities) { row in
      let id = row.newIdentifier("facility", in: directory.facilities)
      let country = row.reference("country", to: directory.countries)
      return Facility(
        line: row.line, id: id, name: row.name(or: id), country: country,
        location: row.location(or: locations[country]),
        kind: row.choice("kind") ?? .plant, status: row.choice("status") ?? .candidate,
        decision: row.choice("decision", or: .consider) ?? .consider,
        openingCost: row.number("opening_cost", or: 0),
        closingCost: row.number("closing_cost", or: 0),
        fixedCost: row.number("fixed_cost", or: 0),
        throughput: row.optionalNumber("throughput"),
        fixedJobs: row.number("fixed_jobs", or: 0),
        availableFrom: row.optionalReference("available_from", to: directory.periods))
    }
    directory.facilities.isComplete = facilities.isComplete
  }

  private func readCustomers() {
    let locations = locationsOfCountries()
    customers = read(.customers) { row in
      let id = row.newIdentifier(
        "customer", in: directory.customers, differingFrom: directory.facilities)
      let country = row.reference("country", to: directory.countries)
      return Customer(
        id: id, name: row.name(or: id), country: country,
        location: row.location(or: locations[country]))
    }
    directory.customers.isComplete = customers.isComplete
  }

  private func locationsOfCountries() -> [String: Coordinates] {
    Dictionary(
      countries.rows.map { ($0.id, $0.location) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads selectors over what has been read so far: where facilities, customers and countries are.
  func makeSelectorReader() -> SelectorReader {
    let regions = Dictionary(
      countries.rows.map { ($0.id, $0.region) }, uniquingKeysWith: { first, _ in first })
    let groups = Dictionary(grouping: groups.rows, by: \.country).mapValues { $0.map(\.group) }
    var populations: [Selector.Scope: Population] = [:]
    func add(_ country: String, to scope: Selector.Scope, kind: FacilityKind? = nil) {
      populations[scope, default: Population()].add(
        country: country, region: regions[country], groups: groups[country] ?? [], kind: kind)
    }
    for country in countries.rows { add(country.id, to: .countries) }
    for facility in facilities.rows {
      add(facility.country, to: .facilities, kind: facility.kind)
      add(facility.country, to: .nodes, kind: facility.kind)
    }
    for customer in customers.rows {
      add(customer.country, to: .customers)
      add(customer.country, to: .nodes)
    }
    // A faulty row may stand in another country, or be of another kind, than it says.
    let complete: [Selector.Scope: Bool] = [
      .countries: isSound(countries) && isSound(self.groups),
      .facilities: isSound(countries) && isSound(self.groups) && isSound(facilities),
      .customers: isSound(countries) && isSound(self.groups) && isSound(customers),
      .nodes: isSound(countries) && isSound(self.groups) && isSound(facilities)
        && isSound(customers),
    ]
    for (scope, isComplete) in complete {
      populations[scope, default: Population()].isComplete = isComplete
    }
    return SelectorReader(directory: directory, populations: populations)
  }

  /// Whether the table has been read to its end without a fault.
  func isSound<Row>(_ table: Table<Row>) -> Bool {
    table.isComplete && table.places.allSatisfy(\.isSound)
  }
}

extension RowReader {
  /// The row's own place, or `standard`, its country's, where it gives none.
  fileprivate func location(or standard: Coordinates?) -> Coordinates {
    let latitude = optionalNumber("latitude", .latitude)
    let longitude = optionalNumber("longitude", .longitude)
    switch (latitude, longitude) {
    case (let latitude?, let longitude?):
      return Coordinates(latitude: latitude, longitude: longitude)
    case (nil, nil): break
    case (let latitude, _):
      let given = latitude == nil ? "longitude" : "latitude"
      let absent = latitude == nil ? "latitude" : "longitude"
      refuse(given, "'\(given)' is given but '\(absent)' is not", "Give both, or neither.")
    }
    return standard ?? Coordinates(latitude: 0, longitude: 0)
  }
}
