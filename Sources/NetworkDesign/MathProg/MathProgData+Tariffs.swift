import SupplyData
import SupplyNetwork

/// Duties: one sum of rates, or the rows of each layer where claims, periods or quotas tell them apart.
extension MathProgData {
  private var dataset: Dataset { network.dataset }

  /// Goods that may pay duty where they enter a country, by places in the dataset.
  private struct Entry: Hashable {
    var product: Int
    var madeIn: Int
    var arrival: Int
  }

  func writeTariffs(to output: inout some TextOutputStream) {
    let tariffs = MathProgTariffs(dataset, membership)
    guard MathProgTariffs.areToldApart(in: dataset) else {
      output.writeTitle("Rates of duty: product, made in, entering")
      output.writeTable("rate", entries.compactMap { rate(of: $0, tariffs) })
      return
    }
    output.writeTitle("Duties by layer: agreement, product, made in, entering, period")
    output.writeSet("LAYERS", tariffs.layers.map { symbols($0) })
    output.writeTable(
      set: "TARIFFS", "layer_rate layer_unit", entries.lazy.flatMap { rows(of: $0, tariffs) })
  }

  /// Each once, in the order of the flows.
  private var entries: [Entry] {
    let territories = dataset.countries.map { territory(of: $0.id) }
    var seen: Set<Entry> = []
    return network.flows.compactMap { flow in
      let arrival = network.countryIndex(of: flow.destination)
      let departure = network.countryIndex(of: flow.origin)
      let entry = Entry(product: flow.product, madeIn: flow.madeIn, arrival: arrival)
      guard territories[departure] != territories[arrival],
        territories[flow.madeIn] != territories[arrival], seen.insert(entry).inserted
      else { return nil }
      return entry
    }
  }

  /// The sum over layers; no row where it is 0.
  private func rate(of entry: Entry, _ tariffs: MathProgTariffs) -> String? {
    let product = dataset.products[entry.product].id
    // All periods are alike.
    let period = dataset.settings.periods.first?.id ?? ""
    let rate = tariffs.layers.reduce(0) { sum, layer in
      let row = tariffs.row(
        layer, claim: nil, product: product, from: entry.madeIn, to: entry.arrival, in: period)
      return sum + (row?.rate ?? 0)
    }
    guard rate > 0 else { return nil }
    return "\(symbols(product)) \(country(entry.madeIn)) \(country(entry.arrival)) \(rate.mathProg)"
  }

  /// For each layer and period the row for all goods, and those of agreements between the two countries.
  private func rows(of entry: Entry, _ tariffs: MathProgTariffs) -> [String] {
    let product = dataset.products[entry.product].id
    let claims =
      [nil]
      + agreements.filter { group in
        [entry.madeIn, entry.arrival].allSatisfy {
          membership.groups(ofCountry: dataset.countries[$0].id).contains(group)
        }
      }
    return tariffs.layers.flatMap { layer in
      claims.flatMap { claim in
        dataset.settings.periods.enumerated().compactMap { index, period in
          tariffs.row(
            layer, claim: claim, product: product, from: entry.madeIn, to: entry.arrival,
            in: period.id
          ).map { row in
            "\(symbols(layer)) \(agreement(claim)) \(symbols(product)) \(country(entry.madeIn))"
              + " \(country(entry.arrival)) \(index + 1) \(row.rate.mathProg)"
              + " \(row.unitRate.mathProg)"
          }
        }
      }
    }
  }
}
