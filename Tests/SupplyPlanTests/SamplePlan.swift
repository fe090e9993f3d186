import Foundation
import SupplyData
import SupplyPlan
import TextFiles

/// A plan that has every kind of row of a plain dataset, with names and numbers that files get wrong easily.
enum SamplePlan {
  static let plan: Plan = {
    var costs = CostLines()
    for (index, line) in CostLines.lines(shownOf: []).enumerated() {
      costs[keyPath: line.value] = Double(index) / 3
    }
    costs.incentives = -1.5
    return Plan(
      dataset: .init(name: "Quotes \" and \\, line\nfeed, é, 🚢", sha256: "ab12"),
      termination: .stopped, stopReason: "time limit of 60 s", cost: 0.1 + 0.2, bound: 1e-7,
      gap: 1 / 3.0,
      risk: PlanRisk(measure: "cvar", level: 0.95, salesAtRisk: 0.012345678901234567, bound: 0),
      costs: costs,
      facilities: [
        .init(facility: "plant, \"A\"", period: "2025", open: true, opened: true, closed: false)
      ],
      modules: [
        .init(
          facility: "plant, \"A\"", module: "line", period: "2025", count: 3, built: 2, retired: 0)
      ],
      buffers: [.init(location: "shop", product: "cell", period: "2025", stock: 1e21)],
      incentives: [.init(incentive: "act", facility: "plant, \"A\"", period: "2025", granted: 1.5)],
      scenarios: [.init(scenario: "quake", period: "2025", salesLost: .leastNonzeroMagnitude)],
      mix: [
        .init(
          period: "2025", class: .friendshore, country: "JP", microfactory: true, valueShare: 1)
      ],
      broken: [
        .init(constraint: "cap", decision: nil, facility: nil, period: "2025"),
        .init(constraint: nil, decision: "closed", facility: "old", period: "2025"),
      ],
      solve: .init(
        seconds: 1.25, method: "monolith", rows: 12, columns: 34, objective: "cost", maxRisk: 0.05,
        nodes: 7),
      flows: [
        .init(
          period: "2025", scenario: nil, origin: "plant, \"A\"", destination: "line\nfeed",
          mode: "sea", product: "cell", madeIn: "JP", quantity: 1.7976931348623157e308,
          freight: 0.1, duty: 0),
        .init(
          period: "2025", scenario: "quake", origin: "carriage\r\nreturn", destination: "shop",
          mode: "sea", product: "cell", madeIn: "JP", quantity: -12, freight: 100_000, duty: 1e-300
        ),
      ],
      production: [
        .init(period: "2025", scenario: nil, facility: "plant", product: "cell", quantity: 2.5),
        .init(period: "2025", scenario: "quake", facility: "plant", product: "cell", quantity: 0),
      ],
      draws: [
        .init(period: "2025", scenario: "quake", location: "shop", product: "cell", quantity: 52)
      ])
  }()

  /// The same of a dataset that has contracts, clusters, claims, quotas, drawback and all other optional lines of the cost.
  static let wide: Plan = {
    var plan = Self.plan
    for (index, line) in CostLines.lines.enumerated() {
      plan.costs[keyPath: line.value] = Double(index) + 0.5
    }
    plan.contracts = [.init(contract: "volume, \"A\"", period: "2025", signed: true)]
    plan.clusters = [
      .init(cluster: "valley", atLeast: 2, period: "2025", met: true),
      .init(cluster: "valley", atLeast: 3, period: "2025", met: false),
    ]
    plan.flows[0].claim = "pact"
    (plan.flows[1].inQuota, plan.flows[1].drawnBack) = (3, 0.5)
    plan.production[0].contract = "volume, \"A\""
    plan.production[1].claim = "pact"
    plan.uses = [
      .init(
        period: "2025", scenario: nil, facility: "plant", product: "cell", claim: "pact",
        component: "ore", madeIn: "JP", componentClaim: nil, quantity: 1.25),
      .init(
        period: "2025", scenario: "quake", facility: "plant", product: "cell", claim: nil,
        component: "ore", madeIn: nil, componentClaim: nil, quantity: 2),
    ]
    return plan
  }()

  /// A folder that did not exist, removed again after `body`.
  static func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("shorewise-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  static func text(_ folder: String, _ name: String) throws -> String {
    try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  }

  static func put(_ text: String, _ folder: String, _ name: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
  }
}
