import TextFiles
import Yams

/// Reads `plan.yaml`.
struct SettingsReader {
  /// The file's name.
  static let file = "plan.yaml"
  /// The keys that it may have.
  static let keys = [
    "name", "currency", "periods", "discount_rate", "holding_rate", "carbon_price", "risk", "home",
    "service_level",
  ]
  /// The most periods, and the most years they may add up to.
  static let mostPeriods = 100
  static let mostYears = 200

  /// What was read; what could not be read has its default.
  struct Reading {
    var settings = PlanSettings(
      name: "", currency: "USD", periods: [Period(id: "year-1", years: 1)], discountRate: 0.08,
      holdingRate: 0.15, carbonPrice: 0, risk: .conditionalValueAtRisk(level: 0.95), home: nil)
    /// Where `home` stands, if it is given.
    var homePosition: TextPosition?
    /// Where `discount_rate` stands, if it is given.
    var discountRatePosition: TextPosition?
    /// Where `service_level` stands, if it is given.
    var serviceLevelPosition: TextPosition?
  }

  private let source: DatasetSource
  private let log: FaultLog
  private let directory: Directory
  private var reading = Reading()

  init(_ source: DatasetSource, _ log: FaultLog, _ directory: Directory) {
    self.source = source
    self.log = log
    self.directory = directory
  }

  /// Reads the file, and takes up its periods.
  mutating func read() -> Reading {
    guard let bytes = source.files[Self.file] else {
      directory.periods.isComplete = false
      return reading
    }
    guard let fields = YamlFile(name: Self.file, bytes: bytes, log: log).fields() else {
      directory.periods.isComplete = false
      return reading
    }
    read(fields)
    return reading
  }

  private mutating func read(_ fields: YamlFields) {
    fields.allow(Self.keys)
    let standard = reading.settings
    reading.settings.name = fields.text("name") ?? ""
    reading.settings.currency = fields.text("currency", or: standard.currency) ?? ""
    reading.settings.discountRate = fields.number(
      "discount_rate", .rateAboveMinusOne, or: standard.discountRate)
    reading.discountRatePosition = fields.position(of: "discount_rate")
    reading.settings.holdingRate = fields.number("holding_rate", .rate, or: standard.holdingRate)
    reading.settings.carbonPrice = fields.number("carbon_price", or: standard.carbonPrice)
    reading.settings.risk = risk(fields)
    if fields.has("service_level") {
      reading.settings.serviceLevel = fields.number("service_level", .serviceLevel, or: 0.5)
      reading.serviceLevelPosition = fields.position(of: "service_level")
    }
    if let home = fields.optionalText("home") {
      reading.settings.home = home
      reading.homePosition = fields.position(of: "home")
    }
    readPeriods(fields)
    checkDiscounting(fields)
  }

  // MARK: Risk

  private func risk(_ fields: YamlFields) -> RiskMeasure {
    let standard = reading.settings.risk
    guard let risk = fields.fields("risk", cure: "Write {measure: cvar, level: 0.95}.") else {
      return standard
    }
    risk.allow(["measure", "level"])
    let level = risk.number("level", .shareBelowOne, or: standard.level ?? 0)
    switch risk.text("measure", or: standard.name) {
    case "expected": return .expected
    case "worst": return .worst
    case "cvar": return .conditionalValueAtRisk(level: level)
    case let other?:
      let names = ["expected", "worst", "cvar"]
      risk.refuse(
        "measure", "there is no measure \(quoted(other))",
        Suggestion.cure(for: other, among: names, otherwise: "Write \(enumeration(names))."))
      return standard
    case nil: return standard
    }
  }

  // MARK: Periods

  private mutating func readPeriods(_ fields: YamlFields) {
    let cure = "Write a list of {id: …, years: …}."
    guard let entries = fields.list("periods", cure: cure) else {
      if !fields.has("periods") { _ = directory.periods.add("year-1", line: 0) }
      directory.periods.isComplete = !fields.has("periods")
      return
    }
    reading.settings.periods = []
    if entries.isEmpty { fields.refuse("periods", "there are no periods", "Write at least one.") }
    if entries.count > Self.mostPeriods {
      fields.refuse(
        "periods", "there are \(entries.count) periods, more than \(Self.mostPeriods)",
        "Merge some: a period may span several years.")
      directory.periods.isComplete = false
      return
    }
    for entry in entries {
      guard let period = entry.fields(cure: cure) else {
        directory.periods.isComplete = false
        continue
      }
      readPeriod(period)
    }
    let years = reading.settings.periods.map(\.years).reduce(0, +)
    if years > Self.mostYears {
      fields.refuse(
        "periods", "the periods add up to \(years) years, more than \(Self.mostYears)",
        "Shorten the horizon.")
    }
  }

  private mutating func readPeriod(_ period: YamlFields) {
    period.allow(["id", "years"])
    let years = period.wholeNumber("years", 1...Self.mostYears)
    guard let id = period.text("id") else {
      directory.periods.isComplete = false
      return
    }
    if let refusal = Identifier.refusal(of: id, noun: "period") {
      period.refuse("id", refusal.cause, refusal.cure)
    }
    let position = period.position(of: "id")
    if let line = directory.periods.add(id, line: position?.line ?? 0) {
      period.refuse(
        "id", "the period \(quoted(id)) is already defined in line \(line)",
        "Give each period its own id.")
    }
    reading.settings.periods.append(Period(id: id, years: years))
  }

  /// A rate far below 0 over a long horizon makes money of later years worth more than numbers can
  /// hold.
  private func checkDiscounting(_ fields: YamlFields) {
    let growth = 1 / (1 + reading.settings.discountRate)
    var factor = 1.0
    for _ in 0..<min(reading.settings.periods.map(\.years).reduce(0, +), Self.mostYears) {
      factor *= growth
    }
    if factor > 1e6 {
      fields.refuse(
        "discount_rate",
        "the rate gives the last year's money more than a million times its weight",
        "Choose a higher rate or a shorter horizon.")
    }
  }
}
