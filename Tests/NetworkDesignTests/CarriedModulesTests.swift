import SupplyData
import SupplyNetwork
import TestDatasets
import Testing

@testable import Modeling
@testable import NetworkDesign

/// What modules carry over from period to period: no whole life of a site breaks the rows, and what a relaxation makes up does.
@Suite struct CarriedModulesTests {
  /// The rows of a first stage that tell what is carried over.
  private static func rows(_ network: Network) -> (
    program: LinearProgram, rows: [LinearProgram.Row]
  ) {
    let horizon = Horizon(network.dataset.settings)
    var program = LinearProgram(name: "part")
    var stage = FirstStage()
    OpeningPart(network: network, horizon: horizon, choice: .free).add(to: &program, &stage)
    ModulesPart(network: network, horizon: horizon, choice: .free).add(to: &program, &stage)
    let others = program.rows.count
    CarriedModulesPart(network: network).add(to: &program, stage)
    return (program, Array(program.rows[others...]))
  }

  @Test(arguments: UInt64(0)..<(runsLongTests ? 200 : 20))
  func `no whole life of a site breaks a row`(_ seed: UInt64) throws {
    let network = try Network(RandomDataset(seed: 910_000 + seed).dataset.read())
    let periods = network.dataset.settings.periods.map(\.id)
    let (program, rows) = Self.rows(network)
    for module in network.dataset.capacity where module.maximum <= 3 && periods.count <= 3 {
      let facility = try #require(network.dataset.facilities.first { $0.id == module.facility })
      let key = "[\(module.facility),\(module.module),"
      let own = rows.filter { $0.name.contains(key) }
      for life in lives(of: module, isExisting: facility.status == .existing, periods) {
        for row in own {
          let value = row.terms.reduce(0) {
            $0 + $1.coefficient * (life[program.columns[$1.column.index].name] ?? .nan)
          }
          #expect(value <= row.upper, "seed \(seed), \(row.name): \(life)")
        }
      }
    }
  }

  /// All whole lives of a site with a module: values by the names of columns.
  private func lives(
    of module: CapacityModule, isExisting: Bool, _ periods: [String]
  ) -> [[String: Double]] {
    struct Life {
      var values: [String: Double] = [:]
      var isOpen: Bool
      var count: Int
      var openings = 0
      var closings = 0
    }
    var lives = [Life(isOpen: isExisting, count: module.existing)]
    for period in periods {
      let (site, line) = (
        "[\(module.facility),\(period)]", "[\(module.facility),\(module.module),\(period)]"
      )
      lives = lives.flatMap { before in
        [false, true].flatMap { isOpen in
          (0...(isOpen ? module.maximum : 0)).map { count in
            var life = before
            let opens = isOpen && !before.isOpen
            let closes = !isOpen && before.isOpen
            life.openings += opens ? 1 : 0
            life.closings += closes ? 1 : 0
            life.isOpen = isOpen
            life.count = count
            life.values["open\(site)"] = isOpen ? 1 : 0
            life.values["opened\(site)"] = opens ? 1 : 0
            life.values["closed\(site)"] = closes ? 1 : 0
            life.values["modules\(line)"] = Double(count)
            life.values["built\(line)"] = Double(max(0, count - before.count))
            return life
          }
        }
      }
      lives.removeAll { $0.openings > 1 || $0.closings > 1 }
    }
    return lives.map(\.values)
  }

  @Test func `modules do not outlive a third of a site that closes`() throws {
    let network = try Network(TestDataset().read())
    let (program, rows) = Self.rows(network)
    let relaxed = ["open": 2 / 3.0, "closed": 1 / 3.0, "modules": 1, "built": 0, "opened": 0]
    let carried = try #require(rows.first { $0.name.hasPrefix("carriedModules[plant,line") })
    let value = carried.terms.reduce(0) {
      let name = program.columns[$1.column.index].name
      return $0 + $1.coefficient * (relaxed[String(name.prefix { $0 != "[" })] ?? .nan)
    }
    #expect(value > carried.upper + 0.1)
  }
}
