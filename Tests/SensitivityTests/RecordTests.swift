import Findings
import Foundation
import SupplyPlan
import Testing
import TextFiles

@testable import Sensitivity

/// Records of flips and regret, written and read again.
@Suite struct RecordTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "uncertainty-\(UUID().uuidString)"
  ).path
  private let reference = Plan.DatasetReference(
    name: "sample", sha256: "0f", variant: "v", sets: ["a.b=1"])

  @Test func flips() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let site = FlipRecord.Site(facility: "b, c", period: "p")
    let record = FlipRecord(
      dataset: reference, currency: "EUR", maxRisk: 0.1, measure: "cvar", level: 0.9,
      studies: [
        FlipRecord.Study(
          parameter: FlipRecord.Parameter(
            expression: "tariffs.rate*=0..2", name: "the tariff", operation: "*=", low: 0, high: 2,
            current: nil),
          tolerance: 0.001, gap: 0.001, footprintGap: 1e-7,
          pieces: [
            FlipRecord.Piece(
              from: 0, to: 1, footprint: [.init(period: "p", open: ["a"])], costFrom: 10,
              costTo: 20, excess: 0, isProved: true)
          ],
          turns: [
            FlipRecord.Turn(
              value: 1, from: 0.9, to: 1.1, cost: 20, opens: [site], closes: [], isProved: false)
          ], costs: [.init(value: 0, cost: 10)], bounds: [], band: 0.1,
          proved: [.init(from: 0, to: 1)], isInfeasible: false, solves: 3, seconds: 0.5,
          stopReason: "interrupted")
      ])
    try record.write(to: folder)
    #expect(try FlipRecord.read(from: folder) == record)
    let turns = try String(contentsOfFile: folder + "/flip_turns.csv", encoding: .utf8)
    #expect(turns.hasSuffix("tariffs.rate*=0..2,1,0.9,1.1,20,opens,\"b, c\",p,false\n"))
  }

  @Test func regrets() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let interval = RegretRecord.Interval(atLeast: 1, atMost: 2)
    let record = RegretRecord(
      currency: "EUR", maxRisk: nil, measure: "worst", level: nil, gap: 0.001,
      futures: [
        .init(name: "-", dataset: reference, weight: 1, cost: 10, bound: 9, isInfeasible: false)
      ],
      plans: [
        RegretRecord.Plan(
          name: "best of -", bestOf: [0], footprint: [.init(period: "p", open: ["a"])],
          entries: [
            .init(cost: 11, salesAtRisk: 0.1, regret: interval, refusal: nil, isInfeasible: false)
          ], greatestRegret: interval, expectedRegret: nil, ownWeight: interval)
      ],
      leastGreatest: .init(bound: 0, isInfeasible: false, plan: 0, reason: nil),
      leastExpected: .init(bound: 0, isInfeasible: true, plan: nil, reason: "stopped"),
      breakEvens: [.init(first: 0, second: 1, weightOfSecond: 0.5)],
      axis: .init(name: "x", values: [1], parts: [.init(from: 1, to: 1, plan: 0)]), seconds: 1,
      stopReason: nil)
    try record.write(to: folder)
    #expect(try RegretRecord.read(from: folder) == record)
    let table = try String(contentsOfFile: folder + "/regret.csv", encoding: .utf8)
    #expect(table.hasSuffix("best of -,-,1,11,0.1,1,2,false,\n"))
  }
}
