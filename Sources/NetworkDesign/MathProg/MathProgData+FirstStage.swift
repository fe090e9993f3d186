import SupplyData
import SupplyNetwork

/// Places, products, and what the first stage decides about them.
extension MathProgData {
  private var dataset: Dataset { network.dataset }

  func writePlacesAndProducts(to output: inout some TextOutputStream) {
    output.writeTitle("Countries and products")
    output.writeTable(
      set: "COUNTRIES", "territory",
      dataset.countries.map { "\(symbols($0.id)) \(symbols(territory(of: $0.id)))" })
    output.writeTable(
      set: "PRODUCTS", "value weight",
      dataset.products.map {
        "\(symbols($0.id)) \($0.value.mathProg) \($0.weightTonnes.mathProg)"
      })
    output.writeTable(
      set: "BOM", "per_unit",
      dataset.billsOfMaterials.map {
        "\(symbols($0.product)) \(symbols($0.component)) \($0.quantity.mathProg)"
      })
    output.writeOptionalTable(
      set: "YIELDS", "yield",
      dataset.coproducts.map {
        "\(symbols($0.product)) \(symbols($0.coproduct)) \($0.quantity.mathProg)"
      })

    output.writeTitle("Facilities and customers")
    output.writeTable(
      set: "FACILITIES",
      "existing decision opening_cost closing_cost fixed_cost throughput",
      dataset.facilities.map {
        "\(symbols($0.id)) \($0.status == .existing ? 1 : 0) \($0.decision.rawValue)"
          + " \($0.openingCost.mathProg) \($0.closingCost.mathProg) \($0.fixedCost.mathProg)"
          + " \($0.throughput.mathProg)"
      })
    output.writeOptionalTable(
      "available_from",
      dataset.facilities.compactMap { facility in
        facility.availableFrom.map { "\(symbols(facility.id)) \(period($0))" }
      })
    output.writeSet("CUSTOMERS", dataset.customers.map { symbols($0.id) })
    output.writeTable(
      "country",
      dataset.facilities.map { "\(symbols($0.id)) \(symbols($0.country))" }
        + dataset.customers.map { "\(symbols($0.id)) \(symbols($0.country))" })
  }

  func writeFirstStage(to output: inout some TextOutputStream) {
    output.writeTitle("Modules, stocks and incentives")
    output.writeTable(
      set: "MODULES", "size modules_existing modules_maximum build_cost module_cost",
      dataset.capacity.map {
        "\(symbols($0.facility)) \(symbols($0.module)) \($0.size.mathProg) \($0.existing)"
          + " \($0.maximum) \($0.buildCost.mathProg) \($0.fixedCost.mathProg)"
      })
    output.writeTable(
      set: "BUFFERS", "stock_maximum stock_existing stock_cost",
      dataset.buffers.map {
        "\(symbols($0.location)) \(symbols($0.product)) \($0.maximum.mathProg)"
          + " \($0.existing.mathProg) \($0.unitCost.mathProg)"
      })
    output.writeTable(
      set: "INCENTIVES", "share grant_maximum",
      dataset.incentives.map {
        "\(symbols($0.id)) \($0.share.mathProg) \($0.maximum.mathProg)"
      })
    for incentive in dataset.incentives {
      output.writeSet(
        "ELIGIBLE", of: symbols(incentive.id), facilities(matching: incentive.facility))
    }
    writeContractsAndClusters(to: &output)
  }

  private func writeContractsAndClusters(to output: inout some TextOutputStream) {
    if !dataset.contracts.isEmpty {
      output.writeTitle("Contracts")
      output.writeTable(
        set: "CONTRACTS",
        "contract_facility contract_product contract_cost contract_fixed contract_minimum"
          + " contract_maximum contract_existing",
        dataset.contracts.map {
          "\(symbols($0.id)) \(symbols($0.facility)) \(symbols($0.product)) \($0.unitCost.mathProg)"
            + " \($0.fixedCost.mathProg) \($0.minimum.mathProg) \($0.maximum.mathProg)"
            + " \($0.isExisting ? 1 : 0)"
        })
    }
    if dataset.clusters.isEmpty { return }
    output.writeTitle("Clusters")
    output.writeTable(
      set: "CLUSTERS", "at_least saving",
      dataset.clusters.enumerated().map { index, row in
        "\(index + 1) \(row.atLeast) \(row.saving.mathProg)   # \(comment(row.cluster))"
      })
    for (index, row) in dataset.clusters.enumerated() {
      output.writeSet("CLUSTERED", of: "\(index + 1)", facilities(matching: row.facility))
    }
  }

  /// A customs territory is named by its union's first member, so that no name of a union can be that of a country.
  func territory(of country: String) -> String {
    let unions = dataset.groups.filter { $0.kind == .customsUnion }
    guard let union = unions.first(where: { $0.country == country })?.group else { return country }
    return unions.first { $0.group == union }?.country ?? country
  }
}
