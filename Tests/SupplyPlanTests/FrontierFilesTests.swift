import Foundation
import SupplyData
import SupplyPlan
import Testing
import TextFiles

@Suite struct FrontierFilesTests {
  static let record = FrontierRecord(
    dataset: .init(name: "Ring", sha256: "ff"), measure: "cvar", level: 0.9, tolerance: 0.01,
    uncertainty: 0.005, termination: .stopped, stopReason: "interrupted",
    points: [
      .init(
        cost: 10, salesAtRisk: 0.2, bound: 9.99, gap: 0.001, plan: "points/1/plan.json",
        isJoined: true),
      .init(cost: 12, salesAtRisk: 0.1, bound: 12, gap: 0, plan: "points/2/plan.json"),
    ],
    bounds: [.init(cap: 0.1, bound: 12), .init(cap: 0.2, bound: 9.99)],
    lines: [
      .init(riskPrice: 20, bound: 13.9), .init(riskPrice: 25, bound: 14.5, risks: 0.1...0.15),
    ],
    unproved: [.init(cap: 0.15, reason: "time limit")],
    baseline: "baseline/plan.json", expanded: "expanded/plan.json",
    solve: .init(seconds: 2, solves: 3, weightedSums: 1, slices: 2, method: "decomposition"))

  @Test func roundTrip() throws {
    try SamplePlan.inFolder { folder in
      try Self.record.write(to: folder)
      #expect(try FrontierRecord.read(from: folder) == Self.record)
      #expect(try FrontierRecord.read(from: folder + "/frontier.json") == Self.record)
    }
  }

  @Test func documentAsTheContractSaysIt() throws {
    try SamplePlan.inFolder { folder in
      try Self.record.write(to: folder)
      #expect(
        try SamplePlan.text(folder, "frontier.json") == """
          {
            "schema": "shorewise/frontier/1",
            "dataset": {
              "name": "Ring",
              "sha256": "ff"
            },
            "measure": "cvar",
            "level": 0.9,
            "tolerance": 0.01,
            "uncertainty": 0.005,
            "termination": "stopped",
            "stop_reason": "interrupted",
            "points": [
              {"cost": 10, "sales_at_risk": 0.2, "bound": 9.99, "gap": 0.001, "plan": "points/1/plan.json", "joined": true},
              {"cost": 12, "sales_at_risk": 0.1, "bound": 12, "gap": 0, "plan": "points/2/plan.json"}
            ],
            "bounds": [
              {"cap": 0.1, "bound": 12},
              {"cap": 0.2, "bound": 9.99}
            ],
            "lines": [
              {"risk_price": 20, "bound": 13.9}
            ],
            "slopes": [
              {"from": 0.1, "to": 0.15, "risk_price": 25, "bound": 14.5}
            ],
            "unproved": [
              {"cap": 0.15, "reason": "time limit"}
            ],
            "baseline": "baseline/plan.json",
            "expanded": "expanded/plan.json",
            "solve": {
              "seconds": 2,
              "solves": 3,
              "weighted_sums": 1,
              "slices": 2,
              "method": "decomposition"
            }
          }

          """)
    }
  }

  @Test func filesWithoutLinesAndSegmentsAreRead() throws {
    try SamplePlan.inFolder { folder in
      try Self.record.write(to: folder)
      var text = try SamplePlan.text(folder, "frontier.json")
      for (new, old) in [
        (", \"joined\": true", ""), ("    \"weighted_sums\": 1,\n    \"slices\": 2,\n", ""),
        ("  \"lines\": [\n    {\"risk_price\": 20, \"bound\": 13.9}\n  ],\n", ""),
        (
          "  \"slopes\": [\n    {\"from\": 0.1, \"to\": 0.15, \"risk_price\": 25, \"bound\": 14.5}\n  ],\n",
          ""
        ),
      ] {
        #expect(text.contains(new))
        text = text.replacing(new, with: old)
      }
      try SamplePlan.put(text, folder, "frontier.json")
      var old = Self.record
      old.points[0].isJoined = false
      old.lines = []
      (old.solve.weightedSums, old.solve.slices) = (0, 0)
      #expect(try FrontierRecord.read(from: folder) == old)
    }
  }

  @Test func aPlanIsNoFrontier() throws {
    try SamplePlan.inFolder { folder in
      try SamplePlan.plan.write(to: folder)
      let faults = try #require(throws: Faults.self) {
        try FrontierRecord.read(from: folder + "/plan.json")
      }
      #expect(faults.all.map(\.line) == [2])
    }
  }

  @Test func whatIsMissingIsNamed() throws {
    try SamplePlan.inFolder { folder in
      try Self.record.write(to: folder)
      let text = try SamplePlan.text(folder, "frontier.json")
      try SamplePlan.put(
        text.replacing("\"cap\": 0.2", with: "\"cop\": 0.2").replacing("\"solves\": 3,", with: ""),
        folder, "frontier.json")
      let faults = try #require(throws: Faults.self) { try FrontierRecord.read(from: folder) }
      #expect(
        faults.all.map(\.cause) == [
          "The key 'bounds[1].cap' is missing", "The key 'solve.solves' is missing",
        ])
    }
  }

  @Test(arguments: [
    "../plan.json", "/etc/passwd", "points/../../plan.json", "./plan.json", "a//b",
    "../\u{301}plan.json",
  ])
  func pathsThatLeadOutOfTheFolderAreRefused(_ path: String) throws {
    try SamplePlan.inFolder { folder in
      var record = Self.record
      record.points[0].plan = path
      record.baseline = path
      record.expanded = path
      try record.write(to: folder)
      let faults = try #require(throws: Faults.self) { try FrontierRecord.read(from: folder) }
      #expect(
        faults.all.map(\.cause) == [
          "'points[0].plan' leads outside the folder", "'baseline' leads outside the folder",
          "'expanded' leads outside the folder",
        ])
    }
  }

  @Test func numbersThatAreNotFiniteAreRefused() throws {
    try SamplePlan.inFolder { folder in
      var record = Self.record
      record.bounds[0].bound = -.infinity
      let faults = try #require(throws: Faults.self) { try record.write(to: folder) }
      #expect(faults.all.map(\.cause) == ["'bounds[0].bound' is not a finite number"])
    }
  }
}
