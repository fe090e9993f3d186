import SupplyData
import TextFiles

extension ModelReader {
  /// Facilities, suppliers and customers.
  func readPlaces() {
    for row in folder.rows("Facilities") { readFacility(row) }
    for row in folder.rows("Suppliers") { readSupplier(row) }
    for row in folder.rows("Customers") { readCustomer(row) }
  }

  private func readFacility(_ row: AnuraRow) {
    guard let name = row.text("FacilityName") else { return }
    var site = Site(
      id: identifier(row, "FacilityName", name, noun: "facility"), isSupplier: false,
      place: place(row))
    site.isExisting = row.choice("InitialState", ["Existing", "Potential"]) == "Existing"
    site.decision = row.choice("FacilityStatus", ["Open", "Consider", "Closed"]).lowercased()
    site.openingCost = steps.cost(row, "FixedStartupCost") ?? 0
    site.closingCost = steps.cost(row, "FixedClosingCost") ?? 0
    site.fixedCost = (steps.cost(row, "FixedOperatingCost") ?? 0) * horizon.perPeriod
    sites[name] = site
  }

  private func readSupplier(_ row: AnuraRow) {
    guard let name = row.text("SupplierName") else { return }
    if names.contains(.facility, name) {
      return row.refuse(
        "SupplierName", "a facility is also called \(quoted(name))",
        "Rename one of them: as origins they could not be told apart.")
    }
    sites[name] = Site(
      id: identifier(row, "SupplierName", name, noun: "supplier"), isSupplier: true,
      place: place(row))
  }

  private func readCustomer(_ row: AnuraRow) {
    guard let name = row.text("CustomerName") else { return }
    if names.contains(.facility, name) || names.contains(.supplier, name) {
      return row.refuse(
        "CustomerName", "a facility or supplier is also called \(quoted(name))",
        "Rename one of them: as destinations they could not be told apart.")
    }
    ids[Entity(kind: .customer, name: name)] =
      identifier(row, "CustomerName", name, noun: "customer")
    customers[name] = place(row)
  }

  /// Country and coordinates of a row.
  private func place(_ row: AnuraRow) -> Place {
    let latitude = row.number("Latitude", least: -90, most: 90)
    let longitude = row.number("Longitude", least: -180, most: 180)
    let country = country(row)
    if let latitude, let longitude {
      return Place(
        country: country, coordinates: Coordinates(latitude: latitude, longitude: longitude))
    }
    if row.peek("Latitude") == nil || row.peek("Longitude") == nil {
      row.assume(
        "Latitude", "no coordinates: placed at its country's capital")
    }
    return Place(country: country, coordinates: nil)
  }

  private func country(_ row: AnuraRow) -> String {
    guard let written = row.text("Country") else {
      let country = options.country
      row.assume("Country", "no country: \(country.name) assumed")
      countries[country.id] = country
      return country.id
    }
    return country(written, row, "Country")?.id ?? options.country.id
  }

  /// The country of a name or code; `nil`, and a fault, where there is none.
  func country(_ written: String, _ row: AnuraRow, _ column: String) -> CountryTable.Entry? {
    guard let country = CountryTable.country(written) else {
      row.refuse(
        column, "there is no country \(quoted(written))",
        UnknownName.cure(for: written, among: CountryTable.names))
      return nil
    }
    countries[country.id] = country
    return country
  }

  /// Where a place is, in degrees.
  func coordinates(_ place: Place) -> Coordinates {
    if let coordinates = place.coordinates { return coordinates }
    let country = countries[place.country] ?? options.country
    return Coordinates(latitude: country.latitude, longitude: country.longitude)
  }
}
