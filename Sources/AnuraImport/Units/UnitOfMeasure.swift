/// What a unit measures.
enum UnitKind: String, CaseIterable {
  case quantity
  case volume
  case weight
  case distance
  case time
}

/// A unit of measure of the model.
struct UnitOfMeasure: Equatable {
  /// The symbol, as the model writes it.
  var symbol: String
  /// What it measures.
  var kind: UnitKind
  /// How much one of it is: in units of the primary quantity, cubic metres, tonnes, kilometres or
  /// days.
  var size: Double

  /// The units of the world by their symbols' keys: international ones as they are defined.
  ///
  /// `TON` is not among them: it means 907 kg here and 1000 kg there.
  static let known: [String: (kind: UnitKind, size: Double)] = {
    var known: [String: (kind: UnitKind, size: Double)] = [:]
    func add(_ kind: UnitKind, _ size: Double, _ symbols: String...) {
      for symbol in symbols { known[symbol] = (kind, size) }
    }
    add(.quantity, 1, "ea", "each", "unit", "units", "pc", "pcs", "piece")
    add(.quantity, 12, "dz", "dozen")
    add(.weight, 0.000_453_592_37, "lb", "lbs", "pound", "pounds")
    add(.weight, 0.000_028_349_523_125, "oz", "ounce")
    add(.weight, 0.001, "kg", "kgs", "kilogram")
    add(.weight, 0.000_001, "g", "gram")
    add(.weight, 1, "t", "mt", "tonne", "tonnes", "metricton")
    add(.weight, 0.907_184_74, "shortton", "uston")
    add(.volume, 0.028_316_846_592, "cft", "cuft", "ft3", "cubicfoot", "cubicfeet")
    add(.volume, 0.764_554_857_984, "cyd", "cuyd", "yd3")
    add(.volume, 1, "cbm", "m3", "cum", "cubicmeter", "cubicmetre")
    add(.volume, 0.001, "l", "ltr", "liter", "litre")
    add(.volume, 0.003_785_411_784, "gal", "gallon")
    add(.distance, 1.609_344, "mi", "mile", "miles")
    add(.distance, 1, "km", "kms", "kilometer", "kilometre")
    add(.distance, 0.001, "m", "meter", "metre")
    add(.distance, 0.000_304_8, "ft", "foot", "feet")
    add(.distance, 0.000_914_4, "yd", "yard")
    add(.distance, 1.852, "nm", "nmi")
    add(.time, 1 / 86_400.0, "sec", "second", "seconds", "s")
    add(.time, 1 / 1440.0, "min", "minute", "minutes")
    add(.time, 1 / 24.0, "hr", "hrs", "hour", "hours", "h")
    add(.time, 1, "day", "days", "d", "dy")
    add(.time, 7, "wk", "week", "weeks")
    add(.time, 365 / 12.0, "mon", "mo", "mth", "month", "months")
    add(.time, 365, "yr", "year", "years")
    return known
  }()
}

/// What a cost or a rate is given for.
enum CostBasis: Equatable {
  /// For so much of the goods, such as `EA` or `LB`.
  case goods(UnitOfMeasure)
  /// For a trip's way or time, such as `MI`: shared by all goods of a shipment.
  case trip(UnitOfMeasure)
  /// For so much of the goods and so much way or time, such as `EA-MI`.
  case goodsTrip(UnitOfMeasure, UnitOfMeasure)
}
