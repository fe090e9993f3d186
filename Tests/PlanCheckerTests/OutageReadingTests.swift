import TestDatasets
import Testing

@testable import PlanChecker
@testable import SupplyData

/// The checker's own reading of outages, by the contract and beside that of the rest of the program.
@Suite struct OutageReadingTests {
  static func texts(_ selector: String, _ dataset: Dataset = HandDataset.dataset) -> [String] {
    OutageReading(dataset).targets(of: selector).map(\.text).sorted()
  }

  @Test(arguments: [
    ("plant", ["plant"]), ("facility:plant", ["plant"]), (" facility: plant ", ["plant"]),
    ("country:CC", ["country:CC"]), ("country:*", ["country:BB", "country:CC", "country:DD"]),
    ("region:*", ["region:East", "region:West"]), ("group:union", ["group:union"]),
    ("kind:plant", ["old", "plant"]), ("plant|country:CC|plant", ["country:CC", "plant"]),
    ("product:gear@country:*", ["product:gear@country:DD"]),
    (
      "country:CC>country:*",
      ["country:CC>country:AA", "country:CC>country:BB", "country:CC>country:DD"]
    ),
    ("country:CC>country:CC", ["country:CC>country:CC"]),
    ("country:CC > country:AA @mode:sea", ["country:CC>country:AA@mode:sea"]),
    ("country:CC+facility:hub", ["country:CC+facility:hub"]),
    (
      "country:*+country:*",
      [
        "country:BB+country:CC", "country:BB+country:DD", "country:CC+country:DD",
      ]
    ),
  ])
  func `a selector names what the contract says`(_ selector: String, _ targets: [String]) {
    #expect(Self.texts(selector) == targets)
  }

  @Test(arguments: [
    ("plant", 1), ("old", 2), ("hub", 5), ("country:CC", 3), ("country:BB", 5), ("region:East", 7),
    ("product:widget@country:CC", 3), ("country:CC>country:AA", 8),
    ("country:CC+country:DD", 9), ("country:BB+country:DD", 7),
  ])
  func `the narrowest row speaks`(_ target: String, _ weeks: Double) throws {
    var dataset = HandDataset.dataset
    for (text, weeks) in [
      ("plant", 1.0), ("kind:plant", 2), ("country:CC", 3), ("group:union", 5),
      ("group:union", 4), ("region:East", 7), ("country:*>country:AA", 8),
      ("country:CC+country:DD", 9), ("*", 20),
    ] {
      let selector = try OutageSelector(text, in: dataset, place: text)
      dataset.recovery.append(RecoveryRow(target: selector, weeks: weeks))
    }
    let reading = OutageReading(dataset)
    let found = try #require(reading.targets(of: target).first)
    #expect(reading.weeks(of: found) == weeks)
  }

  /// A selector of any form, of names that the dataset has.
  private static func selector(_ dataset: Dataset, _ random: inout SplitMix64) -> String {
    func area() -> String {
      switch random.whole(0...5) {
      case 0: "country:*"
      case 1: "region:*"
      case 2: "region:" + random.one(of: dataset.countries.map(\.region))
      case 3 where !dataset.groups.isEmpty: "group:" + random.one(of: dataset.groups.map(\.group))
      case 4 where !dataset.groups.isEmpty: "group:*"
      default: "country:" + random.one(of: dataset.countries.map(\.id))
      }
    }
    func star(_ name: String) -> String { random.percent(50) ? "*" : name }
    func part() -> String {
      switch random.whole(0...6) {
      case 0: return "facility:" + star(random.one(of: dataset.facilities.map(\.id)))
      case 1: return "kind:" + random.one(of: dataset.facilities.map(\.kind.rawValue))
      case 2:
        return "product:" + star(random.one(of: dataset.products.map(\.id))) + "@country:"
          + star(random.one(of: dataset.countries.map(\.id)))
      case 3:
        return area() + ">" + area()
          + (random.percent(40) ? "@mode:" + random.one(of: dataset.modes.map(\.id)) : "")
      case 4: return "*"
      default: return area()
      }
    }
    let parts = (0..<random.whole(1...2)).map { _ in part() }
    return parts.contains("*") ? parts[0] : parts.joined(separator: random.percent(50) ? "+" : "|")
  }

  @Test(arguments: UInt64(0)..<40)
  func `targets and weeks are those that the rest of the program reads`(_ seed: UInt64) throws {
    var dataset =
      seed % 3 == 0 ? HandDataset.dataset : try RandomDataset(seed: seed).surviving().read()
    var random = SplitMix64(seed: seed &+ 0xA0)
    var selectors: [OutageSelector] = []
    while selectors.count < 12 {
      let text = Self.selector(dataset, &random)
      if let selector = try? OutageSelector(text, in: dataset, place: text) {
        selectors.append(selector)
      }
    }
    dataset.recovery += selectors.suffix(6).enumerated().map { number, selector in
      RecoveryRow(target: selector, weeks: Double(number + 1))
    }
    let (catalogue, times) = (OutageCatalogue(dataset), RecoveryTimes(dataset))
    let reading = OutageReading(dataset)
    for selector in selectors {
      let targets = reading.targets(of: selector.text)
      let shared = catalogue.targets(of: selector)
      #expect(Set(targets) == Set(shared) && targets.count == shared.count, "\(selector.text)")
      for target in targets {
        #expect(
          reading.weeks(of: target) == times.weeks(for: target),
          "seed \(seed), \(target.text), rows \(dataset.recovery.map { ($0.target.text, $0.weeks) })"
        )
      }
    }
  }
}
