import SupplyData
import TextFiles

/// The units of the model: its table `UnitsOfMeasure` before the units of the world, the primary
/// ones of its settings where a cell is empty, and what a product says of its own packs.
struct UnitBook {
  /// The symbols that stand for an empty cell, by what they measure.
  private var primary: [UnitKind: UnitOfMeasure] = [:]
  private var own: [String: UnitOfMeasure] = [:]
  private var packs: [Pack: Double] = [:]

  private struct Pack: Hashable {
    var product: String
    var unit: String
  }

  /// Reads settings and the table of units.
  init(_ folder: AnuraFolder, settings: AnuraRow?) {
    let defaults: [(UnitKind, column: String, symbol: String)] = [
      (.quantity, "PrimaryQuantityUOM", "EA"), (.volume, "PrimaryVolumeUOM", "CFT"),
      (.weight, "PrimaryWeightUOM", "LB"), (.distance, "PrimaryDistanceUOM", "MI"),
      (.time, "PrimaryTimeUOM", "HR"),
    ]
    for (kind, column, symbol) in defaults {
      let symbol = settings?.text(column) ?? symbol
      let known = UnitOfMeasure.known[AnuraKey.of(symbol)]
      if kind == .quantity {
        primary[kind] = UnitOfMeasure(symbol: symbol, kind: kind, size: 1)
      } else if let known, known.kind == kind {
        primary[kind] = UnitOfMeasure(symbol: symbol, kind: kind, size: known.size)
      } else {
        settings?.refuse(
          column, "\(quoted(symbol)) is not a known unit of \(kind.rawValue)",
          "Write one such as \(Self.example(kind)).")
      }
    }
    for row in folder.rows("UnitsOfMeasure") { add(row) }
  }

  private mutating func add(_ row: AnuraRow) {
    guard let symbol = row.peek("Symbol") else { return }
    let type = AnuraKey.of(row.peek("Type") ?? "")
    guard let kind = UnitKind(rawValue: type) else { return }
    // The primary unit has the ratio 1 by its nature; others are counted in it.
    let ratio = row.number("Ratio", least: 1e-12) ?? 1
    let unit = UnitOfMeasure(symbol: symbol, kind: kind, size: ratio * (primary[kind]?.size ?? 1))
    let key = AnuraKey.of(symbol)
    if kind != .quantity, let known = UnitOfMeasure.known[key], known.kind == kind,
      abs(unit.size / known.size - 1) > 0.01
    {
      row.refuse(
        "Ratio",
        "\(quoted(symbol)) is \(known.size / (primary[kind]?.size ?? 1)) of the primary unit of "
          + "\(kind.rawValue), \(primary[kind]?.symbol ?? ""), and the ratio says \(ratio)",
        "Give the ratio to the primary unit of ModelSettings, or another symbol.")
    }
    if own[key] != nil {
      row.refuse(
        "Symbol", "the unit \(quoted(symbol)) is already defined", "Delete one of the rows.")
    }
    own[key] = unit
    row.use("UnitOfMeasureName", "Type", "Symbol", "Ratio")
  }

  /// Reads the packs of products, once their names are known.
  mutating func readPacks(_ rows: [AnuraRow], products: (AnuraRow) -> [String]) {
    for row in rows {
      let symbol = row.peek("UOMSymbol") ?? unit(of: .quantity).symbol
      let quantity = row.number("Quantity", least: 1e-12) ?? 1
      for product in products(row) {
        let pack = Pack(product: product, unit: AnuraKey.of(symbol))
        if let other = packs[pack], other != quantity {
          row.refuse(
            "Quantity", "\(quoted(symbol)) of \(quoted(product)) holds \(other) in another row",
            "Delete one of the rows.")
        }
        packs[pack] = quantity
      }
      row.use("ProductName", "UOMSymbol", "Quantity")
    }
  }

  /// The primary unit of a kind.
  func unit(of kind: UnitKind) -> UnitOfMeasure {
    primary[kind] ?? UnitOfMeasure(symbol: Self.example(kind), kind: kind, size: 1)
  }

  /// The unit of a symbol; `nil` where there is none.
  func unit(_ symbol: String) -> UnitOfMeasure? {
    let key = AnuraKey.of(symbol)
    if let unit = own[key] { return unit }
    for kind in UnitKind.allCases {
      if let unit = primary[kind], AnuraKey.of(unit.symbol) == key { return unit }
    }
    if let known = UnitOfMeasure.known[key] {
      return UnitOfMeasure(symbol: symbol, kind: known.kind, size: known.size)
    }
    // A pack that only products define is a quantity.
    if packs.keys.contains(where: { $0.unit == key }) {
      return UnitOfMeasure(symbol: symbol, kind: .quantity, size: 1)
    }
    return nil
  }

  /// What a product's own pack holds, in primary units; `nil` where it has none of the unit.
  func pack(_ unit: UnitOfMeasure, of product: String) -> Double? {
    packs[Pack(product: product, unit: AnuraKey.of(unit.symbol))]
  }

  /// Whether the unit means the same for every product.
  func isCommon(_ unit: UnitOfMeasure) -> Bool {
    let key = AnuraKey.of(unit.symbol)
    return unit.kind == .quantity && !packs.keys.contains { $0.unit == key }
  }

  // MARK: Cells

  /// The unit in a cell, one of the kinds; the primary one of the first where the cell is empty.
  func unit(_ row: AnuraRow, _ column: String, _ kinds: UnitKind...) -> UnitOfMeasure? {
    guard let written = row.text(column) else { return kinds.first.map(unit(of:)) }
    guard let unit = unit(written) else {
      refuse(row, column, written, kinds)
      return nil
    }
    if kinds.contains(unit.kind) { return unit }
    row.refuse(
      column, "\(quoted(written)) measures \(unit.kind.rawValue)",
      "Write a unit of \(enumeration(kinds.map(\.rawValue))).")
    return nil
  }

  /// What a cost is for, by the unit in a cell: goods, a trip, or both joined by a hyphen.
  func basis(_ row: AnuraRow, _ column: String) -> CostBasis? {
    guard let written = row.text(column) else { return .goods(unit(of: .quantity)) }
    if let unit = unit(written) {
      return [.distance, .time].contains(unit.kind) ? .trip(unit) : .goods(unit)
    }
    let parts = written.split(separator: "-", maxSplits: 1).map(String.init)
    if parts.count == 2, let goods = unit(parts[0]), let trip = unit(parts[1]),
      ![.distance, .time].contains(goods.kind), [.distance, .time].contains(trip.kind)
    {
      return .goodsTrip(goods, trip)
    }
    refuse(row, column, written, UnitKind.allCases)
    return nil
  }

  private func refuse(_ row: AnuraRow, _ column: String, _ written: String, _ kinds: [UnitKind]) {
    let isTon = AnuraKey.of(written) == "ton" || AnuraKey.of(written) == "tons"
    row.refuse(
      column, "there is no unit \(quoted(written))",
      isTon
        ? "Write TONNE (1000 kg) or SHORTTON (2000 lb): a ton can be either."
        : "Define it in UnitsOfMeasure.csv, or write one such as "
          + "\(enumeration(kinds.map(Self.example))).")
  }

  private static func example(_ kind: UnitKind) -> String {
    switch kind {
    case .quantity: "EA"
    case .volume: "CFT"
    case .weight: "KG"
    case .distance: "KM"
    case .time: "DAY"
    }
  }
}
