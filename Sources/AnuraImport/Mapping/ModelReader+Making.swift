import TextFiles

extension ModelReader {
  /// What is made or sold where, and by which bill of materials.
  func readMaking() {
    readBills()
    for row in folder.rows("ProductionPolicies") { readPolicy(row) }
    for row in folder.rows("SupplierCapabilities") { readCapability(row) }
    chooseBills()
    orderProducts()
  }

  private func readPolicy(_ row: AnuraRow) {
    guard let sites = names.set(row, "FacilityName", .facility),
      let products = names.set(row, "ProductName", .product)
    else { return }
    let bill = row.text("BOMName")
    if let bill, !isBill(bill) {
      return row.refuse(
        "BOMName", "there is no bill of materials \(quoted(bill))",
        UnknownName.cure(for: bill, among: bills.keys.sorted()))
    }
    add(sites, products, bill: bill, row)
  }

  private func readCapability(_ row: AnuraRow) {
    guard let sites = names.set(row, "SupplierName", .supplier),
      let products = names.set(row, "ProductName", .product)
    else { return }
    add(sites, products, bill: nil, row)
  }

  /// Whether a row of the table has the name, excluded ones included.
  private func isBill(_ name: String) -> Bool {
    if bills[name] != nil { return true }
    guard let table = folder.table("BillsOfMaterials") else { return false }
    return table.fates.indices.contains { AnuraRow(table, $0).peek("BOMName") == name }
  }

  private func add(_ sites: NamedSet, _ products: NamedSet, bill: String?, _ row: AnuraRow) {
    let rate = row.number("CO2EmissionRate")
    let unit = units.unit(row, "CO2EmissionRateUOM", .quantity, .weight, .volume)
    for product in products.names {
      let unitCost = cost(row, "UnitCost", of: product) ?? 0
      let emissions = unit.map { (rate ?? 0) * amount($0, of: product) } ?? 0
      for site in sites.names {
        if let line = makingLines[Stocked(site: site, product: product)] {
          row.leaveOut("a site makes a product in one way, here that of line \(line)")
          continue
        }
        makingLines[Stocked(site: site, product: product)] = row.line
        makings.append(
          Making(
            site: site, product: product, unitCost: unitCost, emissions: emissions, bill: bill,
            row: row))
      }
    }
  }
}
