import SupplyData

/// The duty on goods by their country of origin and claim, the lane they move on, the product, the period and the state.
final class DutyTable {
  /// Goods that move between two countries in a period.
  struct Goods: Hashable {
    var product: Int
    var madeIn: Int
    var claim: Int
    var from: Int
    var to: Int
    var period: Int
  }

  /// What a unit of goods owes.
  struct Duty {
    /// Money per unit.
    var perUnit = 0.0
    /// The quota that goods may enter in, by index, and what they owe then.
    var quota: (index: Int, perUnit: Double)?
    /// Whether duty is due at all: goods enter another territory, which they were not made in.
    var isDue = false
    /// Whether the dataset leaves open which row of a layer, or which quota, it is from.
    var isAmbiguous = false
  }

  /// What a layer asks for.
  private struct Layer {
    var name: String
    var rate = 0.0
    var unitRate = 0.0
  }

  /// The layers of some goods, before what a scenario adds.
  private struct Layers {
    /// In the order of their names, so that sums are the same on every run.
    var layers: [Layer]
    var quota: Int?
    var isAmbiguous: Bool
  }

  private struct Candidate {
    var row: Int
    var rank: UInt8
  }

  private let catalogue: Catalogue
  /// For each country of origin the rows that match, with the rank.
  private var candidates: [[Candidate]]
  private var destinationRanks: [[UInt8]] = []
  private let quotaRanks: [(origins: [UInt8], destinations: [UInt8])]
  private var known: [Goods: Layers] = [:]

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    candidates = [[Candidate]](repeating: [], count: catalogue.dataset.countries.count)
    for (row, tariff) in catalogue.dataset.tariffs.enumerated() {
      destinationRanks.append(catalogue.matching.countryRanks(tariff.destination))
      for (country, rank) in catalogue.matching.countryRanks(tariff.origin).enumerated()
      where rank != Matching.none {
        candidates[country].append(Candidate(row: row, rank: rank))
      }
    }
    quotaRanks = catalogue.dataset.quotas.map {
      (
        catalogue.matching.countryRanks($0.origin), catalogue.matching.countryRanks($0.destination)
      )
    }
  }

  /// The duty on a unit of goods in a state.
  ///
  /// None is due within a territory, and for goods that come home to the territory they were made in; else the rates of the layers plus
  /// what the state adds, at least 0, times the value, plus the unit rates of the layers.
  func duty(_ goods: Goods, in conditions: StateConditions) -> Duty {
    let territories = catalogue.territories
    if territories.areOne(goods.from, goods.to) || territories.areOne(goods.madeIn, goods.to) {
      return Duty()
    }
    let layers = layers(of: goods)
    let addition = conditions.tariffAddition(
      goods.madeIn, goods.claim, goods.to, goods.product)
    func perUnit(_ layers: [Layer]) -> Double {
      let rate = layers.reduce(0) { $0 + $1.rate } + addition
      return max(0, rate) * catalogue.dataset.products[goods.product].value
        + layers.reduce(0) { $0 + $1.unitRate }
    }
    var duty = Duty(
      perUnit: perUnit(layers.layers), isDue: true, isAmbiguous: layers.isAmbiguous)
    if let quota = layers.quota {
      let row = catalogue.dataset.quotas[quota]
      let inQuota =
        layers.layers.filter { $0.name != row.layer }
        + [Layer(name: row.layer, rate: row.rate, unitRate: row.unitRate)]
      duty.quota = (quota, min(duty.perUnit, perUnit(inQuota)))
    }
    return duty
  }

  private func layers(of goods: Goods) -> Layers {
    // The lane's country of departure changes nothing where duty is due.
    var key = goods
    key.from = 0
    if let known = known[key] { return known }
    let computed = compute(goods)
    known[key] = computed
    return computed
  }

  private func compute(_ goods: Goods) -> Layers {
    var isAmbiguous = false
    let layers = rows(of: goods, &isAmbiguous).sorted { $0.key < $1.key }.map { name, rows in
      least(of: rows, named: name, catalogue.dataset.products[goods.product].value)
    }
    let quotas = catalogue.dataset.quotas.indices.filter { matches($0, goods) }
    return Layers(
      layers: layers, quota: quotas.first, isAmbiguous: isAmbiguous || quotas.count > 1)
  }

  /// For each layer the most specific row without a claim, and of each claim that favours the goods: by product, then origin, then
  /// destination, then period. Claims are numbered as goods' are.
  private func rows(of goods: Goods, _ isAmbiguous: inout Bool) -> [String: [Int: TariffRow]] {
    var best: [String: [Int: (rank: Int, row: TariffRow, hasRival: Bool)]] = [:]
    let product = catalogue.dataset.products[goods.product].id
    let period = catalogue.dataset.settings.periods[goods.period].id
    for candidate in candidates[goods.madeIn] {
      let destinationRank = destinationRanks[candidate.row][goods.to]
      guard destinationRank != Matching.none else { continue }
      let tariff = catalogue.dataset.tariffs[candidate.row]
      guard tariff.product == nil || tariff.product == product,
        tariff.period == nil || tariff.period == period, let claim = claim(of: tariff, goods)
      else { continue }
      let rank =
        (tariff.product == nil ? 1000 : 0) + Int(candidate.rank) * 100 + Int(destinationRank) * 10
        + (tariff.period == nil ? 1 : 0)
      if let standing = best[tariff.layer]?[claim], standing.rank <= rank {
        if standing.rank == rank { best[tariff.layer]?[claim]?.hasRival = true }
      } else {
        best[tariff.layer, default: [:]][claim] = (rank, tariff, false)
      }
    }
    isAmbiguous = best.values.contains { $0.values.contains(where: \.hasRival) }
    return best.mapValues { $0.mapValues(\.row) }
  }

  /// The number of the claim that a row speaks of; `nil` where it does not speak of the goods.
  private func claim(of tariff: TariffRow, _ goods: Goods) -> Int? {
    guard let name = tariff.claim else { return 0 }
    guard let agreement = catalogue.agreements.index(name),
      catalogue.agreements.favours(
        goods.product, madeIn: goods.madeIn, claim: goods.claim, entering: goods.to,
        under: agreement)
    else { return nil }
    return agreement + 1
  }

  /// The row of least duty; of those equal up to rounding the one without a claim, then by the order of agreements.
  private func least(of rows: [Int: TariffRow], named name: String, _ value: Double) -> Layer {
    var choices = [Layer(name: name, rate: rows[0]?.rate ?? 0, unitRate: rows[0]?.unitRate ?? 0)]
    choices += rows.filter { $0.key > 0 }.sorted { $0.key < $1.key }.map {
      Layer(name: name, rate: $0.value.rate, unitRate: $0.value.unitRate)
    }
    let duties = choices.map { $0.rate * value + $0.unitRate }
    let least = duties.min() ?? 0
    return zip(choices, duties).first { $0.1 <= least * (1 + 1e-12) }?.0 ?? Layer(name: name)
  }

  private func matches(_ quota: Int, _ goods: Goods) -> Bool {
    let row = catalogue.dataset.quotas[quota]
    return quotaRanks[quota].origins[goods.madeIn] != Matching.none
      && quotaRanks[quota].destinations[goods.to] != Matching.none
      && (row.product == nil || row.product == catalogue.dataset.products[goods.product].id)
      && (row.period == nil
        || row.period == catalogue.dataset.settings.periods[goods.period].id)
  }
}
