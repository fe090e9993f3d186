/// Why a column of Anura has no place in a dataset.
///
/// A column that is not listed here is told all the same, with a reason for its table or none in
/// particular: the list makes the account better to read and decides nothing.
enum Counterparts {
  /// The reason for a cell that was not used.
  static func reason(table: AnuraTable, column: Int, row: Int) -> String {
    let key = table.keys[column]
    if let reason = descriptive[key] { return reason }
    if let reason = tables[table.key] { return reason }
    if table.key.hasSuffix("multitimeperiod") { return "values that change over time" }
    if key.hasSuffix("uom"), let value = table.index(of: String(key.dropLast(3))),
      table.cell(value, row: row) == nil
    {
      return "the unit of an empty cell"
    }
    return columns["\(table.key).\(key)"] ?? "no counterpart"
  }

  /// Columns that describe and decide nothing.
  private static let descriptive = [
    "notes": "a note", "address": "an address; coordinates or the country place a site",
    "city": "an address; coordinates or the country place a site",
    "region": "an address; coordinates or the country place a site",
    "postalcode": "an address; coordinates or the country place a site",
    "organization": "a label", "hscode": "a label",
  ]

  private static let tables = [
    "inventorypolicies": "stock is planned only against disruptions, as buffers",
    "inventoryconstraints": "stock is planned only against disruptions, as buffers",
    "workcenters": "capacity belongs to a facility",
    "processes": "capacity belongs to a facility",
    "scenarios": "changes of a model; a dataset has variants",
    "scenarioitems": "changes of a model; a dataset has variants",
    "scenarioitemassignments": "changes of a model; a dataset has variants",
    "customerorders": "orders; demand is a rate per year",
    "shipments": "shipments; flows are rates per year",
    "groups": "no imported row uses the group",
    "stepcosts": "no imported row uses the step cost",
    "unitsofmeasure": "a unit of a kind that a dataset does not have",
    "billsofmaterials": "no imported production policy uses the bill",
  ]

  private static let columns = [
    "facilities.storagecapacity": "stock is planned only against disruptions, as buffers",
    "facilities.fixedco2emissions": "emissions come from production and freight",
    "facilities.singlesource": "flows may be split",
    "customers.singlesource": "flows may be split",
    "customerdemand.servicemode": "every mode may serve a demand",
    "productionpolicies.productionrate": "capacity belongs to a facility, in units",
    "productionpolicies.workcentername": "capacity belongs to a facility",
    "productionpolicies.processname": "capacity belongs to a facility",
    "capacityexpansions.earliestexpansionperiod": "capacity may be built in every period",
    "transportationpolicies.co2emissionrate": "freight emissions come from the mode",
    "transportationpolicies.lanecapacity": "a limit for simulation; FlowConstraints limit plans",
    "transportationpolicies.lanemodecapacity":
      "a limit for simulation; FlowConstraints limit plans",
    "transportationpolicies.leadtime": "a lane's lead time is its TransportTime",
  ]
}
